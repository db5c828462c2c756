import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, groupsOf, type Assignment } from '#licenses/license-set.ts';
import type { Touch } from './case.ts';
import type { Issue } from './issue.ts';

type InheritedEffect = Extract<Issue, { code: 'inherited' }>['effect'];

/** True when a source lets us say that the service plan will be as asked. */
function isAsAsked({ paths }: Assignment, plan: ServicePlanId, wanted: 'on' | 'off'): boolean {
  return wanted === 'on'
    ? paths.some(({ disabledPlans }) => disabledPlans?.includes(plan) === false)
    : paths.every(({ disabledPlans }) => disabledPlans?.includes(plan) === true);
}

function effectOn({ action, switches, before, after }: Touch): InheritedEffect | null {
  if (action === 'revoke') return after === before ? 'locked' : 'losesDirectOnly';
  if (after === undefined || changeablePath(before)?.disabledPlans === null) return null;
  for (const [plan, wanted] of switches) {
    if (!isAsAsked(after, plan, wanted)) return 'servicePlansLocked';
  }
  return null;
}

/**
 * What a group gives cannot be revoked or switched on the user ("User license is inherited from a
 * group membership and it cannot be removed directly from the user"); revoking the direct copy
 * frees no license while the group gives the product.
 */
export function inherited(touch: Touch): Issue | null {
  const groupIds = groupsOf(touch.before);
  const effect = groupIds.length === 0 ? null : effectOn(touch);
  if (effect === null) return null;
  return { code: 'inherited', severity: 'info', skuId: touch.skuId, groupIds, effect };
}
