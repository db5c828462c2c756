import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Change } from '#plan/change.ts';
import { foldChanges } from '#plan/fold.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { mergeBatch, type Merged, type MergeOptions } from '#users/merge.ts';
import type { Position } from '#users/ids.ts';
import { UserFlag } from '#users/user-table.ts';
import {
  BLOCK_SIZE,
  blockCount,
  countPresent,
  licenseBlock,
  userBlock,
  type PlanColumns,
} from './blocks.ts';
import { openChanges } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';
import {
  abandonLease,
  holdLease,
  prolonging,
  takeLease,
  type ImportLease,
} from './import-lease.ts';
import { loadCustomer, type LoadedCustomer } from './load-customer.ts';
import { writtenSince, type PulledRows } from './pulls.ts';
import { publishImport } from './publish-import.ts';
import type { LicenseBlockRow, UserBlockRow } from './rows.ts';

const NOBODY: ReadonlySet<Position> = new Set();

/** Blocks written per transaction. */
const BLOCKS_AT_ONCE = 4;

/** Where an import goes; a new customer gets the id that the caller made. */
export type ImportTarget =
  | { readonly kind: 'existing'; readonly id: CustomerId }
  | { readonly kind: 'new'; readonly id: CustomerId; readonly name: string };

export interface WrittenBatch {
  readonly customerId: CustomerId;
  /** Users not gone. */
  readonly users: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

export type WriteRefusal =
  /** Another import of this customer runs, or took this one's place while it stood still. */
  | { readonly kind: 'busy' }
  /** The customer is not, or no longer, on this device. */
  | { readonly kind: 'gone' };

/** An import that holds its lease. */
interface Writing {
  readonly db: SeatwiseDatabase;
  readonly target: ImportTarget;
  readonly lease: ImportLease;
  readonly now: () => number;
  readonly pace: Pace;
}

/**
 * Imports a batch into a customer. Nothing of it is visible until the last transaction, which puts the
 * new blocks, license sets, products and the customer's row in place at once; `planned` is the new
 * baseline with the open changes folded onto it, those saved meanwhile too. When cancelled (`pace`
 * throws) or failed, nothing stays behind. `now` is a clock in ms; `pace` counts users.
 */
export function writeBatch(
  db: SeatwiseDatabase,
  target: ImportTarget,
  batch: CustomerBatch,
  options: MergeOptions,
  now: () => number,
  pace: Pace,
): Promise<Result<WrittenBatch, WriteRefusal>> {
  const brought = { batch, options, pulled: null };
  return writeBrought<never>(db, target, () => Promise.resolve(ok(brought)), now, pace);
}

/** What is written into a customer. */
export interface Brought {
  readonly batch: CustomerBatch;
  readonly options: MergeOptions;
  /** What a pull brought beside; null for files. */
  readonly pulled: PulledRows | null;
}

/**
 * The same for a batch that takes long to come: the customer is reserved before `bring` is called, with
 * a pace that keeps it reserved, so that nothing else writes between the reading and the writing.
 */
export async function writeBrought<E>(
  db: SeatwiseDatabase,
  target: ImportTarget,
  bring: (pace: Pace) => Promise<Result<Brought, E>>,
  now: () => number,
  pace: Pace,
): Promise<Result<WrittenBatch, WriteRefusal | E>> {
  const lease = await takeLease(db, target.id, now());
  if (lease === null) return fail({ kind: 'busy' });
  try {
    const writing = { db, target, lease, now, pace: prolonging(db, lease, now, pace) };
    const brought = await bring(writing.pace);
    const end = brought.ok ? await write(writing, brought.value) : brought;
    if (!end.ok) await abandonLease(db, lease);
    return end;
  } catch (error) {
    // where even this fails (a lost connection) the lease runs out and the rest is swept
    await abandonLease(db, lease).catch(() => undefined);
    throw error;
  }
}

/** Tries again from what is stored when a Save came in between. Positions do not move then, so texts are written once. */
async function write(
  writing: Writing,
  { batch, options, pulled }: Brought,
): Promise<Result<WrittenBatch, WriteRefusal>> {
  const { db, target, lease, now, pace } = writing;
  for (let withTexts = true; ; withTexts = false) {
    const base = await loadCustomer(db, target.id, pace);
    if (base === null && target.kind === 'existing') return fail({ kind: 'gone' });
    const written = pulled === null ? NOBODY : await writtenSince(db, target.id, pulled);
    const merged = await mergeBatch(base, batch, { ...options, written }, pace);
    const plan = {
      ...planFor(merged, base === null ? [] : await openChanges(db, target.id)),
      settledThrough: settledFor(merged, base),
    };
    if (!(await writeBlocks(writing, merged, plan, withTexts))) return fail(await whyLost(writing));
    const name = target.kind === 'new' ? target.name : '';
    const kept = pulled && (written.size > 0 ? { ...pulled, memory: pulled.ifPartial } : pulled);
    const ready = { lease, base, name, batch, merged, plan, pulled: kept };
    const end = await publishImport(db, ready, now());
    if (end === 'lost') return fail(await whyLost(writing));
    if (end === 'moved') continue;
    const { columns, added, changed, gone } = merged;
    return ok({ customerId: target.id, users: countPresent(columns.flags), added, changed, gone });
  }
}

/** Users keep their positions; for a new one nothing has ended yet. */
function settledFor({ columns }: Merged, base: LoadedCustomer | null): Uint32Array {
  const settledThrough = new Uint32Array(columns.count);
  settledThrough.set(base?.settledThrough ?? []);
  return settledThrough;
}

/** Nothing is planned for somebody who is gone; the plan comes back with them. */
function planFor(merged: Merged, changes: readonly Change[]): Omit<PlanColumns, 'settledThrough'> {
  const { columns, sets, products } = merged;
  const licenses = columns.licenses.baseline;
  const locations = columns.locations.baseline;
  const planned = foldChanges({ licenses, locations }, changes, sets, products);
  columns.flags.forEach((flags, i) => {
    if ((flags & UserFlag.gone) === 0) return;
    planned.licenses[i] = licenses[i] ?? 0;
    planned.locations[i] = locations[i] ?? 0;
  });
  return {
    licenses: { baseline: licenses, planned: planned.licenses },
    locations: { baseline: locations, planned: planned.locations },
  };
}

/** Writes all blocks under the lease's revision; false when the lease was lost. The next ones are packed while some are written. */
async function writeBlocks(
  writing: Writing,
  { columns }: Merged,
  plan: PlanColumns,
  withTexts: boolean,
): Promise<boolean> {
  const { lease, pace } = writing;
  const blocks = blockCount(columns.count);
  let before = Promise.resolve(true);
  for (let start = 0; start < blocks; start += BLOCKS_AT_ONCE) {
    const users: UserBlockRow[] = [];
    const licenses: LicenseBlockRow[] = [];
    for (let block = start; block < Math.min(blocks, start + BLOCKS_AT_ONCE); block++) {
      const name = { customerId: lease.customerId, revision: lease.revision, block };
      if (withTexts) users.push(userBlock(name, columns));
      licenses.push(licenseBlock(name, plan));
      if (pace.due()) await pace.rest(block * BLOCK_SIZE, columns.count);
    }
    if (!(await before)) return false;
    before = putBlocks(writing, users, licenses);
    // told where it is awaited, unless the work between ends first
    before.catch(() => undefined);
  }
  return before;
}

/** False when the lease was lost. */
function putBlocks(
  { db, lease, now }: Writing,
  users: readonly UserBlockRow[],
  licenses: readonly LicenseBlockRow[],
): Promise<boolean> {
  const at = now();
  return db.transaction('rw', db.imports, db.userBlocks, db.licenseBlocks, async () => {
    if (!(await holdLease(db, lease, at))) return false;
    await Promise.all([db.userBlocks.bulkPut(users), db.licenseBlocks.bulkPut(licenses)]);
    return true;
  });
}

async function whyLost({ db, target }: Writing): Promise<WriteRefusal> {
  const isGone = target.kind === 'existing' && (await db.customers.get(target.id)) === undefined;
  return { kind: isGone ? 'gone' : 'busy' };
}
