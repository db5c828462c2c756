import { PairNumbers } from '#base/pair-numbers.ts';
import { SHORT_STEP, STEP, type Steps } from '#base/steps.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { isGained, isLost } from '#rules/case.ts';
import type { Position } from '#users/ids.ts';
import { FACT_BITS } from '#users/user-facts.ts';
import { Standing, type Change } from './change.ts';
import { effectsOfTouches } from './touch-effects.ts';
import { foldInSteps } from './fold.ts';
import type { PlanningContext } from './planning-context.ts';
import { PairMemo } from './pair-memo.ts';
import { PlanJudge, type StateNumbers, type JudgedPlan } from './plan-judge.ts';
import { reverse, squash, touchesOf } from './difference.ts';
import type { Stay, UndoStep, UndoCase } from './undo-step.ts';

/** Which users of a change a step is for, by their index in its columns. */
export interface StepUsers {
  readonly indexes: Uint32Array;
  readonly impossible: readonly Stay[];
}

/** A step takes back what is planned today and does what would be planned; both are judged against the baseline. */
function caseOf(context: PlanningContext, today: JudgedPlan, then: JudgedPlan): UndoCase {
  const known = new Set(today.issues);
  const issues = then.issues.filter((issue) => !known.has(issue));
  const { products, location } = squash(reverse(today.difference), then.difference);
  const touches = touchesOf({ products, location }, context.index);
  const inCloud = context.sets.at(today.baseline.set);
  const isBlocked = issues.some(({ severity }) => severity === 'blocking');
  const isChanged = touches.length > 0 || location !== null;
  const keepsServices = touches.some(isGained) && !issues.some(({ code }) => code === 'dataAtRisk');
  return {
    effects: effectsOfTouches(touches),
    issues,
    kind: isBlocked ? 'notChanged' : isChanged ? 'planned' : 'already',
    setsLocation: location !== null && then.difference.location !== null,
    dropsLocation: location !== null && then.difference.location === null,
    revokes:
      !keepsServices &&
      touches.some((touch) => isLost(touch) && assignmentOf(inCloud, touch.skuId) !== undefined),
  };
}

/** A change, and all that stand or stood in the plan. */
export interface ChangeAmong {
  readonly changes: readonly Change[];
  readonly change: Change;
}

/**
 * Moves a change out of the stack of open changes, or back into its place, for some of its users, and
 * rebuilds their plan from the baseline. The plan is judged again as a whole: a user whose rebuilt plan
 * has a blocking issue that today's plan does not have must stay, because a plan that would be refused
 * never arises by undoing. `changes` are the customer's open changes, in any order, `change` among them
 * or not. Interns license sets that are new; nothing else is written.
 */
export function* restack(
  context: PlanningContext,
  { changes, change }: ChangeAmong,
  {
    kind,
    users: { indexes, impossible },
  }: { readonly kind: UndoStep['kind']; readonly users: StepUsers },
): Steps<UndoStep> {
  const { table, sets, index } = context;
  const standing = change.standing.slice();
  const to = kind === 'takenOut' ? Standing.takenOut : Standing.open;
  for (let i = 0; i < indexes.length; i++) {
    if (i % STEP === 0) yield;
    standing[indexes[i] ?? 0] = to;
  }
  const others = changes.filter(({ id }) => id !== change.id);
  const baseline = { licenses: table.licenses.baseline, locations: table.locations.baseline };
  const stack = [...others, { ...change, standing }];
  const rebuilt = yield* foldInSteps(baseline, stack, sets, index.products);

  const judge = new PlanJudge(context);
  const alike = new PairNumbers();
  /** By the number of those who are alike: their case. */
  const known: (number | undefined)[] = [];
  const numbers = new PairMemo();
  const pairs: (readonly [number, number])[] = [];
  const counts: number[] = [];
  const caseAt = (position: Position, states: readonly [StateNumbers, StateNumbers]): number => {
    const today = judge.number(position, states[0]);
    const next = judge.number(position, states[1]);
    return numbers.get(today, next, () => pairs.push([today, next]) - 1);
  };
  const count = indexes.length;
  const users = new Uint32Array(count);
  const caseNumbers = new Uint32Array(count);
  const planned = { licenses: new Uint32Array(count), locations: new Uint16Array(count) };
  for (let i = 0; i < count; i++) {
    if (i % STEP === 0) yield;
    const position = change.users[indexes[i] ?? 0] ?? 0;
    const set = rebuilt.licenses[position] ?? 0;
    const location = rebuilt.locations[position] ?? 0;
    const now = table.licenses.planned[position] ?? 0;
    const at = table.locations.planned[position] ?? 0;
    const sameSets = alike.number(alike.number(baseline.licenses[position] ?? 0, now), set);
    const sameFlags = alike.number(at, (table.flags[position] ?? 0) & FACT_BITS);
    const sameRest = alike.number(
      alike.number(baseline.locations[position] ?? 0, location),
      sameFlags,
    );
    const number = (known[alike.number(sameSets, sameRest)] ??= caseAt(position, [
      { set: now, location: at },
      { set, location },
    ]));
    counts[number] = (counts[number] ?? 0) + 1;
    users[i] = position;
    caseNumbers[i] = number;
    planned.licenses[i] = set;
    planned.locations[i] = location;
  }
  const plans = yield* judge.judge();
  const cases: UndoCase[] = [];
  for (const [i, [today, next]] of pairs.entries()) {
    if (i % SHORT_STEP === 0) yield;
    const [now, then] = [plans[today], plans[next]];
    if (now && then) cases.push(caseOf(context, now, then));
  }
  const judged = { users, caseOf: caseNumbers, cases, counts: Uint32Array.from(counts) };
  return { ...judged, kind, change, indexes, planned, impossible, wantedLater: 0 };
}
