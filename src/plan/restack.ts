import { assignmentOf } from '#licenses/license-set.ts';
import { isGained, isLost } from '#rules/case.ts';
import { Standing, type Change } from './change.ts';
import { effectsOfTouches } from './touch-effects.ts';
import { foldChanges } from './fold.ts';
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
export function restack(
  context: PlanningContext,
  { changes, change }: ChangeAmong,
  {
    kind,
    users: { indexes, impossible },
  }: { readonly kind: UndoStep['kind']; readonly users: StepUsers },
): UndoStep {
  const { table, sets, index } = context;
  const standing = change.standing.slice();
  for (const i of indexes) standing[i] = kind === 'takenOut' ? Standing.takenOut : Standing.open;
  const others = changes.filter(({ id }) => id !== change.id);
  const baseline = { licenses: table.licenses.baseline, locations: table.locations.baseline };
  const stack = [...others, { ...change, standing }];
  const rebuilt = foldChanges(baseline, stack, sets, index.products);

  const judge = new PlanJudge(context);
  const numbers = new PairMemo();
  const pairs: (readonly [number, number])[] = [];
  const counts: number[] = [];
  const users = indexes.map((i) => change.users[i] ?? 0);
  const holding = (licenses: Uint32Array, locations: Uint16Array, at: number): StateNumbers => ({
    set: licenses[at] ?? 0,
    location: locations[at] ?? 0,
  });
  const caseNumbers = users.map((position) => {
    const now = holding(table.licenses.planned, table.locations.planned, position);
    const then = holding(rebuilt.licenses, rebuilt.locations, position);
    const [today, next] = [judge.number(position, now), judge.number(position, then)];
    const number = numbers.get(today, next, () => pairs.push([today, next]) - 1);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  const plans = judge.judge();
  const cases = pairs.flatMap(([today, next]) => {
    const [now, then] = [plans[today], plans[next]];
    return now && then ? [caseOf(context, now, then)] : [];
  });
  const licenses = users.map((position) => rebuilt.licenses[position] ?? 0);
  const locations = Uint16Array.from(users, (position) => rebuilt.locations[position] ?? 0);
  const planned = { licenses, locations };
  const judged = { users, caseOf: caseNumbers, cases, counts: Uint32Array.from(counts) };
  return { ...judged, kind, change, indexes, planned, impossible, wantedLater: 0 };
}
