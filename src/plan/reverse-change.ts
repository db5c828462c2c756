import { atOnce } from '#base/steps.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Position } from '#users/ids.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';
import { isPlannedFor, Standing, type Change } from './change.ts';
import { differenceBetween, overlaps, type Difference, partsOf, reverse } from './difference.ts';
import { PairMemo } from './pair-memo.ts';
import type { Part } from './draft.ts';
import { losesOf, wantedSince } from './wanted-since.ts';

/** Why a change that was synced is not reversed for a user. */
export type NotReversed =
  /** No longer in the customer. */
  | 'gone'
  /** A later change touches the same product or usage location, or wanted the product and found it in place. */
  | 'changedSince'
  /** Sync did not apply it. */
  | 'notApplied'
  /** A Save cannot take back what it did: a usage location, or the direct copy of what a group gives. */
  | 'impossible';

/** A user of the change who is left out, and why. */
export interface UserNotReversed {
  readonly position: Position;
  readonly why: NotReversed;
}

/** What takes a synced change back: parts of a new change, to be judged and reviewed like any Save. */
export interface Reversal {
  readonly parts: readonly Part[];
  readonly stays: Readonly<Record<NotReversed, number>>;
  /** The users whom `stays` counts, in the order of the change. */
  readonly leftOut: readonly UserNotReversed[];
  /** Users who keep the usage location that the change set; among them those for whom that was all. */
  readonly locations: number;
}

/** What each planned user's part of the change did, worked out once for equal ones. */
function differences(change: Change, sets: LicenseSets): (index: number) => Difference {
  const { before, after } = change;
  const pairs = new PairMemo();
  const places = new PairMemo();
  const numbers = new PairMemo();
  const known: Difference[] = [];
  let count = 0;
  return (index) => {
    const [from = 0, to = 0] = [before.licenses[index], after.licenses[index]];
    const [fromPlace = 0, toPlace = 0] = [before.locations[index], after.locations[index]];
    const pair = pairs.get(from, to, () => count++);
    const place = places.get(fromPlace, toPlace, () => count++);
    const number = numbers.get(
      pair,
      place,
      () =>
        known.push(
          differenceBetween(
            { licenses: sets.at(from), location: fromPlace },
            { licenses: sets.at(to), location: toPlace },
          ),
        ) - 1,
    );
    const difference = known[number];
    if (difference === undefined) throw new RangeError(`no difference ${number}`);
    return difference;
  };
}

/** Of the users in `indexOf` (position to index in the change): those whom a later change touches alike. */
function touchedLater(
  change: Change,
  changes: readonly Change[],
  sets: LicenseSets,
  indexOf: ReadonlyMap<number, number>,
): Set<number> {
  const own = differences(change, sets);
  const found = new Set<number>();
  for (const later of changes) {
    if (later.sequence <= change.sequence) continue;
    const theirs = differences(later, sets);
    later.users.forEach((position, i) => {
      const index = indexOf.get(position);
      if (index === undefined || !isPlannedFor(later, i)) return;
      if (later.standing[i] === Standing.takenOut) return;
      if (overlaps(theirs(i), own(index))) found.add(position);
    });
  }
  return found;
}

/**
 * The change turned round for those to whom sync applied it (`isApplied`, by index in its columns), from
 * its before-image: only what it changed itself, never the rest of a user's licenses. `changes`: all of
 * the customer that are not taken out altogether.
 */
export function reverseChange(
  change: Change,
  changes: readonly Change[],
  { table, sets }: { readonly table: UserTable; readonly sets: LicenseSets },
  isApplied: (index: number) => boolean,
): Reversal {
  const whyNot = new Map<Position, NotReversed>();
  const indexOf = new Map<number, number>();
  change.users.forEach((position, i) => {
    if (!isPlannedFor(change, i) || change.standing[i] === Standing.takenOut) return;
    if (!isApplied(i)) whyNot.set(position, 'notApplied');
    else if (!isPresent(table, position)) whyNot.set(position, 'gone');
    else indexOf.set(position, i);
  });
  for (const position of touchedLater(change, changes, sets, indexOf)) {
    whyNot.set(position, 'changedSince');
  }
  for (const [position, skus] of atOnce(wantedSince(changes, change))) {
    const index = indexOf.get(position);
    if (index === undefined) continue;
    const [from = 0, to = 0] = [change.before.licenses[index], change.after.licenses[index]];
    if (losesOf(skus, sets.at(to), sets.at(from))) whyNot.set(position, 'changedSince');
  }
  const own = differences(change, sets);
  const reversed = new Map<Difference, Difference>();
  const back = (difference: Difference): Difference => {
    const known = reversed.get(difference) ?? reverse(difference);
    reversed.set(difference, known);
    return known;
  };
  const wanted = [...indexOf].filter(([position]) => !whyNot.has(position));
  const parts = partsOf(
    wanted.map(([position, index]) => ({ position, difference: back(own(index)) })),
  );
  const asked = new Set(parts.flatMap(({ users }) => [...users]));
  for (const [position] of wanted) if (!asked.has(position)) whyNot.set(position, 'impossible');
  const locations = wanted.filter(([, index]) => own(index).location !== null).length;
  const stays = { gone: 0, changedSince: 0, notApplied: 0, impossible: 0 };
  for (const why of whyNot.values()) stays[why]++;
  const leftOut: UserNotReversed[] = [];
  for (const position of change.users) {
    const why = whyNot.get(position);
    if (why !== undefined) leftOut.push({ position, why });
  }
  return { parts, stays, leftOut, locations };
}
