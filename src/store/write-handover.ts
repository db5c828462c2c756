import { fail, ok, type Result } from '#base/result.ts';
import type { Customer } from '#customers/customer.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { HandoverRow } from './handovers.ts';
import { claimedOrKept, keptTables } from './kept-back.ts';

/** Why users were not handed over; nothing was written. */
export interface HandoverRefusal {
  /** `stale`: the customer, or who of it is being sent, is different by now. */
  readonly kind: 'stale' | 'gone';
}

/**
 * Marks the users of a plan as handed over, if the customer still has `expectedVersion` and none of them
 * is claimed by a run, held back or handed over already. Raises the version.
 */
export function writeHandover(
  db: SeatwiseDatabase,
  row: HandoverRow,
  expectedVersion: number,
): Promise<Result<Customer, HandoverRefusal>> {
  const { customerId, positions } = row;
  return db.transaction('rw', [db.customers, ...keptTables(db)], async () => {
    const customer = await db.customers.get(customerId);
    if (customer === undefined) return fail({ kind: 'gone' } as const);
    const taken = await claimedOrKept(db, customerId);
    const isFree = positions.every((position) => !taken.has(position));
    if (customer.version !== expectedVersion || !isFree) return fail({ kind: 'stale' } as const);
    const next = { ...customer, version: customer.version + 1 };
    await Promise.all([db.handovers.add(row), db.customers.put(next)]);
    return ok(customerOf(next));
  });
}
