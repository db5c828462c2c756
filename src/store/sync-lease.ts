import type { CustomerId } from '#customers/customer.ts';
import { isLeaseGood, quietFrom, usualLimits } from '#sync/limits.ts';
import type { Lease } from '#sync/ports.ts';
import { numberAfter } from './customer-versions.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { LeaseRow } from './sync-rows.ts';

/** Who may send for a customer now, or gave it back; null: nobody ever. */
export interface LeaseHolder {
  /** Null: nobody may, because something may land that was sent before the customer was replaced. */
  readonly owner: string | null;
  /** In ms; what is past is over. */
  readonly expiresAt: number;
}

/** Who may send for a customer now; null: nobody. */
export async function leaseHolder(
  db: SeatwiseDatabase,
  id: CustomerId,
  now: number,
  time = usualLimits.leaseTime,
): Promise<LeaseHolder | null> {
  const row = await db.leases.get(id);
  return row !== undefined && isLeaseGood(row, now, time) ? row : null;
}

/**
 * Takes the right to send, for `time` ms; null while another one has it. To be called in a transaction
 * over `leases`, where no import runs.
 */
export async function takeSyncLease(
  db: SeatwiseDatabase,
  id: CustomerId,
  { owner, now, time }: { readonly owner: string; readonly now: number; readonly time: number },
): Promise<Lease | null> {
  const row = await db.leases.get(id);
  if (row !== undefined && isLeaseGood(row, now, time)) return null;
  const lease = { epoch: numberAfter(row?.epoch), expiresAt: now + time };
  await db.leases.put({ customerId: id, owner, ...lease });
  return lease;
}

/**
 * Ends the right of whoever wakes up later and believes to send for these customers: nothing of it is written
 * any more. To be called in a transaction over `leases`.
 */
export async function raiseEpochs(db: SeatwiseDatabase, ids: readonly CustomerId[]): Promise<void> {
  const rows = await db.leases.bulkGet([...ids]);
  await db.leases.bulkPut(rows.flatMap((row) => (row ? [{ ...row, epoch: row.epoch + 1 }] : [])));
}

/**
 * Ends the right of whoever sends for a customer that is about to be removed or replaced, with its claims.
 * Nobody may send for it until nothing of what was sent can land any more: it would meet what comes in its
 * place. Gives until when that is, in ms. To be called in a transaction over `leases` and `operations`.
 */
export async function endRight(db: SeatwiseDatabase, id: CustomerId, now: number): Promise<number> {
  const row = await db.leases.get(id);
  if (row === undefined) return 0;
  const { leaseTime } = usualLimits;
  const claims = db.operations.where(':id').between([id], [id, []]);
  const quiet = (await claims.toArray()).reduce((latest, { operation: { state } }) => {
    const until = state.kind === 'waiting' ? 0 : quietFrom(state, usualLimits);
    return Math.max(latest, until);
  }, 0);
  const right = isLeaseGood(row, now, leaseTime) ? row.expiresAt : 0;
  const expiresAt = Math.max(right, Math.min(quiet, now + leaseTime));
  await db.leases.put({ ...row, owner: null, epoch: numberAfter(row.epoch), expiresAt });
  return expiresAt;
}

/** The stored lease; null when another window took it over. To be called in a transaction over `leases`. */
export async function heldLease(
  db: SeatwiseDatabase,
  id: CustomerId,
  { epoch }: Lease,
): Promise<LeaseRow | null> {
  const row = await db.leases.get(id);
  return row?.epoch === epoch ? row : null;
}

/** Sets until when it is good, in ms; 0 gives it back. To be called in the transaction that read it. */
export async function setLeaseEnd(
  db: SeatwiseDatabase,
  lease: LeaseRow,
  expiresAt: number,
): Promise<void> {
  await db.leases.put({ ...lease, expiresAt });
}

/**
 * Ends the right of a window that is known to be gone, so that nobody has to wait until it runs out.
 * What it had sent stays in doubt as long as it can still land.
 */
export function breakLease(db: SeatwiseDatabase, id: CustomerId, owner: string): Promise<void> {
  return db.transaction('rw', db.leases, async () => {
    const lease = await db.leases.get(id);
    if (lease?.owner === owner) await setLeaseEnd(db, lease, 0);
  });
}
