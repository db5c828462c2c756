import type { ServicePlanId } from '#licenses/ids.ts';
import {
  changeablePath,
  groupsOf,
  type Assignment,
  type LicenseSet,
} from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { whyNotAssignable } from '#rules/not-assignable.ts';
import { emptyDraft, type DraftProduct, type ServicePlanAction } from './draft.ts';
import type { Filling, Skip } from './filling.ts';

type Switches = Partial<Record<ServicePlanId, ServicePlanAction>>;

/**
 * How the user has the product's service plans, on by any path; null where a path or the product's
 * list leaves that open.
 */
function switchesOf({ paths }: Assignment, product: Product): Switches | null {
  if (product.servicePlans === null) return null;
  if (paths.some(({ disabledPlans }) => disabledPlans === null)) return null;
  const switches: Switches = {};
  for (const { id, appliesTo } of product.servicePlans) {
    if (appliesTo !== 'User') continue;
    const isOff = paths.every(({ disabledPlans }) => disabledPlans?.includes(id) === true);
    switches[id] = isOff ? 'off' : 'on';
  }
  return switches;
}

/**
 * The draft that gives others what one user holds directly, or by a path that no source explained:
 * each product with its service plans on and off as that user has them. What only groups give is
 * listed: people get that by joining the group. `set` is what the user holds, `products` what the
 * customer has.
 */
export function copyLicenses(set: LicenseSet, products: readonly Product[]): Filling {
  const known = new Map(products.map((product) => [product.skuId, product]));
  const ticked: DraftProduct[] = [];
  const skips: Skip[] = [];
  for (const held of set) {
    const { skuId } = held;
    const product = known.get(skuId);
    const reason = whyNotAssignable(product);
    if (changeablePath(held) === undefined)
      skips.push({ kind: 'onlyByGroup', skuId, groupIds: groupsOf(held) });
    else if (product === undefined || reason !== null)
      skips.push({ kind: 'notAssignable', skuId, reason: reason ?? 'unidentified' });
    else {
      const servicePlans = switchesOf(held, product);
      if (servicePlans === null) skips.push({ kind: 'servicePlansUnknown', skuId });
      ticked.push({ skuId, action: 'assign', servicePlans: servicePlans ?? {} });
    }
  }
  return { draft: { ...emptyDraft, products: ticked }, skips };
}
