import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { weakerServicePlan } from '#licenses/service-plan-strength.ts';
import type { Draft } from '#plan/draft.ts';
import type { ProductView } from '#worker/licenses/license-types.ts';
import type { Issue } from '#rules/issue.ts';
import { draftProduct, swapNaming } from '#plan/draft-edits.ts';

/** A service plan that can be switched off so that two products go together. */
export interface ConflictFix {
  readonly skuId: SkuId;
  readonly servicePlanId: ServicePlanId;
}

/**
 * How a conflict can be solved: switch the weaker service plan off, in whichever product has it,
 * already held or being assigned (Microsoft, licensing-groups-resolve-problems). Where no source says
 * which is weaker, it is the one in the product being assigned. A product that a swap names cannot be
 * ticked besides. Information needs no fix; a fix that
 * was taken is not offered again, nor the other one. At most one.
 */
export function conflictFixes(issue: Issue, draft: Draft): readonly ConflictFix[] {
  if (issue.code !== 'conflict' || issue.severity === 'info') return [];
  const [one, other] = issue.servicePlanIds;
  const sides = [
    { skuId: issue.skuIds[0], servicePlanId: one },
    { skuId: issue.skuIds[1], servicePlanId: other },
  ];
  const products = sides.map(({ skuId }) => draftProduct(draft, skuId));
  const taken = sides.some(({ servicePlanId }, i) => {
    return products[i]?.servicePlans[servicePlanId] === 'off';
  });
  if (taken) return [];
  const weaker = weakerServicePlan(one, other);
  const fix = sides.find(({ skuId, servicePlanId }, i) => {
    if (swapNaming(draft, skuId) !== undefined) return false;
    const action = products[i]?.action;
    return weaker === null ? action === 'assign' : servicePlanId === weaker && action !== 'revoke';
  });
  return fix === undefined ? [] : [fix];
}

/** The customer's assignable products that contain one of the service plans a dependency needs. */
export function productsThatHelp(
  issue: Issue,
  products: readonly ProductView[],
): readonly ProductView[] {
  if (issue.code !== 'dependency') return [];
  return products.filter(
    (product) =>
      product.notAssignable === null &&
      product.servicePlans?.some(({ id }) => issue.requiresAnyOf.includes(id)),
  );
}
