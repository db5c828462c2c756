import type { CustomerId } from '#customers/customer.ts';
import { countSets, type StoredSets } from '#licenses/stored-sets.ts';
import { putInParts } from './blocks.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { PlanMove } from './outbox-plan.ts';
import type { CustomerRow, LicenseBlockRow, LicenseSetsRow } from './rows.ts';

/** What a transaction makes of a customer's plan. */
export interface NewPlan {
  /** The blocks in which something differs. */
  readonly blocks: readonly LicenseBlockRow[];
  /** License sets that are not stored yet, in the order of their numbers. */
  readonly newSets: readonly StoredSets[];
  readonly pendingCount: number;
  /** Of the newest change, where this is another one now. */
  readonly lastSequence?: number;
}

/** What `writePlan` writes. */
export const planTables = (db: SeatwiseDatabase) => [
  db.customers,
  db.licenseBlocks,
  db.licenseSets,
];

/**
 * Writes a plan and raises the customer's version; gives the row that is stored then. To be called in a
 * transaction over `planTables` that read `row`, and found in it the version on which the plan was computed.
 */
export async function writePlan(
  db: SeatwiseDatabase,
  row: CustomerRow,
  { blocks, newSets, pendingCount, lastSequence = row.lastSequence }: NewPlan,
): Promise<CustomerRow> {
  const rows = setRows(row.id, row.setCount, newSets);
  const setCount = newSets.reduce((sum, sets) => sum + countSets(sets), row.setCount);
  const next = { ...row, version: row.version + 1, pendingCount, setCount, lastSequence };
  await Promise.all([rows.length > 0 && db.licenseSets.bulkAdd(rows), db.customers.put(next)]);
  await putInParts(db.licenseBlocks, blocks);
  return next;
}

/** What `writeMove` writes. */
export const moveTables = (db: SeatwiseDatabase) => [...planTables(db), db.products];

/** Writes what operations that ended make of a customer: like `writePlan`, with the licenses in use. */
export async function writeMove(
  db: SeatwiseDatabase,
  row: CustomerRow,
  { sets, storedSets, products }: LoadedCustomer,
  move: PlanMove,
): Promise<void> {
  const isMoved = move.products !== products;
  await Promise.all([
    writePlan(db, row, {
      blocks: move.blocks,
      newSets: sets.since(storedSets),
      pendingCount: row.pendingCount + move.pending,
    }),
    isMoved && db.products.put({ customerId: row.id, products: move.products }),
  ]);
}

/**
 * License sets whose numbers start at `first`, which must be the number of those stored, as rows. To be
 * added in the transaction that raises the row's `setCount`, so that no number is given twice.
 */
export const setRows = (
  customerId: CustomerId,
  first: number,
  sets: readonly StoredSets[],
): LicenseSetsRow[] => {
  let next = first;
  return sets.map((some) => {
    const row = { customerId, first: next, ...some };
    next += countSets(some);
    return row;
  });
};
