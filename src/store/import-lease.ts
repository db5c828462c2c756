import type { Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { isLeaseGood } from '#sync/limits.ts';
import { numberAfter } from './customer-versions.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { ImportRow } from './rows.ts';
import { leaseHolder, raiseEpochs } from './sync-lease.ts';

/** How long an import that says nothing keeps others out, in ms; a live one says so well before. */
const LEASE_MS = 15_000;

/** A dead import's place can be taken; until then two imports of one customer exclude each other. */
export interface ImportLease {
  readonly customerId: CustomerId;
  /** The revision that this import writes and nobody else reads until the customer's row names it. */
  readonly revision: number;
  /** Known to the one worker that writes it. */
  readonly owner: string;
}

/** The tables in which an unfinished import leaves rows. */
export const unfinishedTables = (db: SeatwiseDatabase) => [
  db.customers,
  db.imports,
  db.userBlocks,
  db.licenseBlocks,
];

/** Deletes the blocks of one revision. To be called in a transaction over `unfinishedTables`. */
export async function deleteBlocks(
  db: SeatwiseDatabase,
  id: CustomerId,
  revision: number,
): Promise<void> {
  await Promise.all([
    rowsUnder(db.userBlocks, id, revision).delete(),
    rowsUnder(db.licenseBlocks, id, revision).delete(),
  ]);
}

/** True while an import of the customer runs. To be called in a transaction over `imports`. */
export async function isImported(
  db: SeatwiseDatabase,
  id: CustomerId,
  now: number,
): Promise<boolean> {
  const row = await db.imports.get(id);
  return row !== undefined && isLeaseGood(row, now, LEASE_MS);
}

/**
 * Reserves a customer for one import; null while another one or a sync runs. Sweeps what a dead one left.
 * A sync that stood still until its right ran out can write nothing any more: its epoch is over.
 */
export function takeLease(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  now: number,
): Promise<ImportLease | null> {
  const owner = crypto.randomUUID();
  return db.transaction('rw', [db.leases, ...unfinishedTables(db)], async () => {
    if ((await leaseHolder(db, customerId, now)) !== null) return null;
    if (await isImported(db, customerId, now)) return null;
    await raiseEpochs(db, [customerId]);
    const other = await db.imports.get(customerId);
    const row = await db.customers.get(customerId);
    if (other !== undefined) await deleteBlocks(db, customerId, other.revision);
    const revision = numberAfter(row?.revision, other?.revision);
    await db.imports.put({ customerId, revision, owner, expiresAt: now + LEASE_MS });
    return { customerId, revision, owner };
  });
}

/**
 * True while the import may write; then also prolongs its lease. One that has run out is not prolonged: a
 * sync may have begun and ended meanwhile. To be called in a transaction over `imports`.
 */
export async function holdLease(
  db: SeatwiseDatabase,
  lease: ImportLease,
  now: number,
): Promise<boolean> {
  const row = await db.imports.get(lease.customerId);
  if (row?.owner !== lease.owner || !isLeaseGood(row, now, LEASE_MS)) return false;
  await db.imports.put({ ...row, expiresAt: now + LEASE_MS });
  return true;
}

/** What keeps an import's customer reserved. */
export interface Heartbeat {
  /** The pace of the import, which also prolongs the lease. */
  readonly pace: Pace;
  readonly stop: () => void;
}

/**
 * Prolongs the lease while the import computes, and by a timer however long the cloud or the disk takes to
 * answer. A worker that is frozen does neither, and loses its place.
 */
export function heartbeat(
  db: SeatwiseDatabase,
  lease: ImportLease,
  now: () => number,
  pace: Pace,
): Heartbeat {
  let held = now();
  const beat = async (): Promise<void> => {
    held = now();
    await db.transaction('rw', db.imports, () => holdLease(db, lease, held));
  };
  // where the database does not answer, the lease runs out: whoever writes is told so there
  const timer = setInterval(() => void beat().catch(() => undefined), LEASE_MS / 3);
  return {
    pace: {
      due: () => pace.due(),
      async rest(done, total) {
        await pace.rest(done, total);
        if (now() - held >= LEASE_MS / 3) await beat();
      },
    },
    stop: () => clearInterval(timer),
  };
}

/** Gives the customer back and deletes what the import wrote, if the lease is still its own. */
export function abandonLease(db: SeatwiseDatabase, lease: ImportLease): Promise<void> {
  return db.transaction('rw', unfinishedTables(db), async () => {
    const row = await db.imports.get(lease.customerId);
    if (row?.owner === lease.owner) await sweep(db, row);
  });
}

async function sweep(db: SeatwiseDatabase, { customerId, revision }: ImportRow): Promise<void> {
  await deleteBlocks(db, customerId, revision);
  await db.imports.delete(customerId);
}

/**
 * Deletes what imports left that ended without saying so (a closed window), and rights to send for customers
 * that are gone. Call when the store is opened: writes only where there is something to delete, since a page
 * that is left in its first moments may keep what writes, and with it the next page, waiting.
 */
export async function sweepUnfinished(db: SeatwiseDatabase, now: number): Promise<void> {
  const left = async () => {
    const known = new Set(await db.customers.toCollection().primaryKeys());
    const leases = await db.leases
      .filter(({ customerId, expiresAt }) => !known.has(customerId) && expiresAt <= now)
      .primaryKeys();
    const imports = await db.imports.filter((row) => !isLeaseGood(row, now, LEASE_MS)).toArray();
    return { leases, imports };
  };
  const found = await db.transaction('r', [db.leases, db.customers, db.imports], left);
  if (found.leases.length === 0 && found.imports.length === 0) return;
  await db.transaction('rw', [db.leases, ...unfinishedTables(db)], async () => {
    const { leases, imports } = await left();
    await db.leases.bulkDelete(leases);
    await Promise.all(imports.map((row) => sweep(db, row)));
  });
}
