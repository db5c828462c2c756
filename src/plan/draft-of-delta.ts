import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, type Assignment } from '#licenses/license-set.ts';
import { LOCATION_NONE, locationLetters } from '#users/usage-location.ts';
import type { Delta, ProductDelta } from './delta.ts';
import { emptyDraft, type Draft, type DraftProduct, type ServicePlanAction } from './draft.ts';

type Switches = Partial<Record<ServicePlanId, ServicePlanAction>>;

const offIn = (assignment: Assignment): readonly ServicePlanId[] | null =>
  changeablePath(assignment)?.disabledPlans ?? null;

function switchesTo(before: Assignment, after: Assignment): Switches {
  const [was, is] = [offIn(before), offIn(after)];
  const switches: Switches = {};
  if (was === null || is === null) return switches;
  for (const plan of is) if (!was.includes(plan)) switches[plan] = 'off';
  for (const plan of was) if (!is.includes(plan)) switches[plan] = 'on';
  return switches;
}

function lineOf({ before, after }: ProductDelta): Omit<DraftProduct, 'skuId'> {
  if (after === undefined) return { action: 'revoke', servicePlans: {} };
  if (before === undefined) {
    const off = (offIn(after) ?? []).map((plan) => [plan, 'off'] as const);
    return { action: 'assign', servicePlans: Object.fromEntries(off) };
  }
  const isTaken = !changeablePath(after) && changeablePath(before) !== undefined;
  if (isTaken) return { action: 'revoke', servicePlans: {} };
  return { action: 'leave', servicePlans: switchesTo(before, after) };
}

/**
 * The draft that asks for what a delta does. Two things no draft can ask for are left out: a direct copy
 * of what a group gives, and a usage location for who has one.
 */
export function draftOfDelta({ products, location }: Delta): Draft {
  const lines = [...products].map(([skuId, delta]) => ({ skuId, ...lineOf(delta) }));
  const isSet = location !== null && location.before === LOCATION_NONE;
  return {
    ...emptyDraft,
    products: lines.filter(
      ({ action, servicePlans }) => action !== 'leave' || Object.keys(servicePlans).length > 0,
    ),
    usageLocation: isSet ? locationLetters(location.after) : null,
  };
}
