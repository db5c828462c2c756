import { forEachBit, hasBit } from './bits.ts';
import type { LicenseCase, Touch } from './case.ts';
import type { ConflictFact } from './fact-index.ts';
import type { Held } from './held.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

function wasOn({ products, masks }: Held, product: number, bit: number): boolean {
  const mask = masks[products.indexOf(product)];
  return mask !== undefined && hasBit(mask.sure, bit);
}

function issueOf(fact: ConflictFact, product: number, other: number, index: ProductIndex): Issue {
  const [first, second] = fact.otherFirst ? [other, product] : [product, other];
  const count = index.products.length;
  return index.issues.numbered((fact.number * count + first) * count + second, () => ({
    code: 'conflict',
    severity: fact.severity,
    servicePlanIds: fact.pair,
    skuIds: [index.skuOf(first), index.skuOf(second)],
    factId: fact.factId,
  }));
}

/** Pairs of which this product switches one on. */
function conflictsOf(
  { product, maskBefore, maskAfter }: Touch,
  { before, after }: LicenseCase,
  index: ProductIndex,
  issues: Issue[],
): void {
  forEachBit(maskAfter.sure, index.facts.exclusives, maskBefore.sure, (bit) => {
    for (const fact of index.facts.conflictsOf(bit)) {
      if (!hasBit(after.all.sure, fact.other)) continue;
      for (let i = 0; i < after.products.length; i++) {
        const other = after.products[i] ?? -1;
        const mask = after.masks[i];
        if (other === product || mask === undefined || !hasBit(mask.sure, fact.other)) continue;
        // where both are switched on, the other product's turn says it
        if (fact.otherFirst && !wasOn(before, other, fact.other)) continue;
        issues.push(issueOf(fact, product, other, index));
      }
    }
  });
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
    if (touch.after !== touch.before && touch.after !== undefined) {
      conflictsOf(touch, licenseCase, index, issues);
    }
  }
  return issues;
}
