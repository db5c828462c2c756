import type { CustomerId } from '#customers/customer.ts';
import type { Lease } from '#sync/ports.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { LeaseRow } from './sync-rows.ts';

/** Who may send for a customer now, or gave it back; null: nobody ever. */
export interface LeaseHolder {
  readonly owner: string;
  /** In ms; what is past is over. */
  readonly expiresAt: number;
}

/** Who may send for a customer. */
export async function leaseHolder(
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<LeaseHolder | null> {
  return (await db.leases.get(id)) ?? null;
}

/** True while somebody may send. To be called in a transaction over `leases`. */
export async function isLeased(
  db: SeatwiseDatabase,
  id: CustomerId,
  now: number,
): Promise<boolean> {
  return ((await db.leases.get(id))?.expiresAt ?? 0) > now;
}

/**
 * Takes the right to send, for `time` ms; null while another one has it or an import runs. To be called
 * in a transaction over `leases` and `imports`.
 */
export async function takeSyncLease(
  db: SeatwiseDatabase,
  id: CustomerId,
  owner: string,
  now: number,
  time: number,
): Promise<Lease | null> {
  const row = await db.leases.get(id);
  if (row !== undefined && row.expiresAt > now) return null;
  if (((await db.imports.get(id))?.expiresAt ?? 0) > now) return null;
  const lease = { epoch: (row?.epoch ?? 0) + 1, expiresAt: now + time };
  await db.leases.put({ customerId: id, owner, ...lease });
  return lease;
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
