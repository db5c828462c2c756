import type { CustomerId } from '#customers/customer.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { Purchase } from './rows.ts';

/** The buy lists, of one customer or of all. */
export const listPurchases = (
  db: SeatwiseDatabase,
  customerId: CustomerId | null = null,
): Promise<Purchase[]> =>
  customerId === null ? db.purchases.toArray() : rowsUnder(db.purchases, customerId).toArray();

/** Puts a number of licenses on a customer's list instead of what stands there; 0 takes the product off. */
export function putPurchase(db: SeatwiseDatabase, purchase: Purchase): Promise<void> {
  const { customerId, skuId, count } = purchase;
  return db.transaction('rw', db.customers, db.purchases, async () => {
    if (count === 0) return db.purchases.delete([customerId, skuId]);
    // a customer that was removed meanwhile must not leave rows
    if ((await db.customers.get(customerId)) === undefined) return;
    await db.purchases.put(purchase);
  });
}
