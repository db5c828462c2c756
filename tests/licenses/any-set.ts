import fc from 'fast-check';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet, Path, Via } from '#licenses/license-set.ts';

const via: fc.Arbitrary<Via> = fc.constantFrom(
  { kind: 'direct' as const },
  { kind: 'unknown' as const },
  { kind: 'group' as const, groupId: groupId('g1') },
  { kind: 'group' as const, groupId: groupId('g2') },
);
const path: fc.Arbitrary<Path> = fc.record({
  via,
  disabledPlans: fc.option(fc.subarray(['p1', 'p2', 'p3'].map(servicePlanId))),
  state: fc.constantFrom(null, 'Active', 'ActiveWithError', 'Error', 'Disabled'),
  error: fc.constantFrom(null, 'CountViolation'),
});
const assignment: fc.Arbitrary<Assignment> = fc.record({
  skuId: fc.constantFrom(...['a', 'b', 'c'].map(skuId)),
  paths: fc.uniqueArray(path, {
    minLength: 1,
    maxLength: 3,
    selector: (one) => JSON.stringify(one.via),
  }),
});
/** What a source may tell of a user, in no order. */
export const anySet: fc.Arbitrary<LicenseSet> = fc.uniqueArray(assignment, {
  selector: ({ skuId: sku }) => sku,
});
