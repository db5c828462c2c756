import {
  assignmentOf,
  isSamePath,
  type Assignment,
  type LicenseSet,
} from '#licenses/license-set.ts';

const isSameContent = (a: Assignment, b: Assignment): boolean =>
  a.paths.length === b.paths.length &&
  a.paths.every((path, i) => {
    const other = b.paths[i];
    return other !== undefined && isSamePath(path, other);
  });

/**
 * What is planned to be as it already is in the cloud, is it: a product that was revoked and is
 * assigned again just as before takes back the state that the cloud gave it, so that both Saves
 * together leave nothing to do.
 */
export function settle(planned: LicenseSet, baseline: LicenseSet): LicenseSet {
  if (planned === baseline) return planned;
  return planned.map((assignment) => {
    const known = assignmentOf(baseline, assignment.skuId);
    return known !== undefined && isSameContent(assignment, known) ? known : assignment;
  });
}
