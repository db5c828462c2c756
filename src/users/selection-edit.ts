import { BitSet } from '#base/bit-set.ts';
import type { Position } from './ids.ts';
import type { Selection } from './selection.ts';
import type { UserQuery } from './user-query.ts';

/** Nobody. */
export const emptySelection: Selection = {
  members: new BitSet(),
  matching: null,
  seen: 0,
  chosenAt: 0,
};

/** The selection with these users chosen, or taken out. `now` in ms, as everywhere here. */
export function withPositions(
  selection: Selection,
  positions: Iterable<Position>,
  selected: boolean,
  now: number,
): Selection {
  const members = selection.members.clone();
  for (const position of positions) {
    if (selected) members.add(position);
    else members.delete(position);
  }
  return { ...selection, members, chosenAt: now };
}

/**
 * "Select all N matching": everybody who matches, added to those already chosen. `count` is how many
 * positions the table has, so that users who come later can be told apart and offered.
 */
export function allMatching(
  query: UserQuery,
  matches: BitSet,
  count: number,
  now: number,
  before: Selection = emptySelection,
): Selection {
  const members = matches.clone();
  before.members.forEach((position) => members.add(position));
  return { members, matching: query, seen: count, chosenAt: now };
}

/** An earlier day's selection that the person keeps: it is of today. */
export const kept = (selection: Selection, now: number): Selection => ({
  ...selection,
  chosenAt: now,
});
