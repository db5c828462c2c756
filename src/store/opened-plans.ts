import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { ChangeId } from '#plan/change.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';

/** A plan file that was opened here, and is not opened again once it was saved. */
export interface OpenedPlanRow {
  readonly customerId: CustomerId;
  readonly id: HandedPlanId;
  readonly fileName: string;
  /** The list under which it is reviewed. */
  readonly listId: string;
  /** The change as which it was saved, and when (ms since 1970); null while it was not. */
  readonly saved: { readonly changeId: ChangeId; readonly at: number } | null;
}

/** Where a plan file is known from, and since when (ms since 1970); null: nowhere on this device. */
export async function knownPlan(
  db: SeatwiseDatabase,
  id: HandedPlanId,
): Promise<{ readonly kind: 'savedHere' | 'madeHere'; readonly at: number } | null> {
  const [opened, made] = await Promise.all([
    db.openedPlans.filter((row) => row.id === id && row.saved !== null).first(),
    db.handovers.filter((row) => row.id === id).first(),
  ]);
  if (opened?.saved) return { kind: 'savedHere', at: opened.saved.at };
  return made === undefined ? null : { kind: 'madeHere', at: made.at };
}

/** Remembers that a plan file is reviewed as a list. */
export async function noteOpenedPlan(
  db: SeatwiseDatabase,
  plan: Omit<OpenedPlanRow, 'saved'>,
): Promise<void> {
  await db.openedPlans.put({ ...plan, saved: null });
}

/** Remembers that a list was saved as a change; does nothing where the list came of no plan file. */
export async function notePlanSaved(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  listId: string,
  saved: OpenedPlanRow['saved'],
): Promise<void> {
  const rows = await rowsUnder(db.openedPlans, customerId).toArray();
  const row = rows.find((one) => one.listId === listId);
  if (row !== undefined) await db.openedPlans.put({ ...row, saved });
}
