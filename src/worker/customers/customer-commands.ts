import type { Customer, CustomerId } from '#customers/customer.ts';
import { getCustomer, listCustomers, removeCustomer, renameCustomer } from '#store/customers.ts';
import type { Desk } from '#worker/desk.ts';
import { AttentionCounts } from './attention.ts';
import type { Attention } from './attention-types.ts';

/** Which customers are on this device. */
export function customerCommands(desk: Desk) {
  const { db, customers, selections, lists, clouds, now } = desk;
  const attention = new AttentionCounts(desk);
  return {
    customers: (): Promise<Customer[]> => listCustomers(db),

    customer: (id: CustomerId): Promise<Customer | null> => getCustomer(db, id),

    /** Those of which something could not be read when it was last asked: what is stored of them is damaged. */
    damagedCustomers: async (): Promise<Customer[]> =>
      (await listCustomers(db)).filter(({ id }) => customers.damaged.has(id)),

    /** What needs care at every customer that can be read. */
    attention: (): Promise<Attention[]> => attention.ofAll(),

    /** What needs care at one customer; null where it cannot be read. */
    attentionOf: (id: CustomerId): Promise<Attention | null> => attention.of(id),

    async renameCustomer(id: CustomerId, name: string): Promise<void> {
      await renameCustomer(db, id, name);
    },

    async removeCustomer(id: CustomerId): Promise<void> {
      await removeCustomer(db, id, now());
      customers.forget(id);
      selections.forget(id);
      lists.forget(id);
      clouds.forget(id);
    },
  };
}
