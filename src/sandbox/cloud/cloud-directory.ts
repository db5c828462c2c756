import { catalogPart } from '#sandbox/catalog-part.ts';
import type { Product } from '#licenses/product.ts';
import type { CloudTenant } from './cloud-tenant.ts';

const DAY = 86_400_000;

/** The subscriptions that end soon, in days from now; all others are renewed next year. */
const ENDING: ReadonlyMap<string, number> = new Map([
  [catalogPart('EMS').skuId, 20],
  [catalogPart('VISIOCLIENT').skuId, 9],
]);
const IN_GRACE = 12;
const RENEWED = 300;

function daysLeft({ skuId, units }: Product): number {
  if ((units?.warning ?? 0) > 0) return IN_GRACE;
  return ENDING.get(skuId) ?? RENEWED;
}

/** The `companySubscription`s that Graph shows: of each product one. `now` in ms. */
export const subscriptionsJson = (
  { tenantId, products }: CloudTenant,
  now: number,
): Record<string, unknown>[] =>
  [...products.values()].map((product) => {
    const { skuId, skuPartNumber, capabilityStatus, units } = product;
    const next = (Math.floor(now / DAY) + daysLeft(product)) * DAY;
    return {
      id: `${tenantId}_${skuId}`,
      commerceSubscriptionId: skuId,
      skuId,
      skuPartNumber,
      status: capabilityStatus ?? 'Enabled',
      totalLicenses: (units?.enabled ?? 0) + (units?.warning ?? 0),
      nextLifecycleDateTime: new Date(next).toISOString(),
      isTrial: false,
      ownerTenantId: null,
    };
  });
