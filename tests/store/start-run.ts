import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import { getCustomer } from '#store/customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { takeReview } from '#store/reviews.ts';
import { getRun, startRun } from '#store/runs.ts';
import type { RunRow } from '#store/sync-rows.ts';

/** Reviews everything that is pending now, and starts a run of it; gives the one that has not ended, if there is one; null where somebody may still send. */
export async function startReviewed(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  id: RunId,
  now: number,
  operator = 'Ada',
): Promise<RunRow | null> {
  const last = await getRun(db, customerId, null);
  if (last?.endedAt === null) return last;
  const version = (await getCustomer(db, customerId))?.version;
  const review = await takeReview(db, customerId, version, now);
  if (review === null) throw new Error('the customer moved');
  return startRun(db, { customerId, id, operator, review }, now);
}
