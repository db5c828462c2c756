import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { ChangeId } from '#plan/change.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { customerId, text, type Row } from './shapes.ts';

/** A plan file that was opened here, and is not opened again once it was saved. */
export const openedPlanRow = v.object({
  customerId,
  id: text<HandedPlanId>(),
  fileName: v.string(),
  // the list under which it is reviewed
  listId: v.string(),
  // the change as which it was saved, and when (ms since 1970); null while it was not
  saved: v.nullable(v.object({ changeId: text<ChangeId>(), at: v.number() })),
});
export type OpenedPlanRow = Row<typeof openedPlanRow>;

/** As which change a plan file was saved on this device, and when (ms since 1970). */
export interface SavedPlan {
  readonly kind: 'savedHere';
  readonly customerId: CustomerId;
  readonly changeId: ChangeId;
  readonly at: number;
}

/** Where a plan file is known from: it was saved on this device, or made on it at `at` (ms since 1970). */
export type KnownPlan =
  SavedPlan | { readonly kind: 'madeHere'; readonly customerId: CustomerId; readonly at: number };

/** Where a plan file is known from; null: nowhere on this device. */
export async function knownPlan(db: SeatwiseDatabase, id: HandedPlanId): Promise<KnownPlan | null> {
  const [saved, made] = await Promise.all([
    savedPlan(db, id),
    db.handovers.filter((row) => row.id === id).first(),
  ]);
  if (saved !== null || made === undefined) return saved;
  return { kind: 'madeHere', customerId: made.customerId, at: made.at };
}

/** As which change of any customer the plan was saved; null: it was not. */
async function savedPlan(db: SeatwiseDatabase, id: HandedPlanId): Promise<SavedPlan | null> {
  const row = await db.openedPlans.filter((one) => one.id === id && one.saved !== null).first();
  if (row === undefined || row.saved === null) return null;
  return { kind: 'savedHere', customerId: row.customerId, ...row.saved };
}

/** True where the list that is reviewed came of a plan file. */
export async function isOfPlanFile(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  listId: string,
): Promise<boolean> {
  const rows = await rowsUnder(db.openedPlans, customerId).toArray();
  return rows.some((row) => row.listId === listId);
}

/**
 * Remembers that a plan file is reviewed as a list. One that was saved since it was read is left as it
 * is: gives as what, else null.
 */
export function noteOpenedPlan(
  db: SeatwiseDatabase,
  plan: Omit<OpenedPlanRow, 'saved'>,
): Promise<SavedPlan | null> {
  return db.transaction('rw', db.openedPlans, async () => {
    const saved = await savedPlan(db, plan.id);
    if (saved === null) await db.openedPlans.put({ ...plan, saved: null });
    return saved;
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
  if ((await savedPlan(db, row.id)) !== null) return false;
  await db.openedPlans.put({ ...row, saved });
  return true;
}
