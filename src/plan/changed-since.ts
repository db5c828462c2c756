import { BitSet } from '#base/bit-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { isPlannedFor, Standing, type Change } from './change.ts';
import { differenceBetween, overlaps, type Difference, type UserState } from './difference.ts';

/** What a Save changed for the user at `index` of its columns. */
const differenceAt = ({ before, after }: Change, index: number, sets: LicenseSets): Difference => {
  const stateIn = ({ licenses, locations }: Change['before']): UserState => ({
    licenses: sets.at(licenses[index] ?? 0),
    location: locations[index] ?? 0,
  });
  return differenceBetween(stateIn(before), stateIn(after));
};

/** The newest change there was when the user at `index` was taken out; Infinity when the user was not. */
const takenOutAt = ({ standing, events, eventOf }: Change, index: number): number =>
  standing[index] === Standing.takenOut
    ? (events[(eventOf[index] ?? 0) - 1]?.lastSequence ?? 0)
    : Infinity;

/**
 * Positions of those for whom the change was taken out and of whom another change, saved after that,
 * touches the same product or, like the change, the usage location. What was taken out again itself does
 * not count.
 */
export function changedSince(
  sets: LicenseSets,
  changes: readonly Change[],
  change: Change,
): BitSet {
  const indexOf = new Map<number, number>();
  change.users.forEach((position, i) => {
    if (change.standing[i] === Standing.takenOut) indexOf.set(position, i);
  });
  const found = new BitSet();
  for (const later of changes) {
    if (later.sequence <= change.sequence) continue;
    later.users.forEach((position, i) => {
      const own = indexOf.get(position);
      if (own === undefined || later.sequence <= takenOutAt(change, own)) return;
      if (!isPlannedFor(later, i) || later.standing[i] === Standing.takenOut) return;
      if (overlaps(differenceAt(later, i, sets), differenceAt(change, own, sets)))
        found.add(position);
    });
  }
  return found;
}
