import type { Work } from '#plan/operation.ts';
import type { SeatwiseDatabase } from './database.ts';
import { usersHandedOver } from './handovers.ts';
import type { LoadedCustomer } from './load-customer.ts';
import { OutboxPlan } from './outbox-plan.ts';
import { rowsUnder } from './database.ts';

/** Everybody for whom something would be sent now: not claimed, not held back, not handed over; by position. */
export async function sendableWorks(db: SeatwiseDatabase, data: LoadedCustomer): Promise<Work[]> {
  const { id } = data.customer;
  const [claimed, held, out] = await Promise.all([
    rowsUnder(db.operations, id).toArray(),
    rowsUnder(db.held, id).toArray(),
    usersHandedOver(db, id),
  ]);
  const kept = new Set([
    ...claimed.map(({ operation }) => operation.position),
    ...held.map(({ position }) => position),
    ...out,
  ]);
  return [...new OutboxPlan(data, []).works()].filter(({ position }) => !kept.has(position));
}
