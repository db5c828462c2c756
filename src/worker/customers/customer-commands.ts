import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { getCustomer, listCustomers, removeCustomer, renameCustomer } from '#store/customers.ts';
import { listPurchases, putPurchase } from '#store/purchases.ts';
import { typeUnits } from '#store/type-units.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { EntitlementView, PurchaseView } from '#worker/licenses/license-types.ts';
import { entitlementViews } from '#worker/licenses/entitlement-view.ts';
import { countHolders } from '#worker/licenses/holder-counts.ts';
import type { Commands, Desk } from '#worker/desk.ts';

type CustomerCommands = Pick<
  Commands,
  | 'customers'
  | 'customer'
  | 'renameCustomer'
  | 'removeCustomer'
  | 'allLicenses'
  | 'entitlements'
  | 'typeUnits'
  | 'purchases'
  | 'buy'
>;

/** Customers, what they own, and what is to be bought for them. */
export function customerCommands({
  db,
  customers,
  selections,
  lists,
  clouds,
  now,
}: Desk): CustomerCommands {
  const entitlements = async (id: CustomerId, locale: LocaleTag): Promise<EntitlementView[]> => {
    const open = await customers.open(id);
    const toBuy = new Map<SkuId, number>();
    for (const { customerId, skuId, count } of await listPurchases(db, null))
      if (customerId === id) toBuy.set(skuId, count);
    return entitlementViews(open, open.namer(locale), toBuy);
  };

  return {
    customers: () => listCustomers(db),
    customer: (id) => getCustomer(db, id),
    async renameCustomer(id, name) {
      await renameCustomer(db, id, name);
    },

    async removeCustomer(id) {
      await removeCustomer(db, id);
      customers.forget(id);
      selections.forget(id);
      lists.forget(id);
      clouds.forget(id);
    },

    async allLicenses(locale) {
      const all: EntitlementView[] = [];
      for (const { id } of await listCustomers(db)) all.push(...(await entitlements(id, locale)));
      return all;
    },

    entitlements,

    async typeUnits(id, sku, total) {
      const { data } = await customers.open(id);
      await typeUnits(db, id, sku, total, countHolders(data, 'baseline').get(sku) ?? 0);
      await customers.reload(id);
    },

    async purchases(locale) {
      const lines: PurchaseView[] = [];
      for (const { customerId, skuId, count, addedAt } of await listPurchases(db, null)) {
        const open = await customers.open(customerId);
        const namer = open.namer(locale);
        lines.push({
          customerId,
          customerName: open.data.customer.name,
          skuId,
          name: namer.product(skuId),
          skuPartNumber: namer.partNumber(skuId),
          count,
          addedAt,
        });
      }
      return lines;
    },

    buy: (id, sku, count) => putPurchase(db, { customerId: id, skuId: sku, count, addedAt: now() }),
  };
}
