import type { ProductAction, ServicePlanAction } from '#plan/draft.ts';
import type { ProductPreview, ServicePlanState } from '#plan/preview.ts';
import type { ProductView } from '#worker/licenses/license-types.ts';

/** What a box shows: true (all), false (none), or mixed (some). */
export type Tick = boolean | 'mixed';

/** What can be chosen for a product and the selection; `byGroup`: all hold it, by groups alone. */
export interface Choices {
  readonly assign: boolean;
  readonly revoke: boolean;
  readonly reason: ProductView['notAssignable'] | 'byGroup';
}

/** What may be ticked. Who holds it by groups alone cannot lose it here; a name without a GUID cannot be sent at all. */
export function choicesOf(product: ProductView, preview: ProductPreview, users: number): Choices {
  const { notAssignable: forbidden } = product;
  const revoke = preview.held > preview.heldByGroupOnly && forbidden !== 'unidentified';
  const assign = forbidden === null && preview.held < users;
  const locked = preview.held > 0 && preview.held === users && preview.heldByGroupOnly === users;
  return { assign, revoke, reason: locked ? 'byGroup' : forbidden };
}

const share = (some: number, all: number): Tick =>
  some === 0 ? false : some >= all ? true : 'mixed';

/** What the box of a product shows before anything is ticked. */
export const heldTick = ({ held, untold }: ProductPreview, users: number): Tick =>
  untold > 0 ? 'mixed' : share(held, users);

/** What the box of a product shows with what is ticked. */
export const productTick = (action: ProductAction, held: Tick): Tick =>
  action === 'leave' ? held : action === 'assign';

/**
 * What a press on the box means. Mixed: assign to all, revoke from all, leave as is, and round again;
 * a full box clears, an empty one ticks. Choices that are not allowed are passed over.
 */
export function nextAction(action: ProductAction, held: Tick, can: Choices): ProductAction {
  const ring: ProductAction[] = ['leave'];
  if (held !== true && can.assign) ring.push('assign');
  if (held !== false && can.revoke) ring.push('revoke');
  return ring[(ring.indexOf(action) + 1) % ring.length] ?? 'leave';
}

/** The users behind one service plan's box: those who hold the product and those who get it. */
export interface ServicePlanBox {
  readonly all: number;
  readonly on: number;
  readonly onByGroup: number;
  readonly unknown: number;
  readonly held: Tick;
  /** On by groups for everybody: cannot be switched off on the users. */
  readonly locked: boolean;
}

/** Who newly gets a product gets every service plan switched on, unless it is switched off here. */
export function servicePlanBox(state: ServicePlanState, newHolders: number): ServicePlanBox {
  const all = state.holders + newHolders;
  const on = state.on + newHolders;
  return {
    all,
    on,
    onByGroup: state.onByGroup,
    unknown: state.unknown,
    held: state.unknown > 0 ? 'mixed' : share(on, all),
    locked: all > 0 && state.onByGroup === all,
  };
}

/** How the holders of a product and those who get it by a swap have its service plans, together. */
export const added = (
  states: readonly ServicePlanState[],
  coming: readonly ServicePlanState[],
): ServicePlanState[] =>
  states.map((state) => {
    const more = coming.find(({ servicePlanId }) => servicePlanId === state.servicePlanId);
    if (more === undefined) return state;
    return { ...state, holders: state.holders + more.holders, on: state.on + more.on };
  });

/** What the box of a service plan shows with what is ticked. */
export const servicePlanTick = (action: ServicePlanAction | null, held: Tick): Tick =>
  action === null ? held : action === 'on';

/** What a press on a service plan's box means; null leaves it as it is. */
export function nextServicePlanAction(
  action: ServicePlanAction | null,
  held: Tick,
): ServicePlanAction | null {
  const ring: (ServicePlanAction | null)[] = [null];
  if (held !== true) ring.push('on');
  if (held !== false) ring.push('off');
  return ring[(ring.indexOf(action) + 1) % ring.length] ?? null;
}
