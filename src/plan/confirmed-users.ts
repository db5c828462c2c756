import type { UserTable } from '#users/user-table.ts';
import { isPlannedFor, Standing, type Cause, type Change } from './change.ts';

/**
 * For whom exactly one Save planned all that is planned, on what is known of them still, and a person typed
 * the number of its users: what that Save said of them, by position. Whoever has anything else planned, or
 * of whom something else is known by now, was confirmed by nobody. `changes`: the open ones.
 */
export function confirmedUsers(
  changes: readonly Change[],
  { count, licenses, locations }: Pick<UserTable, 'count' | 'licenses' | 'locations'>,
): ReadonlyMap<number, Cause> {
  const confirmed = new Map<number, Cause>();
  if (!changes.some((change) => change.confirmed === true)) return confirmed;
  const isOpen = (change: Change, i: number): boolean =>
    change.standing[i] === Standing.open && isPlannedFor(change, i);
  /** Open changes of each user; more than one counts as two. */
  const times = new Uint8Array(count);
  for (const change of changes) {
    change.users.forEach((position, i) => {
      if (isOpen(change, i)) times[position] = Math.min(2, (times[position] ?? 0) + 1);
    });
  }
  for (const change of changes) {
    if (change.confirmed !== true) continue;
    const { users, before, after, causes, causeOf } = change;
    users.forEach((position, i) => {
      const cause = causes[causeOf[i] ?? 0];
      if (cause === undefined || times[position] !== 1 || !isOpen(change, i)) return;
      const isAsSaved =
        licenses.baseline[position] === before.licenses[i] &&
        licenses.planned[position] === after.licenses[i] &&
        locations.baseline[position] === before.locations[i] &&
        locations.planned[position] === after.locations[i];
      if (isAsSaved) confirmed.set(position, cause);
    });
  }
  return confirmed;
}
