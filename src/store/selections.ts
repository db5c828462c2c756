import * as v from 'valibot';
import { BitSet } from '#base/bit-set.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Selection } from '#users/selection.ts';
import { wholeSelection } from '#users/selection-edit.ts';
import { wholeQuery } from '#users/user-query.ts';
import type { SeatwiseDatabase } from './database.ts';
import { count, query, words, type Row } from './shapes.ts';
import { recall, remember, type WrittenBy } from './window-memory.ts';

/** A selection as stored: its members as the words of a bit set. */
export const storedSelection = v.object({
  members: words,
  matching: v.nullable(query),
  seen: count,
  chosenAt: v.number(),
  awaited: v.optional(v.array(v.string()), []),
  reviewing: v.optional(v.nullable(v.string()), null),
});
export type StoredSelection = Row<typeof storedSelection>;

/** The scope under which selections are kept. */
export const SELECTION_SCOPE = 'users';

/** What this window (a new one: any window, last) has selected in a customer; null when nothing ever was. */
export async function readSelection(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
): Promise<Selection | null> {
  const stored = await recall(db.selections, { customerId, scope: SELECTION_SCOPE, window });
  if (stored === null) return null;
  const matching = stored.matching && wholeQuery(stored.matching);
  return wholeSelection({ ...stored, matching, members: new BitSet(stored.members) });
}

/** Keeps a window's selection; `now` in ms. */
export function writeSelection(
  db: SeatwiseDatabase,
  { customerId, window, now }: WrittenBy,
  selection: Selection,
): Promise<void> {
  const value = { ...selection, members: selection.members.toWords() };
  return remember(db, db.selections, {
    customerId,
    window,
    scope: SELECTION_SCOPE,
    at: now,
    value,
  });
}
