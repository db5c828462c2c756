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
  const [savedAt, made] = await Promise.all([
    planSavedAt(db, id),
    db.handovers.filter((row) => row.id === id).first(),
  ]);
  if (savedAt !== null) return { kind: 'savedHere', at: savedAt };
  return made === undefined ? null : { kind: 'madeHere', at: made.at };
}

/** When the plan was saved as a change of any customer, in ms since 1970; null: it was not. */
async function planSavedAt(db: SeatwiseDatabase, id: HandedPlanId): Promise<number | null> {
  const row = await db.openedPlans.filter((one) => one.id === id && one.saved !== null).first();
  return row?.saved?.at ?? null;
}

/**
 * Remembers that a plan file is reviewed as a list. One that was saved since it was read is left as it
 * is: gives when that was, in ms since 1970, else null.
 */
export function noteOpenedPlan(
  db: SeatwiseDatabase,
  plan: Omit<OpenedPlanRow, 'saved'>,
): Promise<number | null> {
  return db.transaction('rw', db.openedPlans, async () => {
    const savedAt = await planSavedAt(db, plan.id);
    if (savedAt === null) await db.openedPlans.put({ ...plan, saved: null });
    return savedAt;
  });
}

/**
 * Part of a Save's transaction: remembers that the list is saved. False where it came of a plan file that
 * is saved already, which must not be saved again. True, and nothing remembered, where it came of none.
 */
export async function markPlanSaved(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  listId: string,
  saved: NonNullable<OpenedPlanRow['saved']>,
): Promise<boolean> {
  const rows = await rowsUnder(db.openedPlans, customerId).toArray();
  const row = rows.find((one) => one.listId === listId);
  if (row === undefined) return true;
  if ((await planSavedAt(db, row.id)) !== null) return false;
  await db.openedPlans.put({ ...row, saved });
  return true;
}
