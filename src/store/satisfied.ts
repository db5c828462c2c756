import { foldUsers } from '#plan/fold-users.ts';
import type { OutboxPlan } from './outbox-plan.ts';
import type { SortedSteps } from './outbox-steps.ts';
import { baselineAfter, type Ending } from './settle-ends.ts';

/** Those of the endings whose changes up to `through` have nothing left to do upon what the cloud has now. */
function satisfied(
  endings: readonly Ending[],
  through: number,
  { data, changes }: OutboxPlan,
): readonly Ending[] {
  const { sets, products } = data;
  const users = endings.map((ending) => ({
    ...baselineAfter(ending, sets),
    ...{ position: ending.user.position, after: ending.user.settledThrough },
  }));
  // what was saved since is another matter: it is not what was compared
  const carried = changes.filter(({ sequence }) => sequence <= through);
  const planned = foldUsers(users, carried, sets, products);
  return endings.filter(
    (_, i) =>
      planned.licenses[i] === users[i]?.licenses && planned.locations[i] === users[i]?.location,
  );
}

/**
 * A conflict that leaves nothing to choose is none: where the changes, folded onto what the cloud has now,
 * leave nothing to do (a group gives the license by now, the product whose service plan was to be switched
 * off is gone), the operation ends as `already`, and so every conflict that is counted is held and listed.
 */
export function endSatisfied(sorted: SortedSteps, plan: OutboxPlan): SortedSteps {
  const conflicts = sorted.endings.filter(
    ({ outcome, seen }) => outcome.kind === 'conflict' && seen !== null,
  );
  if (conflicts.length === 0) return sorted;
  const found = new Set(
    [...new Set(conflicts.map(({ through }) => through))].flatMap((through) =>
      satisfied(
        conflicts.filter((ending) => ending.through === through),
        through,
        plan,
      ),
    ),
  );
  if (found.size === 0) return sorted;
  const outcome = { kind: 'already' } as const;
  const positions = new Set([...found].map(({ user }) => user.position));
  return {
    ...sorted,
    endings: sorted.endings.map((ending) => (found.has(ending) ? { ...ending, outcome } : ending)),
    ended: sorted.ended.map((one) =>
      positions.has(one.position) ? { ...one, cause: outcome } : one,
    ),
    held: sorted.held.filter(({ position }) => !positions.has(position)),
  };
}
