import { ok, type Result } from '#base/result.ts';
import type { BindRefusal } from '#customers/bind-refusal.ts';
import type { Customer, CustomerId, TenantId } from '#customers/customer.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import { listCustomers } from '#store/customers.ts';
import { removeCustomer, renameCustomer } from '#store/edit-customers.ts';
import type { Desk } from '#worker/desk.ts';
import { AttentionCounts } from './attention.ts';
import type { Attention } from './attention-types.ts';

/** What stands with the customers on this device, and what is done with one as a whole. */
export function customerCommands(desk: Desk) {
  const { db, customers, selections, lists, clouds, now } = desk;
  const attention = new AttentionCounts(desk);
  return {
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

    /** Says for good which tenant a customer is; a person has seen whose it is (job `matchTenant`). */
    async bindCustomer(
      id: CustomerId,
      tenantId: TenantId,
      defaultDomain: string | null,
    ): Promise<Result<null, BindRefusal>> {
      const bound = await bindTenant(db, id, tenantId, defaultDomain);
      if (!bound.ok) return bound;
      await customers.reload(id);
      return ok(null);
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
