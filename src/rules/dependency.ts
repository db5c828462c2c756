import type { SkuId } from '#licenses/ids.ts';
import { forEachBit, hasBit, overlaps } from './bits.ts';
import type { LicenseCase } from './case.ts';
import type { DependencyFact } from './fact-index.ts';
import type { Held } from './held.ts';
import type { Issue } from './issue.ts';
import type { PlanMask } from './plan-mask.ts';
import type { ProductIndex } from './product-index.ts';

const isMissing = (mask: PlanMask, { anyOf }: DependencyFact): boolean =>
  !mask.open && !overlaps(mask.possible, anyOf);

function hasOn({ assignments, masks }: Held, sku: SkuId, bit: number): boolean {
  const mask = masks[assignments.findIndex(({ skuId }) => skuId === sku)];
  return mask !== undefined && hasBit(mask.sure, bit);
}

/**
 * DependencyViolation: a service plan is on and none of those it needs is. Judged on everything
 * that will be on, whatever path gives it, so it also fires when the base is revoked or switched
 * off. Where no source said what is on, the need counts as met. What was missing before the draft
 * is not said again.
 */
export function dependency({ before, after }: LicenseCase, index: ProductIndex): Issue[] {
  if (before === after) return [];
  const issues: Issue[] = [];
  forEachBit(after.all.sure, index.facts.dependents, null, (bit) => {
    for (const fact of index.facts.dependenciesOf(bit)) {
      if (!isMissing(after.all, fact)) continue;
      const wasMissing = isMissing(before.all, fact);
      after.assignments.forEach(({ skuId }) => {
        if (!hasOn(after, skuId, bit) || (wasMissing && hasOn(before, skuId, bit))) return;
        const { factId, severity, subject, requiresAnyOf } = fact;
        const code = 'dependency';
        const servicePlanId = subject;
        issues.push(
          index.issues.enter({ code, severity, skuId, servicePlanId, requiresAnyOf, factId }),
        );
      });
    }
  });
  return issues;
}
