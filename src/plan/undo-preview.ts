import { SHORT_STEP, STEP, type Steps } from '#base/steps.ts';
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
export function* waitsIn(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Steps<Uint8Array> {
  if (choice.onShortage === 'planAll') return new Uint8Array(step.users.length);
  const { lackOf } = yield* shortfallOf(context, step, choice);
  yield;
  const waits = new Uint8Array(lackOf.length);
  for (let i = 0; i < waits.length; i++) waits[i] = lackOf[i] === 0 ? 0 : 1;
  return waits;
}

/** Whom the step moves, and what is planned for them then. */
export function* stepColumns(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Steps<UndoColumns> {
  const { users, indexes, planned, cases, caseOf } = step;
  const waits = yield* waitsIn(context, step, choice);
  const stays = cases.map(({ kind }) => kind === 'notChanged');
  if (!waits.includes(1) && !stays.includes(true)) return { users, indexes, caseOf, planned };
  const moved = new Uint32Array(users.length);
  let count = 0;
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    if (waits[i] === 0 && stays[caseOf[i] ?? 0] !== true) moved[count++] = i;
  }
  const those = moved.subarray(0, count);
  const licenses = yield* picked(planned.licenses, those);
  const locations = new Uint16Array(yield* picked(planned.locations, those));
  return {
    users: yield* picked(users, those),
    indexes: yield* picked(indexes, those),
    caseOf: yield* picked(caseOf, those),
    planned: { licenses, locations },
  };
}

/** What stands in the column at these places. */
function* picked(column: ArrayLike<number>, places: Uint32Array): Steps<Uint32Array> {
  const found = new Uint32Array(places.length);
  for (let i = 0; i < found.length; i++) {
    if (i % STEP === 0) yield;
    found[i] = column[places[i] ?? 0] ?? 0;
  }
  return found;
}

const backwards = ({ from, to, ...how }: Swap): Swap => ({ ...how, from: to, to: from });

/** What becomes of what is planned for those whom the step moves: an undo swaps back what its change swapped. */
export function* stepMoves(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Steps<Moves> {
  const { licenses, locations } = context.table;
  const { change, cases } = step;
  const { users, indexes, caseOf, planned } = yield* stepColumns(context, step, choice);
  const asked = change.parts.map(({ swaps }) => countingSwaps(swaps));
  return {
    users,
    before: {
      licenses: yield* picked(licenses.planned, users),
      locations: yield* picked(locations.planned, users),
    },
    after: planned,
    askedOf: yield* picked(change.partOf, indexes),
    asked: step.kind === 'putBack' ? asked : asked.map((swaps) => swaps.map(backwards)),
    causeOf: caseOf,
    causes: cases,
  };
}

/** Everybody for whom the change stays as it is, with the reason: those of the change's order who are blocked or wait first. */
export function* stepStays(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Steps<Stay[]> {
  const { users, cases, caseOf, impossible } = step;
  const waits = yield* waitsIn(context, step, choice);
  const stays: Stay[] = [];
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    const one = cases[caseOf[i] ?? 0];
    if (one?.kind === 'notChanged') {
      const issues = one.issues.filter(({ severity }) => severity === 'blocking');
      stays.push({ position, reason: 'blocked', issues });
    } else if (waits[i] === 1) stays.push({ position, reason: 'waits', issues: [] });
  }
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

const nothing = {
  moved: 0,
  changed: 0,
  assigns: 0,
  revokes: 0,
  locationsSet: 0,
  locationsDropped: 0,
  usersRevoked: 0,
  losingData: 0,
};

/** What the step would do, with this answer to a shortage. */
export function* stepPreview(
  context: PlanningContext,
  step: UndoStep,
  choice: ShortageChoice,
): Steps<UndoPreview> {
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
  for (const [i, { reason }] of impossible.entries()) {
    if (i % STEP === 0) yield;
    stays[reason]++;
  }
  const waits = yield* waitsIn(context, step, choice);
  const isBlocked = cases.map(({ kind }) => kind === 'notChanged');
  const moved = new Uint32Array(cases.length);
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const one = caseOf[i] ?? 0;
    if (isBlocked[one] === true) stays.blocked++;
    else if (waits[i] === 1) stays.waits++;
    else moved[one] = (moved[one] ?? 0) + 1;
  }
  yield;
  const lines = ledgerOf(
    demandOf(step, context.index.products.length),
    context.availability(),
    context.index,
  );
  yield;
  const issues = issuesOf(step);
  yield;
  const done = { ...nothing };
  for (const [i, one] of cases.entries()) {
    if (i % SHORT_STEP === 0) yield;
    const many = moved[i] ?? 0;
    done.moved += many;
    if (one.kind === 'planned') done.changed += many;
    done.assigns += countEffects(one.effects, 'gained') * many;
    done.revokes += countEffects(one.effects, 'lost') * many;
    if (one.setsLocation) done.locationsSet += many;
    if (one.dropsLocation) done.locationsDropped += many;
    if (one.revokes) done.usersRevoked += many;
    if (risksData(one)) done.losingData += many;
  }
  return {
    users: users.length + impossible.length,
    ...done,
    issues,
    ledger: lines.filter(({ needed, freed }) => needed > 0 || freed > 0),
    shortages: lines.filter(({ short }) => short > 0).map(({ skuId, short }) => ({ skuId, short })),
    stays,
    wantedLater: step.wantedLater,
  };
}
