import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { whyNotAssignable } from '#rules/not-assignable.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { countHolders, countUntold } from './holder-counts.ts';
import type { EntitlementView, ProductView } from './license-types.ts';
import type { Namer } from './namer.ts';

/** A product with its names, as every screen shows it. */
export function productView(product: Product, namer: Namer): ProductView {
  return {
    skuId: product.skuId,
    name: namer.product(product.skuId),
    skuPartNumber: product.skuPartNumber,
    appliesTo: product.appliesTo,
    status: product.capabilityStatus,
    units: product.units,
    unitsTyped: product.unitsFrom === 'typed',
    servicePlans:
      product.servicePlans &&
      product.servicePlans.map(({ id }) => namer.servicePlan(product.skuId, id)),
    notAssignable: whyNotAssignable(product),
  };
}

/** Products by name, those that can be assigned to users first. */
export function productViews(data: CustomerData, namer: Namer): ProductView[] {
  return data.products
    .map((product) => productView(product, namer))
    .sort((a, b) => Number(rankLast(a)) - Number(rankLast(b)) || namer.compare(a.name, b.name));
}

const rankLast = ({ appliesTo, status }: ProductView): boolean =>
  appliesTo === 'Company' || (status !== null && status !== 'Enabled' && status !== 'Warning');

/** The customer's page: every product with its numbers, planned and as last known. */
export function entitlementViews(
  open: OpenCustomer,
  namer: Namer,
  toBuy: ReadonlyMap<SkuId, number>,
): EntitlementView[] {
  const { customer } = open.data;
  const planned = countHolders(open.data, 'planned');
  const baseline = countHolders(open.data, 'baseline');
  const untold = countUntold(open.data);
  return productViews(open.data, namer).map((product) => {
    const units = open.planner.available(product.skuId);
    return {
      ...product,
      customerId: customer.id,
      customerName: customer.name,
      sample: customer.origin === 'sample',
      holders: planned.get(product.skuId) ?? 0,
      holdersInCloud: baseline.get(product.skuId) ?? 0,
      holdersUntold: untold(product.skuId),
      available: units.planned,
      availableInCloud: units.cloud,
      toBuy: toBuy.get(product.skuId) ?? 0,
    };
  });
}
