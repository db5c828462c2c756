import type { CustomerId } from '#customers/customer.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { SeatwiseDatabase } from './database.ts';

const SETS_PER_ROW = 4096;

/**
 * Stores license sets whose numbers start at `first`, which must be the number of those stored.
 * To be called in the transaction that raises the row's `setCount`, so that no number is given twice.
 */
export async function appendSets(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  first: number,
  sets: readonly LicenseSet[],
): Promise<void> {
  const rows = [];
  for (let i = 0; i < sets.length; i += SETS_PER_ROW) {
    rows.push({ customerId, first: first + i, sets: sets.slice(i, i + SETS_PER_ROW) });
  }
  if (rows.length > 0) await db.licenseSets.bulkAdd(rows);
}
