import type { ServicePlanId } from '#licenses/ids.ts';
import { isGained, isLost, type Touch } from '#rules/case.ts';
import type { Held } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { carryOver } from './carry-over.ts';
import type { Orders } from './orders.ts';

/** A service plan that is off in a lost product, and one of a gained product that brings it on. */
export interface SwitchedOn {
  readonly gain: Touch;
  readonly off: ServicePlanId;
  readonly on: ServicePlanId;
  readonly issue: Issue;
}

/** What a swap of the lost product for each one that the draft gives would keep off, and the draft does not. */
function broughtBy(lost: Touch, { products }: Orders, index: ProductIndex): SwitchedOn[] {
  const { before, skuId: from } = lost;
  if (before === undefined) return [];
  return products.flatMap((order) => {
    const gain = order.gain?.touch;
    if (gain?.after === undefined) return [];
    const [had, gets] = [index.products[lost.product], index.products[order.product]];
    const { off, choices } = carryOver({}, before, had, gets);
    return (off ?? []).flatMap((on) => {
      if (order.switches.has(on)) return [];
      const offs = choices.filter(({ becomes }) => becomes === on).map((choice) => choice.off);
      return (offs.length === 0 ? [on] : offs).map((plan): SwitchedOn => {
        const about = { from, to: order.skuId, off: plan, on };
        const issue = { code: 'switchedOn', severity: 'warning', ...about } as const;
        return { gain, off: plan, on, issue: index.issues.enter(issue) };
      });
    });
  });
}

/** True when some source says that one of the service plans is on today. */
function isOn(plans: readonly ServicePlanId[], held: Held, index: ProductIndex): boolean {
  for (let i = 0; i < held.size; i++) {
    const listed = index.products[held.products[i] ?? -1]?.servicePlans ?? [];
    for (const { disabledPlans } of held.assignments[i]?.paths ?? []) {
      if (disabledPlans === null) continue;
      const on = plans.filter((plan) => !disabledPlans.includes(plan));
      if (on.some((plan) => listed.some(({ id }) => id === plan))) return true;
    }
  }
  return false;
}

/**
 * Clearing one product and ticking another switches on what was off in the first one; a swap of the
 * two would keep it off. Says nothing of what is on by another product today, of what the draft
 * switches itself, nor where no source says what is off. `touches`: of the draft's lines.
 */
export function switchedOn(
  touches: readonly Touch[],
  before: Held,
  orders: Orders,
  index: ProductIndex,
): Issue[] {
  if (!touches.some(isGained)) return [];
  return touches.filter(isLost).flatMap((lost) => {
    let known = orders.switchedOn.get(lost);
    if (known === undefined) {
      known = broughtBy(lost, orders, index);
      orders.switchedOn.set(lost, known);
    }
    return known
      .filter(({ gain, off, on }) => touches.includes(gain) && !isOn([off, on], before, index))
      .map(({ issue }) => issue);
  });
}
