import type { ServicePlanId, SkuId } from './ids.ts';
import type { Assignment, LicenseSet } from './license-set.ts';
import type { LicenseSets } from './license-sets.ts';
import type { Product } from './product.ts';
import { weakerServicePlan } from './service-plan-strength.ts';

/**
 * Nearly every product carries it (247 of 619 in "Product names and service plan identifiers for
 * licensing", 29 October 2025) and it gives no mailbox: alone it is no reason to hold a product.
 */
const FOUNDATION = /^EXCHANGE_(S_)?FOUNDATION(_GOV)?$/;

type Products = ReadonlyMap<SkuId, Pick<Product, 'servicePlans'>>;

/**
 * The service plans that the assignment switches on for the user, by whichever path, without those of
 * the whole tenant and Exchange Foundation; null where a source left out which ones they are.
 */
function switchedOn({ skuId, paths }: Assignment, products: Products): ServicePlanId[] | null {
  const listed = products.get(skuId)?.servicePlans ?? null;
  if (listed === null || paths.some(({ disabledPlans }) => disabledPlans === null)) return null;
  return listed
    .filter(({ appliesTo, partName }) => appliesTo === 'User' && !FOUNDATION.test(partName))
    .map(({ id }) => id)
    .filter((plan) => paths.some(({ disabledPlans }) => disabledPlans?.includes(plan) !== true));
}

/** True when one of the service plans is this one, or a stronger one of the same service. */
const gives = (plans: readonly ServicePlanId[], wanted: ServicePlanId): boolean =>
  plans.some((plan) => plan === wanted || weakerServicePlan(plan, wanted) === wanted);

/**
 * The products of a license set that may be superfluous: another product of the set gives all that they
 * have switched on, or more of it. Two that give the same are both named. Products whose service plans
 * no source gave are never judged.
 */
export function superfluousIn(set: LicenseSet, products: Products): SkuId[] {
  if (set.length < 2) return [];
  const held = set.map((assignment) => ({
    sku: assignment.skuId,
    plans: switchedOn(assignment, products),
  }));
  return held
    .filter(({ sku, plans }) => {
      if (plans === null || plans.length === 0) return false;
      return held.some(
        (other) =>
          other.sku !== sku &&
          other.plans !== null &&
          plans.every((plan) => gives(other.plans ?? [], plan)),
      );
    })
    .map(({ sku }) => sku);
}

/** 1 at the number of every set that holds a superfluous product; one look per distinct set. */
export function overlappingSets(sets: LicenseSets, products: readonly Product[]): Uint8Array {
  const bySku = new Map(products.map((product) => [product.skuId, product]));
  return Uint8Array.from({ length: sets.size }, (_, number) =>
    superfluousIn(sets.at(number), bySku).length > 0 ? 1 : 0,
  );
}
