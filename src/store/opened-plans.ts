import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { ChangeId } from '#plan/change.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';

/** A plan file that was saved here: it is not opened a second time. */
export interface OpenedPlanRow {
  readonly customerId: CustomerId;
  readonly id: HandedPlanId;
  readonly fileName: string;
  /** When it was saved as a change, in ms since 1970. */
  readonly savedAt: number;
  readonly changeId: ChangeId;
}

/** Where a plan file is known from, and since when (ms since 1970); null: nowhere on this device. */
export async function knownPlan(
  db: SeatwiseDatabase,
  id: HandedPlanId,
): Promise<{ readonly kind: 'savedHere' | 'madeHere'; readonly at: number } | null> {
  const [opened, made] = await Promise.all([
    db.openedPlans.filter((row) => row.id === id).first(),
    db.handovers.filter((row) => row.id === id).first(),
  ]);
  if (opened !== undefined) return { kind: 'savedHere', at: opened.savedAt };
  return made === undefined ? null : { kind: 'madeHere', at: made.at };
}

/** The plan files that were saved at a customer. */
export const openedPlans = (db: SeatwiseDatabase, id: CustomerId): Promise<OpenedPlanRow[]> =>
  rowsUnder(db.openedPlans, id).toArray();
