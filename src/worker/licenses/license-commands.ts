import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { listCustomers } from '#store/customers.ts';
import { listPurchases, putPurchase } from '#store/purchases.ts';
import { typeUnits } from '#store/type-units.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { entitlementViews } from './entitlement-view.ts';
import { countHolders } from './holder-counts.ts';
import type { EntitlementView, LicenseRow, PurchaseView } from './license-types.ts';

/** What customers own, and what is to be bought for them. */
export function licenseCommands({ db, customers, now }: Desk) {
  const entitlements = async (id: CustomerId, locale: LocaleTag): Promise<EntitlementView[]> => {
    const open = await customers.open(id);
    const toBuy = new Map<SkuId, number>();
    for (const { skuId, count } of await listPurchases(db, id)) toBuy.set(skuId, count);
    return entitlementViews(open, open.namer(locale), toBuy);
  };

  return {
    entitlements,

    /** Of every customer that can be read; of these only where some are named. */
    async allLicenses(locale: LocaleTag, of?: readonly CustomerId[]): Promise<LicenseRow[]> {
      const all: LicenseRow[] = [];
      for (const id of of ?? (await listCustomers(db)).map((one) => one.id)) {
        const rows = await customers.answer(id, () => entitlements(id, locale));
        for (const { servicePlans: _, ...row } of rows ?? []) all.push(row);
      }
      return all;
    },

    /** Types the number of licenses of a product whose numbers no source gave. */
    async typeUnits(id: CustomerId, sku: SkuId, total: number): Promise<void> {
      const { data } = await customers.open(id);
      await typeUnits(db, id, {
        sku,
        total,
        consumed: countHolders(data, 'baseline').get(sku) ?? 0,
      });
      await customers.reload(id);
    },

    async purchases(locale: LocaleTag): Promise<PurchaseView[]> {
      const lines: PurchaseView[] = [];
      for (const { customerId, skuId, count, addedAt } of await listPurchases(db, null)) {
        const line = await customers.answer(customerId, async () => {
          const open = await customers.open(customerId);
          const namer = open.namer(locale);
          return {
            customerId,
            customerName: open.data.customer.name,
            isSample: open.data.customer.origin === 'sample',
            skuId,
            name: namer.product(skuId),
            skuPartNumber: namer.partNumber(skuId),
            count,
            addedAt,
          };
        });
        if (line !== null) lines.push(line);
      }
      return lines;
    },

    /** Puts the number on the customer's buy list; 0 takes it off. */
    buy: (id: CustomerId, sku: SkuId, count: number): Promise<void> =>
      putPurchase(db, { customerId: id, skuId: sku, count, addedAt: now() }),
  };
}
