import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { isSameService, type NamedServicePlan } from '#rules/same-service.ts';
import type { ServicePlanAction, Swap } from './draft.ts';

/** A service plan that is off, and one of the new product that gives the same service under another id. */
export interface SwapChoice {
  readonly off: ServicePlanId;
  readonly becomes: ServicePlanId;
}

/** What a swap carries over from how one user holds the first product. */
export interface CarryOver {
  /** Service plans of the new product that come switched off; null where no source says which. */
  readonly off: readonly ServicePlanId[] | null;
  readonly choices: readonly SwapChoice[];
}

/** Nothing to keep off. */
export const NOTHING_OFF: CarryOver = { off: [], choices: [] };

/** Service plans that are off on every path; null when no source said of one path. */
function offIn({ paths }: Assignment): readonly ServicePlanId[] | null {
  let off: readonly ServicePlanId[] | null = null;
  for (const { disabledPlans } of paths) {
    if (disabledPlans === null) return null;
    off = off === null ? disabledPlans : off.filter((plan) => disabledPlans.includes(plan));
  }
  return off ?? [];
}

/** The service plans of `to` that can be switched and give the same service; none where `to` has the plan itself. */
function becomes(
  plan: ServicePlanId,
  from: Product | undefined,
  to: Product,
): readonly ServicePlanId[] {
  const [listed, offered] = [from?.servicePlans ?? [], to.servicePlans ?? []];
  if (offered.some(({ id }) => id === plan)) return [];
  const known = listed.find(({ id }) => id === plan);
  const one: NamedServicePlan = { id: plan, partName: known?.partName ?? null };
  return offered
    .filter(({ id, appliesTo }) => appliesTo === 'User' && !listed.some((own) => own.id === id))
    .filter((other) => isSameService(one, other))
    .map(({ id }) => id);
}

/**
 * Which service plans of `to` come switched off for users who hold `from` so: those that are off now,
 * and those that give the service of one that is off under another id, unless the person decided to
 * switch them on. Service plans that act for the whole tenant cannot be switched. A product is
 * undefined, or lists no service plans, where no source told them.
 */
export function carryOver(
  decided: Swap['decided'],
  held: Assignment,
  from: Product | undefined,
  to: Product | undefined,
): CarryOver {
  const off = offIn(held);
  if (off?.length === 0) return NOTHING_OFF;
  const offered = to?.servicePlans ?? null;
  if (off === null || to === undefined || offered === null) return { off: null, choices: [] };
  const switchable = new Set(
    offered.filter(({ appliesTo }) => appliesTo === 'User').map(({ id }) => id),
  );
  const choices = off.flatMap((plan) =>
    becomes(plan, from, to).map((other) => ({ off: plan, becomes: other })),
  );
  const kept = choices.map((choice) => choice.becomes).filter((id) => decided[id] !== 'on');
  const same = off.filter((id) => switchable.has(id));
  return { off: [...new Set([...same, ...kept])].sort(), choices };
}

/** What comes switched off once these are switched for everybody who gets the product. */
export function switchedOff(
  off: readonly ServicePlanId[],
  switches: ReadonlyMap<ServicePlanId, ServicePlanAction>,
): readonly ServicePlanId[] {
  if (switches.size === 0) return off;
  const ids = new Set(off);
  for (const [id, action] of switches) {
    if (action === 'off') ids.add(id);
    else ids.delete(id);
  }
  return [...ids].sort();
}

/**
 * Service plans that `to` brings and `from` has in no form; null where no source listed those of
 * either. Only those that can be switched.
 */
export function newServicePlans(
  from: Product | undefined,
  to: Product | undefined,
): readonly ServicePlanId[] | null {
  const [had, offered] = [from?.servicePlans ?? null, to?.servicePlans ?? null];
  if (had === null || offered === null) return null;
  return offered
    .filter(({ appliesTo }) => appliesTo === 'User')
    .filter((plan) => !had.some((own) => own.id === plan.id || isSameService(own, plan)))
    .map(({ id }) => id);
}
