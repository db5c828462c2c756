import type { CustomerOrigin } from '#customers/customer.ts';
import { countPending } from '#plan/pending.ts';
import type { BesideUsers } from '#users/customer-batch.ts';
import type { Merged } from '#users/merge.ts';
import { countPresent, type PlanColumns } from './blocks.ts';
import { numberAfter } from './customer-versions.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { deleteBlocks, holdLease, type ImportLease } from './import-lease.ts';
import { putPulled, type PulledRows } from './pulls.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { CustomerRow } from './rows.ts';
import { setRows } from './write-plan.ts';

/** An import whose blocks are all written. */
export interface ReadyImport {
  readonly lease: ImportLease;
  /** What it was merged onto; null for a new customer. */
  readonly base: LoadedCustomer | null;
  /** For a new customer. */
  readonly name: string;
  readonly batch: BesideUsers;
  readonly merged: Merged;
  readonly plan: PlanColumns;
  /** What a pull brought beside the users; null for files. */
  readonly pulled: PulledRows | null;
}

/** A sample stays a sample; a customer known from files becomes one of Graph when Graph brought data. */
const originAfter = (
  before: CustomerOrigin | undefined,
  brought: CustomerOrigin,
): CustomerOrigin =>
  before === undefined || (before === 'files' && brought === 'graph') ? brought : before;

function rowAfter(row: CustomerRow | undefined, ready: ReadyImport): CustomerRow {
  const { lease, name, batch, merged, plan } = ready;
  return {
    id: lease.customerId,
    name: row?.name ?? name,
    defaultDomain: batch.defaultDomain ?? row?.defaultDomain ?? null,
    tenantId: row?.tenantId ?? batch.tenantId,
    origin: originAfter(row?.origin, batch.origin),
    dataAt: Math.max(row?.dataAt ?? 0, batch.dataAt),
    version: numberAfter(row?.version),
    userCount: countPresent(merged.columns.flags),
    productCount: merged.products.length,
    pendingCount: countPending({ ...merged.columns, ...plan }),
    revision: lease.revision,
    setCount: merged.sets.size,
    lastSequence: row?.lastSequence ?? 0,
  };
}

/**
 * Makes a written import the customer's data, in one transaction. `moved`: somebody changed the customer
 * since `base` was loaded, nothing was done. `lost`: the lease is another's now, or the customer was
 * removed.
 */
export function publishImport(
  db: SeatwiseDatabase,
  ready: ReadyImport,
  now: number,
): Promise<'done' | 'moved' | 'lost'> {
  const { lease, base, merged, pulled } = ready;
  const customerId = lease.customerId;
  const tables = [
    db.customers,
    db.imports,
    db.userBlocks,
    db.licenseBlocks,
    db.licenseSets,
    db.products,
    db.groups,
    db.orders,
    db.deltas,
    db.subscriptions,
  ];
  return db.transaction('rw', tables, async () => {
    if (!(await holdLease(db, lease, now))) return 'lost';
    const row = await db.customers.get(customerId);
    if (row?.version !== base?.customer.version) return 'moved';
    const stored = row?.setCount ?? 0;
    await Promise.all([
      db.licenseSets.bulkAdd(setRows(customerId, stored, merged.sets.since(stored))),
      db.products.put({ customerId, products: merged.products }),
      db.groups.put({ customerId, names: merged.groups }),
      db.customers.put(rowAfter(row, ready)),
      row === undefined ? undefined : deleteBlocks(db, customerId, row.revision),
      rowsUnder(db.orders, customerId).delete(),
      db.imports.delete(customerId),
      putPulled(db, customerId, pulled),
    ]);
    return 'done';
  });
}
