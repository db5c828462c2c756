import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { CustomerRow } from './rows.ts';

/** The customer in a row, without what only the store needs. */
export function customerOf(row: CustomerRow): Customer {
  const {
    revision: _revision,
    setCount: _setCount,
    lastSequence: _lastSequence,
    ...customer
  } = row;
  return customer;
}

/** All customers on this device, in no order that means anything. */
export const listCustomers = async (db: SeatwiseDatabase): Promise<Customer[]> =>
  (await db.customers.toArray()).map(customerOf);

/** One customer; null when it is not on this device. */
export async function getCustomer(db: SeatwiseDatabase, id: CustomerId): Promise<Customer | null> {
  const row = await db.customers.get(id);
  return row === undefined ? null : customerOf(row);
}
