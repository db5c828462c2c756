import { isPlannedFor, Standing, type Cause, type Change } from './change.ts';

/** How a change stands for one user: as the Save left it, or what became of it since. */
export type UserStanding = Cause['kind'] | 'takenOut' | 'ended';

/** How the change stands for the user at `index` of its columns. */
export function userStandingOf(change: Change, index: number): UserStanding {
  if (isPlannedFor(change, index)) {
    if (change.standing[index] === Standing.takenOut) return 'takenOut';
    if (change.standing[index] === Standing.ended) return 'ended';
  }
  const cause = change.causes[change.causeOf[index] ?? 0];
  if (cause === undefined) throw new RangeError(`change ${change.id} has no cause for ${index}`);
  return cause.kind;
}
