import type { CustomerId } from '#customers/customer.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { PlanMove } from './outbox-plan.ts';
import type { CustomerRow, LicenseBlockRow } from './rows.ts';

/** What a transaction makes of a customer's plan. */
export interface NewPlan {
  /** The blocks in which something differs. */
  readonly blocks: readonly LicenseBlockRow[];
  /** License sets that are not stored yet, in the order of their numbers. */
  readonly newSets: readonly LicenseSet[];
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
  const setCount = row.setCount + newSets.length;
  const next = { ...row, version: row.version + 1, pendingCount, setCount, lastSequence };
  await Promise.all([
    appendSets(db, row.id, row.setCount, newSets),
    db.licenseBlocks.bulkPut([...blocks]),
    db.customers.put(next),
  ]);
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
