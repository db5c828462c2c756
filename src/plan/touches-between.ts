import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import type { Touch } from '#rules/case.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { ServicePlanAction } from './draft.ts';

const NOTHING: ReadonlyMap<ServicePlanId, ServicePlanAction> = new Map();

/** Service plans that the path of ours has on or off differently; nothing where a source did not say. */
function switchesBetween(
  before: Assignment,
  after: Assignment,
): ReadonlyMap<ServicePlanId, ServicePlanAction> {
  const was = changeablePath(before)?.disabledPlans;
  const is = changeablePath(after)?.disabledPlans;
  if (!was || !is) return NOTHING;
  const off = is.filter((plan) => !was.includes(plan));
  const on = was.filter((plan) => !is.includes(plan));
  return new Map([
    ...off.map((plan) => [plan, 'off'] as const),
    ...on.map((plan) => [plan, 'on'] as const),
  ]);
}

function touchOf(
  before: Assignment | undefined,
  after: Assignment | undefined,
): Pick<Touch, 'action' | 'switches'> {
  if (before === undefined) return { action: 'assign', switches: NOTHING };
  const isTaken = after === undefined || (!changeablePath(after) && changeablePath(before));
  if (isTaken) return { action: 'revoke', switches: NOTHING };
  return { action: 'leave', switches: switchesBetween(before, after) };
}

/**
 * What would have to be asked of each product to come from one license set to the other. Products
 * that stay as they are, are the same object in both and not named.
 */
export function touchesBetween(
  before: LicenseSet,
  after: LicenseSet,
  index: ProductIndex,
): Touch[] {
  const touches: Touch[] = [];
  const add = (was: number, is: number): void => {
    const [held, next] = [before[was], after[is]];
    const named = held ?? next;
    if (named === undefined || held === next) return;
    const product = index.numberOf(named.skuId);
    touches.push({
      skuId: named.skuId,
      product,
      ...touchOf(held, next),
      before: held,
      after: next,
      maskBefore: held === undefined ? index.none : index.maskOf(held, product),
      maskAfter: next === undefined ? index.none : index.maskOf(next, product),
    });
  };
  before.forEach(({ skuId }, was) => {
    add(
      was,
      after.findIndex((next) => next.skuId === skuId),
    );
  });
  after.forEach(({ skuId }, is) => {
    if (!before.some((held) => held.skuId === skuId)) add(-1, is);
  });
  return touches;
}
