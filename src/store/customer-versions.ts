import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { CustomerRow } from './rows.ts';

/**
 * Raises the version of one customer, or with `null` of all: every window reads again, and what was
 * computed before cannot be saved. To be called in a transaction over `customers`.
 */
export async function raiseVersion(db: SeatwiseDatabase, id: CustomerId | null): Promise<void> {
  const rows = id === null ? db.customers.toCollection() : db.customers.where('id').equals(id);
  await rows.modify((row: CustomerRow, ref: { value: CustomerRow }) => {
    ref.value = { ...row, version: row.version + 1 };
  });
}
