import type { CustomerId } from '#customers/customer.ts';
import type { PlanReview } from '#plan/plan-review.ts';
import { openChanges } from '#store/changes.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { WaitingCounts, WaitingUsers } from './waiting-counts.ts';

/** What a sync of a customer would send now, and what it would leave. */
export interface PendingReview {
  readonly open: OpenCustomer;
  readonly who: WaitingUsers;
  readonly review: PlanReview;
}

/** Works it out; who was claimed by a run that was stopped is taken up again, and counts. */
export async function pendingReview(
  { db, customers }: Desk,
  waiting: WaitingCounts,
  id: CustomerId,
): Promise<PendingReview> {
  const open = await customers.open(id);
  const [who, changes] = await Promise.all([waiting.of(id), openChanges(db, id)]);
  const { table } = open.data;
  const takenUp = who.operations
    .map(({ operation }) => operation.position)
    .filter((at) => isPresent(table, at) && isPending(table, at));
  const sent = Uint32Array.from([...who.sent, ...takenUp]).sort();
  return { open, who, review: open.planner.review(sent, changes) };
}
