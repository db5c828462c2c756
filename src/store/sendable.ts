import type { Work } from '#plan/operation.ts';
import type { SeatwiseDatabase } from './database.ts';
import { claimedOrKept } from './kept-back.ts';
import type { LoadedCustomer } from './load-customer.ts';
import { OutboxPlan } from './outbox-plan.ts';

/** Everybody for whom something would be sent now: not claimed, not held back, not handed over; by position. */
export async function sendableWorks(db: SeatwiseDatabase, data: LoadedCustomer): Promise<Work[]> {
  const kept = await claimedOrKept(db, data.customer.id);
  return [...new OutboxPlan(data, []).works()].filter(({ position }) => !kept.has(position));
}
