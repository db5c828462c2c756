import type { ServicePlanId } from '#licenses/ids.ts';
import { weakerServicePlan } from '#licenses/service-plan-strength.ts';
import { dataServiceOf } from './data-services.ts';
import { exclusiveServicePlans } from './documented-conflicts.ts';

/** A service plan of some product; its technical name where a source listed it. */
export interface NamedServicePlan {
  readonly id: ServicePlanId;
  readonly partName: string | null;
}

const dataServiceBy = ({ partName }: NamedServicePlan) =>
  partName === null ? null : dataServiceOf(partName);

/**
 * True when two service plans give the same service under different ids: they stand in one group of
 * Microsoft's table of service plans that cannot be assigned at the same time, are levels of one
 * service, or keep the data of the same service. Of others no source says so, and nothing is guessed.
 */
export function isSameService(one: NamedServicePlan, other: NamedServicePlan): boolean {
  if (one.id === other.id) return false;
  if (exclusiveServicePlans.some((group) => group.has(one.id) && group.has(other.id))) return true;
  if (weakerServicePlan(one.id, other.id) !== null) return true;
  const service = dataServiceBy(one);
  return service !== null && service === dataServiceBy(other);
}
