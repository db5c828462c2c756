import { BitSet } from '#base/bit-set.ts';
import { SHORT_STEP, STEP, type Steps } from '#base/steps.ts';
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
export function* changedSince(
  sets: LicenseSets,
  changes: readonly Change[],
  change: Change,
): Steps<BitSet> {
  const indexOf = new Map<number, number>();
  const found = new BitSet();
  const since = changes.filter(({ sequence }) => sequence > change.sequence);
  if (since.length === 0) return found;
  for (let i = 0; i < change.users.length; i++) {
    if (i % STEP === 0) yield;
    if (change.standing[i] === Standing.takenOut) indexOf.set(change.users[i] ?? 0, i);
  }
  for (const later of since) {
    for (let i = 0; i < later.users.length; i++) {
      if (i % SHORT_STEP === 0) yield;
      const position = later.users[i] ?? 0;
      const own = indexOf.get(position);
      if (own === undefined || later.sequence <= takenOutAt(change, own)) continue;
      if (!isPlannedFor(later, i) || later.standing[i] === Standing.takenOut) continue;
      if (overlaps(differenceAt(later, i, sets), differenceAt(change, own, sets)))
        found.add(position);
    }
  }
  return found;
}
