import { LOCATION_NONE, LOCATION_UNKNOWN } from '#users/usage-location.ts';
import { isSent, type UserCase } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/**
 * The cloud refuses to assign a license to a user without usage location, or to change its service
 * plans ("License assignment cannot be done for user with invalid usage location"). Revoking works.
 */
export function usageLocationMissing(
  { touches, locationAfter }: UserCase,
  { issues }: ProductIndex,
): Issue[] {
  if (locationAfter !== LOCATION_NONE && locationAfter !== LOCATION_UNKNOWN) return [];
  if (!touches.some(isSent)) return [];
  return locationAfter === LOCATION_NONE
    ? [issues.enter({ code: 'usageLocationMissing', severity: 'blocking' })]
    : [issues.enter({ code: 'usageLocationUnknown', severity: 'warning' })];
}
