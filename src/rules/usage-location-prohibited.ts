import type { UserCase } from './case.ts';
import type { ProhibitedFact } from './fact-index.ts';
import type { Held } from './held.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

const isOn = (held: Held, i: number, { plan, sku }: ProhibitedFact): boolean =>
  plan === null ? held.assignments[i]?.skuId === sku : held.isOn(i, plan.bit);

/** Products and service plans that a fact prohibits where the user will be, and that were not there before. */
export function usageLocationProhibited(userCase: UserCase, index: ProductIndex): Issue[] {
  const facts = index.facts.prohibitedIn(userCase.locationAfter);
  if (facts.length === 0) return [];
  const { before, after, locationBefore, locationAfter } = userCase;
  const issues: Issue[] = [];
  for (const fact of facts) {
    for (let i = 0; i < after.size; i++) {
      const skuId = after.assignments[i]?.skuId;
      if (skuId === undefined || !isOn(after, i, fact)) continue;
      const was = before.indexOf(after.products[i] ?? -1, skuId);
      if (locationBefore === locationAfter && was >= 0 && isOn(before, was, fact)) continue;
      const { severity, location, factId } = fact;
      const code = 'usageLocationProhibited';
      const servicePlanId = fact.plan?.id ?? null;
      issues.push(index.issues.enter({ code, severity, skuId, servicePlanId, location, factId }));
    }
  }
  return issues;
}
