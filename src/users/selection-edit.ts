import { BitSet } from '#base/bit-set.ts';
import type { Position } from './ids.ts';
import { nameKeyOf } from './name-text.ts';
import type { Selection } from './selection.ts';
import type { UserQuery } from './user-query.ts';

/** Nobody. */
export const emptySelection: Selection = {
  members: new BitSet(),
  matching: null,
  seen: 0,
  chosenAt: 0,
  awaited: [],
  reviewing: null,
};

/** A selection that was stored when it had fewer parts. */
export const wholeSelection = (
  stored: Partial<Selection> & Pick<Selection, 'members'>,
): Selection => ({ ...emptySelection, ...stored });

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
  {
    matches,
    count,
    now,
  }: { readonly matches: BitSet; readonly count: number; readonly now: number },
  before: Selection = emptySelection,
): Selection {
  const members = matches.clone();
  before.members.forEach((position) => members.add(position));
  return { ...before, members, matching: query, seen: count, chosenAt: now };
}

/** An earlier day's selection that the person keeps: it is of today. */
export const kept = (selection: Selection, now: number): Selection => ({
  ...selection,
  chosenAt: now,
});

/** The selection with these names waited for as well, each once. */
export function withAwaited(selection: Selection, names: readonly string[]): Selection {
  const byKey = new Map(selection.awaited.map((name) => [nameKeyOf(name), name]));
  for (const name of names) if (!byKey.has(nameKeyOf(name))) byKey.set(nameKeyOf(name), name);
  return { ...selection, awaited: [...byKey.values()] };
}

export function withoutAwaited(selection: Selection, names: readonly string[]): Selection {
  const dropped = new Set(names.map(nameKeyOf));
  return {
    ...selection,
    awaited: selection.awaited.filter((name) => !dropped.has(nameKeyOf(name))),
  };
}
