import { Digest } from '#base/digest.ts';
import { STEP, type Steps } from '#base/steps.ts';
import type { Brand } from '#base/brand.ts';
import type { Issue } from '#rules/issue.ts';
import type { Expansion } from './expand.ts';
import { forEachRow } from './issue-lists.ts';
import { effectKinds } from './touch-effects.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Judged, JudgedCase } from './judged.ts';
import type { LedgerLine, Preview } from './preview.ts';
import type { SetDigests } from './set-digests.ts';
import type { UndoStep, UndoPreview } from './undo-step.ts';

/** Stands for everything that a Save, undo or redo would do, as a person was shown it: equal when that is equal. */
export type Consequences = Brand<string, 'Consequences'>;

/** What is shown before it is done, and what stands for it. */
export interface Confirmable<Shown> {
  readonly preview: Shown;
  readonly consequences: Consequences;
}

/** What is planned on, with what its license sets hold. */
export interface Weighed {
  readonly context: PlanningContext;
  readonly digests: SetDigests;
}

const kinds = ['planned', 'already', 'unchanged', 'notChanged'] as const;

/** What happens in each case; in whatever order the cases were found. */
const casesOf = (cases: readonly JudgedCase[]): Digest[] =>
  cases.map(({ kind, effects }) => {
    const digest = new Digest().number(kinds.indexOf(kind)).number(effects.length);
    for (const effect of effects) {
      digest.number(effect.product).number(effectKinds.indexOf(effect.kind));
    }
    return digest;
  });

const digestOf = (issue: Issue): Digest => new Digest().text(JSON.stringify(issue));

/** By case, what is said of it. */
function toldOf({ cases }: UndoStep): Digest[] {
  const known = new Map<Issue, Digest>();
  return cases.map(({ issues }) => {
    const digest = new Digest();
    for (const issue of issues) {
      const one = known.get(issue) ?? digestOf(issue);
      known.set(issue, one);
      digest.add(one);
    }
    return digest;
  });
}

/** By row, two numbers that stand for all that is said of it, in whatever order. */
function saidOf({ said, rowCounts }: Expansion): readonly [Int32Array, Int32Array] {
  const [firsts, seconds] = [new Int32Array(rowCounts.length), new Int32Array(rowCounts.length)];
  for (const one of said) {
    const [first, second] = digestOf(one.issue).words();
    forEachRow(one, (row) => {
      firsts[row] = (firsts[row] ?? 0) + first;
      seconds[row] = (seconds[row] ?? 0) + second;
    });
  }
  return [firsts, seconds];
}

/**
 * Adds for whom it is, in which order, what is planned for each of them today and what happens to them.
 * `addTold` adds what is said of the user with that index.
 */
function* addUsers(
  digest: Digest,
  { context, digests, judged }: Weighed & { readonly judged: Judged },
  addTold: (index: number) => void,
): Steps<void> {
  const { users, caseOf } = judged;
  const { licenses, locations } = context.table;
  const cases = casesOf(judged.cases);
  digest.number(users.length);
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    const one = cases[caseOf[i] ?? 0];
    if (one === undefined) throw new RangeError(`no case for user ${position}`);
    digest.number(position).number(locations.planned[position] ?? 0);
    digest.add(digests.at(licenses.planned[position] ?? 0)).add(one);
    addTold(i);
  }
}

/** What the line says of the draft: how many there are in Microsoft 365 at this moment is not its doing. */
const shownOf = ({ skuId, available, freed, needed, left, short }: LedgerLine) =>
  freed === 0 && needed === 0 ? [skuId] : [skuId, available, freed, needed, left, short];

/** The consequences of saving what was expanded. */
export function* consequencesOf(
  weighed: Weighed,
  expansion: Expansion,
  preview: Preview,
): Steps<Consequences> {
  const digest = new Digest();
  const { rowOf } = expansion;
  const [firsts, seconds] = saidOf(expansion);
  yield* addUsers(digest, { ...weighed, judged: expansion }, (i) => {
    const row = rowOf[i] ?? 0;
    digest.number(firsts[row] ?? 0).number(seconds[row] ?? 0);
  });
  // issues are counted from the cases, in an order that says nothing
  const { products, issues: _, ...numbers } = preview;
  const lines = products.map(({ ledger, remaining, ...product }) => {
    const shown = shownOf(ledger);
    return [product, shown, shown.length === 1 ? null : remaining];
  });
  return digest.text(JSON.stringify([numbers, lines])).toString() as Consequences;
}

/** Those of a step, with what it would plan for each user. */
export function* stepConsequencesOf(
  weighed: Weighed,
  step: UndoStep,
  preview: UndoPreview,
): Steps<Consequences> {
  const digest = new Digest();
  const told = toldOf(step);
  yield* addUsers(digest, { ...weighed, judged: step }, (i) =>
    digest.add(told[step.caseOf[i] ?? 0] ?? new Digest()),
  );
  const { licenses, locations } = step.planned;
  for (let i = 0; i < licenses.length; i++) {
    if (i % STEP === 0) yield;
    digest.add(weighed.digests.at(licenses[i] ?? 0)).number(locations[i] ?? 0);
  }
  const { ledger, issues: _, ...numbers } = preview;
  const stays = step.impossible.map(({ position, reason }) => [position, reason]);
  const said = [numbers, ledger.map(shownOf), stays];
  return digest.text(JSON.stringify(said)).toString() as Consequences;
}

/** The consequences together with more that was shown beside them: plain data. */
export const shownWith = (consequences: Consequences, more: readonly unknown[]): Consequences =>
  new Digest().text(consequences).text(JSON.stringify(more)).toString() as Consequences;
