import { fail, ok, type Result } from '#base/result.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { customerOf } from './customers.ts';
import {
  customerTables,
  deleteCustomerRows,
  rowsUnder,
  type SeatwiseDatabase,
} from './database.ts';
import { raiseJudged } from './facts.ts';
import { forgetParts } from './kept-lists.ts';

/** Gives a customer another name and raises its version. */
export function renameCustomer(
  db: SeatwiseDatabase,
  id: CustomerId,
  name: string,
): Promise<Result<Customer, { kind: 'gone' }>> {
  return db.transaction('rw', db.customers, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return fail({ kind: 'gone' } as const);
    const renamed = { ...row, name, version: row.version + 1 };
    await db.customers.put(renamed);
    return ok(customerOf(renamed));
  });
}

/**
 * Removes a customer and everything that belongs to it from this device; an import of it that runs ends.
 * What was learned there and widened stays. `now` in ms.
 */
export function removeCustomer(db: SeatwiseDatabase, id: CustomerId, now: number): Promise<void> {
  return db.transaction('rw', [...customerTables(db), db.keptLists], async () => {
    const facts = (await rowsUnder(db.ruleFacts, id).toArray()).map(({ fact }) => fact);
    const sentUntil = await deleteCustomerRows(db, id, now);
    // the next one begins with an epoch by chance
    if (sentUntil <= now) await db.leases.delete(id);
    await forgetParts(db, id);
    await raiseJudged(db, facts);
  });
}
