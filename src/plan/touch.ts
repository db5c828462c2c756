import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, type Assignment, type Path } from '#licenses/license-set.ts';
import { listedPlans } from '#licenses/product.ts';
import { judgeTouch } from '#rules/judge.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { ServicePlanAction } from './draft.ts';
import type { JudgedTouch, ProductOrder } from './orders.ts';

/** The path with the named service plans switched; the same object when they are so already. */
function switched(
  path: Path,
  disabledPlans: readonly ServicePlanId[],
  switches: ReadonlyMap<ServicePlanId, ServicePlanAction>,
): Path {
  const off = new Set(disabledPlans);
  for (const [plan, to] of switches) {
    if (to === 'off') off.add(plan);
    else off.delete(plan);
  }
  const isAsAsked =
    off.size === disabledPlans.length && disabledPlans.every((plan) => off.has(plan));
  return isAsAsked ? path : { ...path, disabledPlans: [...off].sort() };
}

/** Service plans of the direct path (or the one that may be direct) switched; group paths stay. */
function edited(order: ProductOrder, before: Assignment, index: ProductIndex): Assignment {
  const path = changeablePath(before);
  if (path === undefined || path.disabledPlans === null || !order.canSwitch) return before;
  const off = listedPlans(path.disabledPlans, index.products[order.product]);
  const after = switched(path, off, order.switches);
  if (after === path) return before;
  return { ...before, paths: before.paths.map((other) => (other === path ? after : other)) };
}

/** Everything but what groups give is taken away. */
function revoked(before: Assignment): Assignment | undefined {
  const paths = before.paths.filter(({ via }) => via.kind === 'group');
  if (paths.length === before.paths.length) return before;
  return paths.length === 0 ? undefined : { ...before, paths };
}

function judged(order: ProductOrder, before: Assignment, index: ProductIndex): JudgedTouch {
  const { skuId, product, action, switches } = order;
  const after = action === 'revoke' ? revoked(before) : edited(order, before, index);
  const maskAfter = after === undefined ? index.none : index.maskOf(after, product);
  const touch = { skuId, product, action, switches, before, after, maskAfter };
  return { touch, issues: judgeTouch(touch, index) };
}

/**
 * What one line of the draft does to what a user holds of that product, judged once for equal
 * assignments; null when it asks nothing of such a user. Assign gives it to who lacks it as the plan is shown:
 * who has it through a group gets no direct copy, also where an earlier Save takes one away. Undo brings that back.
 */
export function touch(
  order: ProductOrder,
  before: Assignment | undefined,
  index: ProductIndex,
): JudgedTouch | null {
  if (before === undefined) return order.gain;
  if (order.action !== 'revoke' && order.switches.size === 0) return null;
  let known = order.known.get(before);
  if (known === undefined) {
    known = judged(order, before, index);
    order.known.set(before, known);
  }
  return known;
}
