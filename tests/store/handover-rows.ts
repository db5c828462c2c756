import type { CustomerId } from '../../src/customers/customer.ts';
import type { HandedPlanId } from '../../src/handover/handed-plan.ts';
import type { ChangeId } from '../../src/plan/change.ts';
import type { SeatwiseDatabase } from '../../src/store/database.ts';
import { Handed, type HandoverRow } from '../../src/store/handovers.ts';
import type { OpenedPlanRow } from '../../src/store/opened-plans.ts';
import { E5 } from '../users/merge-records.ts';

export const handedPlanId = (n: number): HandedPlanId =>
  `00000000-0000-4000-8000-00000000000${String(n)}` as HandedPlanId;

/** These users, handed over to take E5 away. */
export const handover = (
  customerId: CustomerId,
  positions: readonly number[],
  id = handedPlanId(1),
): HandoverRow => ({
  ...{ customerId, id, kind: 'script', to: 'Bo', operator: 'Ada', at: 9, through: 1 },
  ...{ fileName: 'plan.ps1', fileHash: 'ab12' },
  works: [
    {
      touches: [{ skuId: E5, before: [], target: 'absent', groups: null }],
      location: null,
    },
  ],
  positions: Uint32Array.from(positions),
  workOf: new Uint32Array(positions.length),
  handed: Uint8Array.from(positions, () => Handed.out),
});

/** A plan file that was saved as a change. */
export const openedPlan = (customerId: CustomerId): OpenedPlanRow => ({
  ...{ customerId, id: handedPlanId(2), fileName: 'plan.json', listId: 'list-1' },
  saved: { changeId: 'change-1' as ChangeId, at: 7 },
});

export async function putHandoverRows(db: SeatwiseDatabase, id: CustomerId): Promise<void> {
  await db.handovers.put(handover(id, [1, 3]));
  await db.openedPlans.put(openedPlan(id));
}
