import { SHORT_STEP, type Steps } from '#base/steps.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { assignmentOf, type Assignment, type Path } from '#licenses/license-set.ts';
import type { PlanningContext } from './planning-context.ts';
import { countSets } from './product-holders.ts';
import type { ServicePlanState } from './preview.ts';

const isOn = ({ disabledPlans }: Path, plan: ServicePlanId): boolean =>
  disabledPlans?.includes(plan) === false;

function stateOf(
  { paths }: Assignment,
  plan: ServicePlanId,
): 'on' | 'onByGroup' | 'unknown' | 'off' {
  if (paths.some((path) => path.via.kind === 'group' && isOn(path, plan))) return 'onByGroup';
  if (paths.some((path) => isOn(path, plan))) return 'on';
  return paths.some(({ disabledPlans }) => disabledPlans === null) ? 'unknown' : 'off';
}

/**
 * Of each service plan of the product, how many of the users have it on, planned; empty when no
 * source listed the product's service plans.
 */
export function* servicePlanStates(
  context: PlanningContext,
  users: Uint32Array,
  sku: SkuId,
): Steps<ServicePlanState[]> {
  const product = context.index.products[context.index.numberOf(sku)];
  const tallies = (product?.servicePlans ?? []).map(({ id }) => ({
    servicePlanId: id,
    holders: 0,
    on: 0,
    onByGroup: 0,
    unknown: 0,
  }));
  const counts = yield* countSets(context, yield* context.present(users));
  for (const [number, count] of counts.entries()) {
    if (number % SHORT_STEP === 0) yield;
    const assignment = count === 0 ? undefined : assignmentOf(context.sets.at(number), sku);
    if (assignment === undefined) continue;
    for (const tally of tallies) {
      const state = stateOf(assignment, tally.servicePlanId);
      tally.holders += count;
      if (state === 'on' || state === 'onByGroup') tally.on += count;
      if (state === 'onByGroup') tally.onByGroup += count;
      if (state === 'unknown') tally.unknown += count;
    }
  }
  return tallies;
}
