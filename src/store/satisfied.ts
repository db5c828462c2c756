import type { Change } from '#plan/change.ts';
import type { Outcome } from '#plan/operation.ts';
import { foldUsers } from '#plan/fold-users.ts';
import { reached } from '#sync/decide.ts';
import type { Position } from '#users/ids.ts';
import { causeOf } from './outcomes.ts';
import type { OutboxPlan } from './outbox-plan.ts';
import type { SortedSteps } from './sort-steps.ts';
import { baselineAfter, type Ending } from './settle-ends.ts';

/** Those of the endings for whom the changes leave nothing to do upon what the cloud has now. */
function withNothingLeft(
  endings: readonly Ending[],
  changes: readonly Change[],
  { data: { sets, products } }: OutboxPlan,
): readonly Ending[] {
  const users = endings.map((ending) => ({
    ...baselineAfter(ending, sets),
    position: ending.user.position,
    after: ending.user.settledThrough,
  }));
  const planned = foldUsers(users, changes, sets, products);
  return endings.filter(
    (_, i) =>
      planned.licenses[i] === users[i]?.licenses && planned.locations[i] === users[i]?.location,
  );
}

/** How conflicts end that are none, by position. */
function ends(conflicts: readonly Ending[], plan: OutboxPlan): ReadonlyMap<Position, Outcome> {
  const found = new Map<Position, Outcome>();
  for (const through of new Set(conflicts.map((ending) => ending.through))) {
    // what was saved since is another matter: it is not what was compared
    const carried = plan.changes.filter(({ sequence }) => sequence <= through);
    const seen = conflicts.filter((one) => one.through === through && one.seen !== null);
    for (const { user, operation } of withNothingLeft(seen, carried, plan)) {
      found.set(user.position, reached(operation));
    }
  }
  const others = conflicts.filter(({ user }) => !found.has(user.position));
  for (const { user } of withNothingLeft(others, plan.changes, plan)) {
    found.set(user.position, { kind: 'cancelled' });
  }
  return found;
}

/**
 * A conflict that leaves nothing to choose is none, and so every conflict that is counted is held and
 * listed. Where the changes that were sent, folded onto what the cloud has now, leave nothing to do (a group
 * gives the license by now, the product whose service plan was to be switched off is gone), the operation
 * ends as `already`, or as `applied` where something of ours landed; where a Save since took back what
 * they planned, it ends as `cancelled`.
 */
export function endSatisfied(sorted: SortedSteps, plan: OutboxPlan): SortedSteps {
  const conflicts = sorted.endings.filter(({ outcome }) => outcome?.kind === 'conflict');
  if (conflicts.length === 0) return sorted;
  const found = ends(conflicts, plan);
  if (found.size === 0) return sorted;
  const cancelled = new Map(sorted.cancelled);
  for (const { user, through } of conflicts) {
    if (found.get(user.position)?.kind === 'cancelled') cancelled.set(user.position, through);
  }
  return {
    ...sorted,
    cancelled,
    endings: sorted.endings.map((ending) => {
      const outcome = found.get(ending.user.position);
      return outcome === undefined ? ending : { ...ending, outcome };
    }),
    ended: sorted.ended.map((one) => {
      const outcome = found.get(one.position);
      const operation = conflicts.find(({ user }) => user.position === one.position)?.operation;
      return outcome && operation ? { ...one, cause: causeOf(operation, outcome) } : one;
    }),
    held: sorted.held.filter(({ position }) => !found.has(position)),
  };
}
