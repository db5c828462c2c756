import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import { wholeQuery } from '#users/user-query.ts';
import type { SeatwiseDatabase } from './database.ts';
import { count, query, type Row } from './shapes.ts';
import { recall, remember, type WrittenBy } from './window-memory.ts';

/** Where a window stood in a customer's users; pages count from 0. */
export const pageView = v.object({ query, page: count, pageSize: v.picklist([25, 50, 100]) });
export type PageView = Row<typeof pageView>;

const SCOPE = 'users';

/** Where this window (a new one: any window, last) stood; null when none ever did. */
export async function readView(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
): Promise<PageView | null> {
  const stored = await recall(db.views, { customerId, scope: SCOPE, window });
  return stored && { ...stored, query: wholeQuery(stored.query) };
}

/** Keeps where a window stands, unless that stands there already; `now` in ms. */
export async function writeView(
  db: SeatwiseDatabase,
  { customerId, window, now }: WrittenBy,
  value: PageView,
): Promise<void> {
  const own = await db.views.get([customerId, SCOPE, window]);
  if (JSON.stringify(own?.value) === JSON.stringify(value)) return;
  await remember(db, db.views, { customerId, window, scope: SCOPE, at: now, value });
}
