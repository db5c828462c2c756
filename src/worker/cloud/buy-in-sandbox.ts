import type { CustomerData } from '#users/customer-data.ts';
import type { Product } from '#licenses/product.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { listPurchases, putPurchase } from '#store/purchases.ts';
import { refreshUnits } from '#store/refresh-units.ts';
import type { Bought } from './cloud-types.ts';
import type { SampleClouds } from './sample-clouds.ts';

/**
 * Buys licenses in the cloud of a sample customer, takes over here what the cloud has of these products then,
 * and takes off the buy list what was bought. Products that the customer does not own are not sold.
 */
export async function buyInSandbox(
  { db, clouds }: { readonly db: SeatwiseDatabase; readonly clouds: SampleClouds },
  { customer, products }: CustomerData,
  bought: readonly Bought[],
): Promise<void> {
  const told = new Map<SkuId, Product | null>(products.map(({ skuId }) => [skuId, null]));
  await clouds.change(customer.id, (tenant) => {
    for (const { skuId, count } of bought) {
      tenant.buy(skuId, count);
      const product = tenant.products.get(skuId);
      if (!product?.units) continue;
      const units = { ...product.units, consumed: tenant.consumed(skuId) };
      told.set(skuId, { ...product, units });
    }
  });
  await refreshUnits(db, customer.id, told);
  for (const line of await listPurchases(db, customer.id)) {
    const count = bought.find(({ skuId }) => skuId === line.skuId)?.count ?? 0;
    if (count > 0) await putPurchase(db, { ...line, count: Math.max(0, line.count - count) });
  }
}
