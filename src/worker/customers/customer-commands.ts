import type { Customer, CustomerId } from '#customers/customer.ts';
import { getCustomer, listCustomers, removeCustomer, renameCustomer } from '#store/customers.ts';
import type { Desk } from '#worker/desk.ts';

/** Which customers are on this device. */
export function customerCommands({ db, customers, selections, lists, clouds }: Desk) {
  return {
    customers: (): Promise<Customer[]> => listCustomers(db),

    customer: (id: CustomerId): Promise<Customer | null> => getCustomer(db, id),

    /** Those of which something could not be read when it was last asked: what is stored of them is damaged. */
    damagedCustomers: async (): Promise<Customer[]> =>
      (await listCustomers(db)).filter(({ id }) => customers.damaged.has(id)),

    async renameCustomer(id: CustomerId, name: string): Promise<void> {
      await renameCustomer(db, id, name);
    },

    async removeCustomer(id: CustomerId): Promise<void> {
      await removeCustomer(db, id);
      customers.forget(id);
      selections.forget(id);
      lists.forget(id);
      clouds.forget(id);
    },
  };
}
