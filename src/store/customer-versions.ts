import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { CustomerRow } from './rows.ts';

/**
 * The version, revision or epoch that comes after those that are known of a customer. Of one that is new on
 * this device none is: it begins by chance, because a window may still hold the one that was removed, and
 * must not take its numbers for those.
 */
export function numberAfter(...known: readonly (number | undefined)[]): number {
  const numbers = known.filter((one) => one !== undefined);
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (numbers.length === 0 ? chance : Math.max(...numbers)) + 1;
}

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
