import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, type Assignment } from '#licenses/license-set.ts';
import type { Touch } from '#rules/case.ts';
import type { PlanMask } from '#rules/plan-mask.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { Delta } from './delta.ts';
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

/** What would have to be asked of each product for the delta. */
export const touchesOf = ({ products }: Delta, index: ProductIndex): Touch[] =>
  [...products].map(([skuId, { before, after }]) => {
    const product = index.numberOf(skuId);
    const maskOf = (assignment: Assignment | undefined): PlanMask =>
      assignment === undefined ? index.none : index.maskOf(assignment, product);
    const masks = { maskBefore: maskOf(before), maskAfter: maskOf(after) };
    return { skuId, product, ...touchOf(before, after), before, after, ...masks };
  });
