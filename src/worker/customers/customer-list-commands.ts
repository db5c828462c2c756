import type { Customer, CustomerId } from '#customers/customer.ts';
import { getCustomer, listCustomers } from '#store/customers.ts';
import type { Kernel } from '#worker/kernel.ts';

/** Which customers are on this device. */
export const customerListCommands = ({ db }: Pick<Kernel, 'db'>) => ({
  customers: (): Promise<Customer[]> => listCustomers(db),

  customer: (id: CustomerId): Promise<Customer | null> => getCustomer(db, id),
});
