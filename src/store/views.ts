import type { PageSize } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import { wholeQuery, type UserQuery } from '#users/user-query.ts';
import type { SeatwiseDatabase } from './database.ts';
import { recall, remember } from './window-memory.ts';

/** Where a window stood in a customer's users, so that a reload continues there. */
export interface PageView {
  readonly query: UserQuery;
  /** From 0. */
  readonly page: number;
  readonly pageSize: PageSize;
}

const SCOPE = 'users';

/** Where this window (a new one: any window, last) stood; null when none ever did. */
export async function readView(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
): Promise<PageView | null> {
  const stored = await recall(db.views, customerId, SCOPE, window);
  return stored && { ...stored, query: wholeQuery(stored.query) };
}

/** Keeps where a window stands; `now` in ms. */
export const writeView = (
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
  view: PageView,
  now: number,
): Promise<void> =>
  remember(db, db.views, { customerId, window, scope: SCOPE, at: now, value: view });
