import type { ServicePlanId } from '#licenses/ids.ts';
import { canonicalSet, type Assignment, type Path } from '#licenses/license-set.ts';
import type { Work } from '#plan/operation.ts';
import type { RemoteUser } from './ports.ts';

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
