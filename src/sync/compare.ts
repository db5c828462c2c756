import {
  assignmentOf,
  directPath,
  groupsOf,
  heldIn,
  unknownPath,
  type LicenseSet,
} from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { isKept } from '#plan/kept-data.ts';
import {
  isSameDirectPath,
  type DirectPath,
  type Drift,
  type OperationTouch,
  type Work,
} from '#plan/operation.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN } from '#users/usage-location.ts';
import { landed } from './landed.ts';
import type { RemoteUser } from './ports.ts';

/** How the cloud stands to one operation, on what it touches only. */
export type Comparison =
  | { readonly kind: 'target' }
  /** As last known, but for what is as wanted already. */
  | { readonly kind: 'before'; readonly done: readonly SkuId[] }
  | { readonly kind: 'drift'; readonly drifts: readonly Drift[] };

/** The direct path of a product in a set that the cloud gave; `unknown` where it is held by a path that nothing explains. */
export function directOf(licenses: LicenseSet, sku: SkuId): DirectPath | 'unknown' {
  const assignment = assignmentOf(heldIn(licenses), sku);
  const path = directPath(assignment);
  if (path !== undefined) return path.disabledPlans ?? [];
  return unknownPath(assignment) === undefined ? 'absent' : 'unknown';
}

/** True where the license goes, or one of its service plans. */
const takesAway = ({ before, target }: OperationTouch): boolean =>
  target === 'absent' ||
  (before !== 'absent' && target.some((plan) => before === 'unknown' || !before.includes(plan)));

/** A group that gave it and gives it no longer keeps nothing of what is taken away: that was not reviewed. */
function driftOf(touch: OperationTouch, { licenses }: RemoteUser): Drift | null {
  const { skuId, before, target, groups } = touch;
  const now = directOf(licenses, skuId);
  if (isSameDirectPath(now, target)) return null;
  const groupIds = groupsOf(assignmentOf(heldIn(licenses), skuId));
  if (groups !== null && groupIds.some((id) => !groups.includes(id))) {
    return { kind: 'nowThroughGroup', skuId, groupIds };
  }
  const isLost = takesAway(touch) && (groups ?? []).some((id) => !groupIds.includes(id));
  const isAsKnown = before === 'unknown' || isSameDirectPath(now, before);
  return isAsKnown && !isLost ? null : { kind: 'licenseChanged', skuId };
}

/** What was to keep mail or files once the rest goes, and does no longer: that it goes was not reviewed. */
function unkept(work: Work, remote: RemoteUser): SkuId[] {
  if (work.keptBy === undefined) return [];
  const after = heldIn(landed(work, remote).licenses);
  const lost = work.keptBy.filter((kept) => !isKept(kept, after));
  return [...new Set(lost.flatMap(({ by }) => by.map(({ skuId }) => skuId)))];
}

function locationDrift({ location }: Work, remote: RemoteUser): Drift | null {
  if (location === null || remote.location === location.target) return null;
  const { before } = location;
  const isKnown = before !== LOCATION_UNKNOWN;
  const isAsKnown = isKnown ? remote.location === before : remote.location === LOCATION_NONE;
  return isAsKnown ? null : { kind: 'locationChanged', location: remote.location };
}

const isDone = ({ skuId, target }: OperationTouch, { licenses }: RemoteUser): boolean =>
  isSameDirectPath(directOf(licenses, skuId), target);

/** True when the products are as the operation wants them. */
export const hasLicenses = ({ touches }: Work, remote: RemoteUser): boolean =>
  touches.every((touch) => isDone(touch, remote));

/** True when the usage location is as the operation wants it. */
export const hasLocation = ({ location }: Work, remote: RemoteUser): boolean =>
  location === null || remote.location === location.target;

/**
 * Compares three ways: what was last known, what is wanted, what the cloud has. A product that is
 * already as wanted is no drift, whoever made it so.
 */
export function compare(work: Work, remote: RemoteUser): Comparison {
  if (hasLicenses(work, remote) && hasLocation(work, remote)) return { kind: 'target' };
  const touched = work.touches.map((touch) => driftOf(touch, remote));
  const isTold = (sku: SkuId): boolean =>
    touched.some((drift) => drift?.kind === 'licenseChanged' && drift.skuId === sku);
  const lost = unkept(work, remote).filter((sku) => !isTold(sku));
  const drifts = [
    ...touched,
    ...lost.map((skuId) => ({ kind: 'licenseChanged', skuId }) as const),
    locationDrift(work, remote),
  ].filter((drift) => drift !== null);
  if (drifts.length > 0) return { kind: 'drift', drifts };
  const done = work.touches.filter((touch) => isDone(touch, remote)).map(({ skuId }) => skuId);
  return { kind: 'before', done };
}
