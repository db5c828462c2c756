import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { SeatwiseDatabase } from './database.ts';
import { count, draft, text, words, type Row } from './shapes.ts';
import { remember, type WrittenBy } from './window-memory.ts';

/** A file that was read: an assignment list, or a plan that was handed over. */
const fileSource = v.object({
  kind: v.literal('file'),
  fileName: v.string(),
  // the last row that was read
  lastRow: count,
  // users of whom the list says something that is not followed
  leftAlone: count,
  // users who would lose something, were the list known to be whole
  heldBack: count,
});
export type FileSource = Row<typeof fileSource>;

/** A change that sync applied, turned round. */
const reversedSource = v.object({
  kind: v.literal('reversed'),
  changeId: text<ChangeId>(),
  // when that change was saved, in ms since 1970
  savedAt: v.number(),
  // its users who are left out
  stays: v.object({ gone: count, changedSince: count, notApplied: count, impossible: count }),
  // users who keep the usage location that it set
  locations: count,
});
export type ReversedSource = Row<typeof reversedSource>;

/** What a list comes to for a customer, to be looked at and saved. Another reading is another list. */
export const listPlan = v.object({
  listId: v.string(),
  source: v.variant('kind', [fileSource, reversedSource]),
  parts: v.array(v.object({ draft, users: words })),
});
export type ListPlan = Row<typeof listPlan>;

const SCOPE = 'list';

/** The list that this window reviews at a customer; null when there is none. */
export async function readListPlan(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
): Promise<ListPlan | null> {
  return (await db.listPlans.get([customerId, SCOPE, window]))?.value ?? null;
}

/** Keeps a window's list for a reload, instead of the one before; `now` in ms. */
export const writeListPlan = (
  db: SeatwiseDatabase,
  { customerId, window, now }: WrittenBy,
  value: ListPlan,
): Promise<void> =>
  remember(db, db.listPlans, { customerId, window, scope: SCOPE, at: now, value });

/** Forgets the list, unless it is another one by now. */
export async function dropListPlan(
  db: SeatwiseDatabase,
  { customerId, window }: Pick<WrittenBy, 'customerId' | 'window'>,
  listId: string,
): Promise<void> {
  await db.listPlans
    .where(':id')
    .equals([customerId, SCOPE, window])
    .filter(({ value }) => value.listId === listId)
    .delete();
}
