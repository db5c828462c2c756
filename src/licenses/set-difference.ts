import { assignmentOf, isSamePath, type Assignment, type LicenseSet } from './license-set.ts';

/** What turns one license set into another, product by product. */
export interface SetDifference {
  readonly gained: readonly Assignment[];
  /** As they were. */
  readonly lost: readonly Assignment[];
  /** Still held through groups, the direct copy is gone; as they are then. */
  readonly keptByGroup: readonly Assignment[];
  /** Held before and after, other service plans on; as they are then. */
  readonly switched: readonly Assignment[];
}

const isSwitched = (before: Assignment, after: Assignment): boolean =>
  after.paths.some((path, i) => {
    const old = before.paths[i];
    return old === undefined || !isSamePath(old, path);
  });

/** Compares two canonical sets. States and errors that the cloud gave are no difference. */
export function differenceOf(before: LicenseSet, after: LicenseSet): SetDifference {
  const keptByGroup: Assignment[] = [];
  const switched: Assignment[] = [];
  for (const held of after) {
    const old = assignmentOf(before, held.skuId);
    if (old === undefined) continue;
    if (held.paths.length < old.paths.length) keptByGroup.push(held);
    else if (isSwitched(old, held)) switched.push(held);
  }
  return {
    gained: after.filter(({ skuId }) => assignmentOf(before, skuId) === undefined),
    lost: before.filter(({ skuId }) => assignmentOf(after, skuId) === undefined),
    keptByGroup,
    switched,
  };
}
