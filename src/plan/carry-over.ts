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

/** Which service plans of one product stand for those of another; each is looked up once. */
export class SameServices {
  readonly #from: Product | undefined;
  readonly #to: Product | undefined;
  readonly #becomes = new Map<ServicePlanId, readonly ServicePlanId[]>();
  /** Of the second product; null where no source listed them. */
  readonly switchable: ReadonlySet<ServicePlanId> | null;

  constructor(from: Product | undefined, to: Product | undefined) {
    this.#from = from;
    this.#to = to;
    const offered = to?.servicePlans ?? null;
    const users = offered?.filter(({ appliesTo }) => appliesTo === 'User');
    this.switchable = users === undefined ? null : new Set(users.map(({ id }) => id));
  }

  /** Those that can be switched and give the same service; none where the plan itself comes. */
  becomes(plan: ServicePlanId): readonly ServicePlanId[] {
    let known = this.#becomes.get(plan);
    if (known === undefined) this.#becomes.set(plan, (known = this.#find(plan)));
    return known;
  }

  #find(plan: ServicePlanId): readonly ServicePlanId[] {
    const [listed, offered] = [this.#from?.servicePlans ?? [], this.#to?.servicePlans ?? []];
    if (offered.some(({ id }) => id === plan)) return [];
    const known = listed.find(({ id }) => id === plan);
    const one: NamedServicePlan = { id: plan, partName: known?.partName ?? null };
    return offered
      .filter(({ id, appliesTo }) => appliesTo === 'User' && !listed.some((own) => own.id === id))
      .filter((other) => isSameService(one, other))
      .map(({ id }) => id);
  }
}

/**
 * Which service plans of the second product come switched off for users who hold the first one so:
 * those that are off now, and those that give the service of one that is off under another id, unless
 * the person decided to switch them on. Service plans that act for the whole tenant cannot be switched.
 */
export function carryOver(
  decided: Swap['decided'],
  held: Assignment,
  services: SameServices,
): CarryOver {
  const off = offIn(held);
  if (off?.length === 0) return NOTHING_OFF;
  const { switchable } = services;
  if (off === null || switchable === null) return { off: null, choices: [] };
  const choices = off.flatMap((plan) =>
    services.becomes(plan).map((other) => ({ off: plan, becomes: other })),
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
