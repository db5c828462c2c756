import * as v from 'valibot';
import type { PromiseExtended, Table } from 'dexie';
import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import { customerId, type Row } from './shapes.ts';

const windowName = v.object({
  customerId,
  window: v.string(),
  scope: v.string(),
  // when it was written, in ms
  at: v.number(),
});

/** What a window remembers (a draft, a selection, where it stood) under a scope. */
export const windowRow = <S extends v.GenericSchema>(value: S) =>
  v.object({ ...windowName.entries, value });
export type WindowRow<T> = Row<typeof windowName> & { readonly value: T };

/** Of which customer, in which window, under which scope. */
export type WindowPlace = Omit<Row<typeof windowName>, 'at'>;

/** A table in which windows remember something per customer and scope. */
export type WindowTable<T> = Table<WindowRow<T>, [CustomerId, string, string]>;

/** Which window remembers something of a customer; `now` in ms. */
export interface WrittenBy {
  readonly customerId: CustomerId;
  readonly window: string;
  readonly now: number;
}

/** Windows come and go; of each customer and scope the newest ones are kept. */
const KEPT = 16;

const byAge = <T>(table: WindowTable<T>, customerId: CustomerId, scope: string) =>
  table.where('[customerId+scope+at]').between([customerId, scope], [customerId, scope, []]);

/** What any window wrote last; undefined for nothing at all. */
export const latestOf = <T>(
  table: WindowTable<T>,
  customerId: CustomerId,
  scope: string,
): PromiseExtended<WindowRow<T> | undefined> => byAge(table, customerId, scope).last();

/** What the window remembers, or, for a new window, what any window wrote last; null for nothing at all. */
export function recall<T>(
  table: WindowTable<T>,
  { customerId, scope, window }: WindowPlace,
): Promise<T | null> {
  return table.db.transaction('r', table, async () => {
    const own = await table.get([customerId, scope, window]);
    const row = own ?? (await latestOf(table, customerId, scope));
    return row?.value ?? null;
  });
}

/**
 * Lets a window remember a value; what windows long gone remembered is forgotten. Does nothing for a
 * customer that is not on this device: one that was removed leaves nothing behind.
 */
export function remember<T>(
  db: SeatwiseDatabase,
  table: WindowTable<T>,
  row: WindowRow<T>,
): Promise<void> {
  return db.transaction('rw', db.customers, table, async () => {
    if ((await db.customers.get(row.customerId)) === undefined) return;
    await table.put(row);
    const keys = await byAge(table, row.customerId, row.scope).primaryKeys();
    if (keys.length > KEPT) await table.bulkDelete(keys.slice(0, keys.length - KEPT));
  });
}
