import type { CustomerId } from '#customers/customer.ts';
import type { Position } from '#users/ids.ts';
import { isPending, type UserTable } from '#users/user-table.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { StoredPlan } from './stored-plan.ts';
import type { HeldRow } from './sync-rows.ts';

/** The users held back by a conflict for whom something is still planned, by position. `table`: the customer as loaded. */
export async function listHeld(
  db: SeatwiseDatabase,
  id: CustomerId,
  table: UserTable,
): Promise<HeldRow[]> {
  const rows = await rowsUnder(db.held, id).toArray();
  return rows.filter(({ position }) => isPending(table, position));
}

/**
 * Forgets why users were held back for whom nothing was planned any more: what is planned for them from now
 * on is for another reason. Part of the transaction that plans it; `table`: the customer before that.
 */
export async function forgetHeld(
  db: SeatwiseDatabase,
  id: CustomerId,
  table: UserTable,
): Promise<void> {
  const rows = await rowsUnder(db.held, id).toArray();
  const over = rows.filter(({ position }) => !isPending(table, position));
  await db.held.bulkDelete(over.map(({ position }): [CustomerId, Position] => [id, position]));
}

/**
 * What becomes of users held back: `apply` lets them go with their plan against what the cloud has now,
 * `drop` ends everything that is planned for them and keeps the cloud as it is, `later` leaves them held.
 * Gives for how many of the positions there was something to settle.
 */
export function settleHeld(
  db: SeatwiseDatabase,
  id: CustomerId,
  positions: readonly Position[],
  choice: 'apply' | 'drop' | 'later',
): Promise<number> {
  return db.transaction('rw', db.customers, db.licenseBlocks, db.held, async () => {
    const plan = await StoredPlan.read(db, id);
    const keys = positions.map((position): [CustomerId, Position] => [id, position]);
    const held = (await db.held.bulkGet(keys)).filter((row) => row !== undefined);
    if (plan === null || choice === 'later') return held.length;
    const settledThrough = plan.row.lastSequence;
    const dropped = held.map(({ position }) => {
      const user = plan.user(position);
      return { ...user, planned: user.baseline, settledThrough };
    });
    await plan.write(choice === 'drop' ? dropped : []);
    await db.held.bulkDelete(held.map(({ position }): [CustomerId, Position] => [id, position]));
    return held.length;
  });
}
