import { hasBit, overlaps } from './bits.ts';
import type { LicenseCase, Touch } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/** Adds the pairs of which this product switches one on. */
function addConflicts(
  { skuId, product, maskBefore, maskAfter }: Touch,
  { before, after }: LicenseCase,
  index: ProductIndex,
  issues: Issue[],
): void {
  if (!overlaps(after.all, index.rivalBits(product))) return;
  for (let i = 0; i < after.size; i++) {
    const other = after.products[i] ?? -1;
    for (const { bit, otherBit, issue } of index.rivals(product, other)) {
      if (!hasBit(maskAfter, bit) || hasBit(maskBefore, bit)) continue;
      if (!after.isOn(i, otherBit)) continue;
      // where both are switched on, the turn of the product with the lower number says it
      if (other > product || before.isOn(before.indexOf(other, skuId), otherBit))
        issues.push(issue);
    }
  }
}

/**
 * MutuallyExclusiveViolation: two service plans that exclude each other are on, from two products.
 * Judged on everything that will be on; only pairs of which the draft switches one on are said.
 * One product never conflicts with itself (no known product holds two service plans of a group).
 */
export function conflict(licenseCase: LicenseCase, index: ProductIndex): Issue[] {
  const issues: Issue[] = [];
  if (licenseCase.before === licenseCase.after) return issues;
  for (const touch of licenseCase.touches) {
    if (touch.after === touch.before || touch.after === undefined) continue;
    addConflicts(touch, licenseCase, index, issues);
  }
  return issues;
}
