import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Part } from '#plan/draft.ts';
import type { NotReversed } from '#plan/reverse-change.ts';
import type { SeatwiseDatabase } from './database.ts';
import { remember } from './window-memory.ts';

/** A file that was read: an assignment list, or a plan that was handed over. */
export interface FileSource {
  readonly kind: 'file';
  readonly fileName: string;
  /** The last row that was read. */
  readonly lastRow: number;
  /** Users of whom the list says something that is not followed. */
  readonly leftAlone: number;
  /** Users who would lose something, were the list known to be whole. */
  readonly heldBack: number;
}

/** A change that sync applied, turned round. */
export interface ReversedSource {
  readonly kind: 'reversed';
  readonly changeId: ChangeId;
  /** When that change was saved, in ms since 1970. */
  readonly savedAt: number;
  /** Its users who are left out. */
  readonly stays: Readonly<Record<NotReversed, number>>;
  /** Users who keep the usage location that it set. */
  readonly locations: number;
}

/** What a list comes to for a customer, to be looked at and saved. */
export interface ListPlan {
  /** Another reading is another list. */
  readonly listId: string;
  readonly source: FileSource | ReversedSource;
  readonly parts: readonly Part[];
}

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
  customerId: CustomerId,
  window: string,
  value: ListPlan,
  now: number,
): Promise<void> =>
  remember(db, db.listPlans, { customerId, window, scope: SCOPE, at: now, value });

/** Forgets the list, unless it is another one by now. */
export async function dropListPlan(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
  listId: string,
): Promise<void> {
  await db.listPlans
    .where(':id')
    .equals([customerId, SCOPE, window])
    .filter(({ value }) => value.listId === listId)
    .delete();
}
