import type { ServicePlanId } from '#licenses/ids.ts';
import { canonicalSet, type Assignment, type Path } from '#licenses/license-set.ts';
import { isSameDirectPath, type Work } from '#plan/operation.ts';
import { directOf, hasLocation } from './compare.ts';
import type { RemoteUser, Sending } from './ports.ts';

/**
 * What has to be sent next to bring the user from what the cloud has to what is wanted: the usage
 * location first, then all licenses in one call, without what is so already (removing what is not
 * held fails the whole call).
 */
export function nextSending(work: Work, remote: RemoteUser): Sending {
  const { userId, touches, location } = work;
  if (location !== null && !hasLocation(work, remote)) {
    return { kind: 'location', userId, location: location.target };
  }
  const open = touches.filter(
    ({ skuId, target }) => !isSameDirectPath(directOf(remote.licenses, skuId), target),
  );
  return {
    kind: 'licenses',
    userId,
    add: open.flatMap(({ skuId, target }) =>
      target === 'absent' ? [] : [{ skuId, disabledPlans: target }],
    ),
    remove: open.flatMap(({ skuId, target }) => (target === 'absent' ? [skuId] : [])),
  };
}

/** The user as the cloud has it once everything that is wanted landed on what was read. */
export function landed(work: Work, remote: RemoteUser): RemoteUser {
  const licenses = canonicalSet([
    ...remote.licenses.map((assignment) => withoutTouched(assignment, work)),
    ...work.touches.flatMap(({ skuId, target }): Assignment[] =>
      target === 'absent' ? [] : [{ skuId, paths: [directPathOf(target)] }],
    ),
  ]);
  return { ...remote, licenses, location: work.location?.target ?? remote.location };
}

const directPathOf = (disabledPlans: readonly ServicePlanId[]): Path => ({
  via: { kind: 'direct' },
  disabledPlans,
  state: null,
  error: null,
});

/** The assignment without what one call changes where the work touches it: the direct path, known or not. */
function withoutTouched(assignment: Assignment, { touches }: Work): Assignment {
  if (!touches.some(({ skuId }) => skuId === assignment.skuId)) return assignment;
  return { ...assignment, paths: assignment.paths.filter(({ via }) => via.kind === 'group') };
}
