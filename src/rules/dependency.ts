import { forEachCommonBit, overlaps } from './bits.ts';
import type { LicenseCase } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/**
 * DependencyViolation: a service plan is on and none of those it needs is. Judged on everything
 * that will be on, whatever path gives it, so it also fires when the base is revoked or switched
 * off. Where no source said what is on, the need counts as met. What was missing before the draft
 * is not said again.
 */
export function dependency({ before, after }: LicenseCase, index: ProductIndex): Issue[] {
  if (before === after) return [];
  const issues: Issue[] = [];
  forEachCommonBit(after.all, index.facts.dependents, (bit) => {
    for (const { factId, severity, subject, requiresAnyOf, metBy } of index.facts.dependenciesOf(
      bit,
    )) {
      if (overlaps(after.all, metBy)) continue;
      const wasMissing = !overlaps(before.all, metBy);
      for (let i = 0; i < after.size; i++) {
        const skuId = after.assignments[i]?.skuId;
        if (skuId === undefined || !after.isOn(i, bit)) continue;
        const product = after.products[i] ?? -1;
        if (wasMissing && before.isOn(before.indexOf(product, skuId), bit)) continue;
        const code = 'dependency';
        const servicePlanId = subject;
        issues.push(
          index.issues.enter({ code, severity, skuId, servicePlanId, requiresAnyOf, factId }),
        );
      }
    }
  });
  return issues;
}
