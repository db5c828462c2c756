import type { Moves } from './change-sheet.ts';
import { countingSwaps, type Swap } from './draft.ts';
import { shortfallOf, type ShortageChoice } from './short-products.ts';
import type {
  UndoStep,
  UndoColumns,
  Stay,
  StayReason,
  UndoCase,
  UndoPreview,
} from './undo-step.ts';
import { countEffects } from './touch-effects.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Issue } from '#rules/issue.ts';
import { sortIssues } from './judged.ts';
import type { IssueGroup } from './preview.ts';
import { demandOf, ledgerOf } from './ledger.ts';

/** Index i: 1 when `users[i]` of the step waits for a unit, so that the change stays as it is for the user. */
export function waitsIn(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Uint8Array {
  if (choice.onShortage === 'planAll') return new Uint8Array(step.users.length);
  const { lackOf } = shortfallOf(context, step, choice);
  const waits = new Uint8Array(lackOf.length);
  for (let i = 0; i < waits.length; i++) waits[i] = lackOf[i] === 0 ? 0 : 1;
  return waits;
}

/** Whom the step moves, and what is planned for them then. */
export function stepColumns(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): UndoColumns {
  const { users, indexes, planned, cases, caseOf } = step;
  const waits = waitsIn(context, step, choice);
  const stays = cases.map(({ kind }) => kind === 'notChanged');
  if (!waits.includes(1) && !stays.includes(true)) return { users, indexes, caseOf, planned };
  const isMoved = (_: number, i: number): boolean => waits[i] === 0 && !stays[caseOf[i] ?? 0];
  return {
    users: users.filter(isMoved),
    indexes: indexes.filter(isMoved),
    caseOf: caseOf.filter(isMoved),
    planned: {
      licenses: planned.licenses.filter(isMoved),
      locations: planned.locations.filter(isMoved),
    },
  };
}

const backwards = ({ from, to, ...how }: Swap): Swap => ({ ...how, from: to, to: from });

/** What becomes of what is planned for those whom the step moves: an undo swaps back what its change swapped. */
export function stepMoves(context: PlanningContext, step: UndoStep, choice: ShortageChoice): Moves {
  const { licenses, locations } = context.table;
  const { change, cases } = step;
  const { users, indexes, caseOf, planned } = stepColumns(context, step, choice);
  const asked = change.parts.map(({ swaps }) => countingSwaps(swaps));
  return {
    users,
    before: {
      licenses: users.map((position) => licenses.planned[position] ?? 0),
      locations: users.map((position) => locations.planned[position] ?? 0),
    },
    after: planned,
    askedOf: indexes.map((index) => change.partOf[index] ?? 0),
    asked: step.kind === 'putBack' ? asked : asked.map((swaps) => swaps.map(backwards)),
    causeOf: caseOf,
    causes: cases,
  };
}

/** Everybody for whom the change stays as it is, with the reason: those of the change's order who are blocked or wait first. */
export function stepStays(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Stay[] {
  const { users, cases, caseOf, impossible } = step;
  const waits = waitsIn(context, step, choice);
  const stays: Stay[] = [];
  users.forEach((position, i) => {
    const one = cases[caseOf[i] ?? 0];
    if (one?.kind === 'notChanged') {
      const issues = one.issues.filter(({ severity }) => severity === 'blocking');
      stays.push({ position, reason: 'blocked', issues });
    } else if (waits[i] === 1) stays.push({ position, reason: 'waits', issues: [] });
  });
  return [...stays, ...impossible];
}

const risksData = ({ issues }: UndoCase): boolean =>
  issues.some((issue) => issue.code === 'dataAtRisk' && issue.service !== 'teams');

/** The issues of all cases, each with its users. */
function issuesOf({ cases, counts }: UndoStep): IssueGroup[] {
  const users = new Map<Issue, number>();
  cases.forEach(({ issues }, i) => {
    for (const issue of issues) users.set(issue, (users.get(issue) ?? 0) + (counts[i] ?? 0));
  });
  return sortIssues(users);
}

/** What the step would do, with this answer to a shortage. */
export function stepPreview(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): UndoPreview {
  const { cases, caseOf, users, impossible } = step;
  const stays: Record<StayReason, number> = {
    blocked: 0,
    changedSince: 0,
    wantedLater: 0,
    gone: 0,
    ended: 0,
    sending: 0,
    waits: 0,
  };
  const staying = new Set<number>();
  for (const { position, reason } of stepStays(context, step, choice)) {
    stays[reason]++;
    staying.add(position);
  }
  const moved = new Uint32Array(cases.length);
  caseOf.forEach((one, i) => {
    if (!staying.has(users[i] ?? 0)) moved[one] = (moved[one] ?? 0) + 1;
  });
  const lines = ledgerOf(
    demandOf(step, context.index.products.length),
    context.availability(),
    context.index,
  );
  const sum = (numberOf: (one: UndoCase) => number): number =>
    cases.reduce((all, one, i) => all + numberOf(one) * (moved[i] ?? 0), 0);
  const count = (which: (one: UndoCase) => boolean): number => sum((one) => (which(one) ? 1 : 0));
  return {
    users: users.length + impossible.length,
    moved: count(() => true),
    changed: count(({ kind }) => kind === 'planned'),
    assigns: sum(({ effects }) => countEffects(effects, 'gained')),
    revokes: sum(({ effects }) => countEffects(effects, 'lost')),
    locationsSet: count(({ setsLocation }) => setsLocation),
    locationsDropped: count(({ dropsLocation }) => dropsLocation),
    usersRevoked: count(({ revokes }) => revokes),
    losingData: count(risksData),
    issues: issuesOf(step),
    ledger: lines.filter(({ needed, freed }) => needed > 0 || freed > 0),
    shortages: lines.filter(({ short }) => short > 0).map(({ skuId, short }) => ({ skuId, short })),
    stays,
    wantedLater: step.wantedLater,
  };
}
