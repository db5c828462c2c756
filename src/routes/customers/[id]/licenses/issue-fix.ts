import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import type { ProductView } from '#worker/view-types.ts';
import type { Issue } from '#rules/issue.ts';
import { draftProduct } from './draft-edits.ts';
import { notAssignable } from './ticks.ts';

/** A service plan that can be switched off so that two products go together. */
export interface ConflictFix {
  readonly skuId: SkuId;
  readonly servicePlanId: ServicePlanId;
}

/**
 * How a conflict can be solved: switch its service plan off in a product that is being assigned
 * (Microsoft, licensing-groups-resolve-problems). A product that users already hold is not offered.
 */
export function conflictFixes(issue: Issue, draft: Draft): readonly ConflictFix[] {
  if (issue.code !== 'conflict') return [];
  return issue.skuIds.flatMap((skuId, index) => {
    const servicePlanId = issue.servicePlanIds[index];
    const { action, servicePlans } = draftProduct(draft, skuId);
    const offered = action === 'assign' && servicePlanId && servicePlans[servicePlanId] !== 'off';
    return offered ? [{ skuId, servicePlanId }] : [];
  });
}

/** The customer's assignable products that contain one of the service plans a dependency needs. */
export function productsThatHelp(
  issue: Issue,
  products: readonly ProductView[],
): readonly ProductView[] {
  if (issue.code !== 'dependency') return [];
  return products.filter(
    (product) =>
      notAssignable(product) === null &&
      product.servicePlans?.some(({ id }) => issue.requiresAnyOf.includes(id)),
  );
}
