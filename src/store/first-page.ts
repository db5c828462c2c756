import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { FirstPageRow } from './rows.ts';

/** The kept first page of a customer's users, if it was made for the present version and this language. */
export function readFirstPage(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  locale: string,
): Promise<FirstPageRow | null> {
  return db.transaction('r', db.customers, db.firstPages, async () => {
    const [customer, row] = await Promise.all([
      db.customers.get(customerId),
      db.firstPages.get(customerId),
    ]);
    const fits = row !== undefined && row.version === customer?.version && row.locale === locale;
    return fits ? row : null;
  });
}

/** Keeps the first page (`page` is the caller's own shape) so that a cold open need not load the customer first. */
export function writeFirstPage(db: SeatwiseDatabase, row: FirstPageRow): Promise<void> {
  return db.transaction('rw', db.customers, db.firstPages, async () => {
    const customer = await db.customers.get(row.customerId);
    if (customer?.version === row.version) await db.firstPages.put(row);
  });
}
