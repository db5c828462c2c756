import type { CustomerId } from '#customers/customer.ts';
import type { Work } from '#plan/operation.ts';
import type { Position } from '#users/ids.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { usersHandedOver } from './handovers.ts';
import type { LoadedCustomer } from './load-customer.ts';
import { OutboxPlan } from './outbox-plan.ts';

/** What `claimedOrKept` reads; `keptBack` reads two of them. */
export const keptTables = (db: SeatwiseDatabase) => [db.operations, db.held, db.handovers];

/** Users whom no run of this device may claim: held back by a conflict, or handed over. */
export async function keptBack(
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<ReadonlySet<Position>> {
  const [held, out] = await Promise.all([
    rowsUnder(db.held, id).toArray(),
    usersHandedOver(db, id),
  ]);
  return new Set([...held.map(({ position }) => position), ...out]);
}

/** These, and whoever is claimed already: users for whom nothing else may be decided now. */
export async function claimedOrKept(
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<ReadonlySet<Position>> {
  const [claimed, kept] = await Promise.all([
    rowsUnder(db.operations, id).toArray(),
    keptBack(db, id),
  ]);
  return new Set([...claimed.map(({ operation }) => operation.position), ...kept]);
}

/** Everybody for whom something would be sent now: not claimed, not held back, not handed over; by position. */
export async function sendableWorks(db: SeatwiseDatabase, data: LoadedCustomer): Promise<Work[]> {
  const kept = await claimedOrKept(db, data.customer.id);
  return [...new OutboxPlan(data, []).works()].filter(({ position }) => !kept.has(position));
}
