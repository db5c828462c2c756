import type { SkuId } from '#licenses/ids.ts';
import { hasBit } from './bits.ts';
import type { UserCase } from './case.ts';
import type { ProhibitedFact } from './fact-index.ts';
import type { Held } from './held.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

function isOn({ assignments, masks }: Held, i: number, { plan, sku }: ProhibitedFact): boolean {
  if (plan === null) return assignments[i]?.skuId === sku;
  const mask = masks[i];
  return mask !== undefined && hasBit(mask.sure, plan.bit);
}

function wasOn({ before }: UserCase, sku: SkuId, fact: ProhibitedFact): boolean {
  const i = before.assignments.findIndex(({ skuId }) => skuId === sku);
  return i >= 0 && isOn(before, i, fact);
}

/** Products and service plans that a fact prohibits where the user will be, and that were not there before. */
export function usageLocationProhibited(userCase: UserCase, index: ProductIndex): Issue[] {
  const facts = index.facts.prohibitedIn(userCase.locationAfter);
  if (facts.length === 0) return [];
  const { after, locationBefore, locationAfter } = userCase;
  const issues: Issue[] = [];
  for (const fact of facts) {
    after.assignments.forEach(({ skuId }, i) => {
      if (!isOn(after, i, fact)) return;
      if (locationBefore === locationAfter && wasOn(userCase, skuId, fact)) return;
      const { severity, location, factId } = fact;
      const code = 'usageLocationProhibited';
      const servicePlanId = fact.plan?.id ?? null;
      issues.push(index.issues.enter({ code, severity, skuId, servicePlanId, location, factId }));
    });
  }
  return issues;
}
