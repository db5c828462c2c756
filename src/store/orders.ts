import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';

/** Which order is meant: `sort` names a column that only imports change (not what the plan changes). */
export interface OrderName {
  readonly customerId: CustomerId;
  /** Decides how texts compare. */
  readonly locale: string;
  readonly sort: string;
}

/** The positions of a customer's users in that order, if it was kept for this revision. */
export async function readOrder(
  db: SeatwiseDatabase,
  { customerId, locale, sort }: OrderName,
  revision: number,
): Promise<Uint32Array | null> {
  const row = await db.orders.get([customerId, locale, sort]);
  return row?.revision === revision ? row.positions : null;
}

/** Keeps an order that was computed on `revision`; dropped when the customer has moved on. */
export function writeOrder(
  db: SeatwiseDatabase,
  name: OrderName,
  revision: number,
  positions: Uint32Array,
): Promise<void> {
  return db.transaction('rw', db.customers, db.orders, async () => {
    const row = await db.customers.get(name.customerId);
    if (row?.revision === revision) await db.orders.put({ ...name, revision, positions });
  });
}
