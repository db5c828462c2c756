import type { ServicePlanId } from '#licenses/ids.ts';
import { both, isEmpty, without, type Bits } from '#rules/bits.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { Rows } from '#rules/rows.ts';
import type { Sayings } from '#rules/said.ts';
import type { TouchedRows } from '#rules/touched-rows.ts';
import { SameServices } from './carry-over.ts';
import type { LineRows } from './line-rows.ts';
import type { ProductOrder } from './orders.ts';

/** A service plan that is off in a lost product, one of a gained product that brings it on, and whom that concerns. */
interface SwitchedOn {
  readonly off: ServicePlanId;
  readonly on: ServicePlanId;
  readonly rows: Bits;
}

/** Which services of the lost product the order's product gives. */
function servicesOf(order: ProductOrder, lost: TouchedRows, { products }: ProductIndex) {
  let services = order.replaces.get(lost.skuId);
  if (services === undefined) {
    services = new SameServices(products[lost.product], products[order.product]);
    order.replaces.set(lost.skuId, services);
  }
  return services;
}

/** What a swap would keep off for those who have these service plans off, and the draft does not: see `carryOver`. */
function switchedOnBy(
  order: ProductOrder,
  services: SameServices,
  off: ReadonlyMap<ServicePlanId, Bits>,
): SwitchedOn[] {
  const { switchable } = services;
  if (switchable === null) return [];
  const found: SwitchedOn[] = [];
  const own = new Map([...off].filter(([plan]) => switchable.has(plan)));
  for (const [plan, rows] of off) {
    for (const on of services.becomes(plan)) {
      found.push({ off: plan, on, rows });
      const same = own.get(on);
      // said of what it comes from
      if (same !== undefined) own.set(on, without(same, rows));
    }
  }
  for (const [on, rows] of own) found.push({ off: on, on, rows });
  return found.filter(({ on }) => !order.switches.has(on));
}

/**
 * Clearing one product and ticking another switches on what was off in the first one; a swap of the
 * two would keep it off. Says nothing of what is on by another product today, of what the draft
 * switches itself, nor where no source says what is off.
 */
export function sayWhatSwitchesOn(
  lines: readonly LineRows[],
  { before: held, index }: Rows,
  said: Sayings,
): void {
  for (const { touched: lost } of lines) {
    if (isEmpty(lost.lost)) continue;
    const off = held.plans.off(lost.column);
    for (const { order, touched } of lines) {
      const meeting = both(lost.lost, touched.gained);
      if (isEmpty(meeting)) continue;
      const services = servicesOf(order, lost, index);
      for (const { off: plan, on, rows } of switchedOnBy(order, services, off)) {
        const about = { from: lost.skuId, to: order.skuId, off: plan, on };
        const told = without(without(both(meeting, rows), held.plans.on(plan)), held.plans.on(on));
        said.say(told, () =>
          index.issues.enter({ code: 'switchedOn', severity: 'warning', ...about }),
        );
      }
    }
  }
}
