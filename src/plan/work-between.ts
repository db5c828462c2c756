import type { SkuId } from '#licenses/ids.ts';
import {
  changeablePath,
  directPath,
  groupsOf,
  unknownPath,
  type Assignment,
} from '#licenses/license-set.ts';
import { deltaOf, type ProductDelta, type UserState } from './delta.ts';
import { isSameDirectPath, type DirectPath, type OperationTouch, type Work } from './operation.ts';

/** The direct path as last known. A path that no source explained may be direct or not. */
export function knownPath(assignment: Assignment | undefined): DirectPath | 'unknown' {
  if (unknownPath(assignment) !== undefined) return 'unknown';
  const path = directPath(assignment);
  return path === undefined ? 'absent' : (path.disabledPlans ?? 'unknown');
}

/** The direct path as planned; null where the plan leaves it as it is and no source says how that is. */
export function plannedPath(assignment: Assignment | undefined): DirectPath | null {
  const path = changeablePath(assignment);
  return path === undefined ? 'absent' : path.disabledPlans;
}

function touchOf(skuId: SkuId, { before, after }: ProductDelta): OperationTouch[] {
  const [known, target] = [knownPath(before), plannedPath(after)];
  if (target === null || isSameDirectPath(known, target)) return [];
  const groups = unknownPath(before) === undefined ? groupsOf(before) : null;
  return [{ skuId, before: known, target, groups }];
}

/**
 * What has to be sent to bring a user from what is last known to what is planned; null when that is
 * nothing. Both are of one `LicenseSets`.
 */
export function workBetween(
  known: UserState,
  planned: UserState,
): Pick<Work, 'touches' | 'location'> | null {
  const { products, location: moved } = deltaOf(known, planned);
  const touches = [...products].flatMap(([skuId, delta]) => touchOf(skuId, delta));
  const location = moved && { before: moved.before, target: moved.after };
  return touches.length === 0 && location === null ? null : { touches, location };
}
