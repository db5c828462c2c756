import type { ServicePlanId } from '#licenses/ids.ts';
import { licenseErrorsIn } from '#licenses/license-errors.ts';
import {
  type Assignment,
  assignmentOf,
  givesLicense,
  groupsOf,
  type LicenseSet,
} from '#licenses/license-set.ts';
import type { HeldView, LicenseErrorView } from './license-types.ts';
import type { Namer } from './namer.ts';

/** Service plans that are off on every path (enabled is the union over paths); null when a path's are unknown. */
export function offOnEveryPath(assignment: Assignment): ServicePlanId[] | null {
  let off: ServicePlanId[] | null = null;
  for (const { disabledPlans } of assignment.paths) {
    if (disabledPlans === null) return null;
    off = off === null ? [...disabledPlans] : off.filter((id) => disabledPlans.includes(id));
  }
  return off ?? [];
}

/** One license as it is shown, marked `planned` as given. */
export function heldView(
  assignment: Assignment,
  planned: HeldView['planned'],
  namer: Namer,
): HeldView {
  const { skuId, paths } = assignment;
  const off = offOnEveryPath(assignment);
  return {
    skuId,
    name: namer.product(skuId),
    skuPartNumber: namer.partNumber(skuId),
    direct: paths.some(({ via }) => via.kind === 'direct'),
    groups: groupsOf(assignment).map((id) => ({ id, name: namer.group(id) })),
    pathUnknown: paths.some(({ via }) => via.kind === 'unknown'),
    planned,
    servicePlansOff: off && off.map((id) => namer.servicePlan(skuId, id)),
    errors: paths.flatMap(({ error }) => (error === null ? [] : [error])),
  };
}

/** What a user holds after the plan, and what the plan takes away, by name; differences to the last known state marked. */
export function heldViews(baseline: LicenseSet, planned: LicenseSet, namer: Namer): HeldView[] {
  const kept = planned.map((assignment) =>
    heldView(assignment, markOf(assignmentOf(baseline, assignment.skuId), assignment), namer),
  );
  const removed = baseline
    .filter(({ skuId }) => !assignmentOf(planned, skuId))
    .map((assignment) => heldView(assignment, 'removed', namer));
  return [...kept, ...removed].sort((a, b) => namer.compare(a.name, b.name));
}

/** What a user holds before and after, each by name; what goes is marked before, what comes or changes after. */
export function beforeAndAfter(
  before: LicenseSet,
  after: LicenseSet,
  namer: Namer,
): { readonly before: readonly HeldView[]; readonly after: readonly HeldView[] } {
  const views = heldViews(before, after, namer);
  const kept = (set: LicenseSet): HeldView[] =>
    set
      .filter(({ skuId }) => assignmentOf(after, skuId))
      .map((assignment) => heldView(assignment, 'same', namer));
  const gone = views.filter(({ planned }) => planned === 'removed');
  return {
    before: [...kept(before), ...gone].sort((a, b) => namer.compare(a.name, b.name)),
    after: views.filter(({ planned }) => planned !== 'removed'),
  };
}

/** The paths that give nothing, or of which nobody knows, by name of the product. */
export const licenseErrorViews = (told: LicenseSet, namer: Namer): LicenseErrorView[] =>
  licenseErrorsIn(told)
    .filter(({ path }) => !givesLicense(path))
    .map(({ skuId, cause, path: { via, error, state } }) => ({
      skuId,
      name: namer.product(skuId),
      group: via.kind === 'group' ? { id: via.groupId, name: namer.group(via.groupId) } : null,
      cause,
      code: error ?? state ?? cause,
    }))
    .sort((a, b) => namer.compare(a.name, b.name));

function markOf(before: Assignment | undefined, after: Assignment): HeldView['planned'] {
  if (!before) return 'added';
  return samePaths(before, after) ? 'same' : 'changed';
}

/** True when both say the same about every path (both come from canonical sets). */
export const samePaths = (a: Assignment, b: Assignment): boolean =>
  JSON.stringify(a.paths) === JSON.stringify(b.paths);
