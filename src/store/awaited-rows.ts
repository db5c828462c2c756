import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { Awaited } from '#plan/awaited-users.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { customerId, draft, text, type Row } from './shapes.ts';

/** A name that a change of a customer waits for. */
export const awaitedRow = v.object({
  customerId,
  changeId: text<ChangeId>(),
  key: v.string(),
  name: v.string(),
  draft,
  savedAt: v.number(),
  operator: v.string(),
  isTakenOut: v.boolean(),
});
export type AwaitedRow = Row<typeof awaitedRow>;

/** A name among those of a change. */
export type AwaitedName = Pick<Awaited, 'changeId' | 'key'>;

/** All names that changes of the customer wait for, those of undone changes too. */
export async function listAwaited(db: SeatwiseDatabase, id: CustomerId): Promise<Awaited[]> {
  const rows = await rowsUnder(db.awaited, id).toArray();
  return rows.map(({ customerId: _customerId, ...awaited }) => awaited);
}

/** Waits for these names. To be called in a transaction over `awaited` that raises the customer's version. */
export async function addAwaited(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  awaited: readonly Awaited[],
): Promise<void> {
  await db.awaited.bulkPut(awaited.map((one) => ({ ...one, customerId })));
}

/** Waits for these names no longer. To be called like `addAwaited`. */
export async function deleteAwaited(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  names: readonly AwaitedName[],
): Promise<void> {
  await db.awaited.bulkDelete(
    names.map(({ changeId, key }): [CustomerId, ChangeId, string] => [customerId, changeId, key]),
  );
}

/**
 * Takes the names of an undone change out of the plan, or puts them back with it. To be called like
 * `addAwaited`, in the transaction that does so with the change.
 */
export async function standAwaited(
  db: SeatwiseDatabase,
  { customerId, id }: Pick<Change, 'customerId' | 'id'>,
  isTakenOut: boolean,
): Promise<void> {
  await rowsUnder(db.awaited, customerId, id).modify({ isTakenOut });
}

/** Waits for these names no longer, and raises the customer's version. */
export function dropAwaited(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  names: readonly AwaitedName[],
): Promise<void> {
  return db.transaction('rw', db.customers, db.awaited, async () => {
    const row = await db.customers.get(customerId);
    if (row === undefined) return;
    await deleteAwaited(db, customerId, names);
    await db.customers.put({ ...row, version: row.version + 1 });
  });
}
