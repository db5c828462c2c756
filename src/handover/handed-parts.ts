import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { DraftProduct, ServicePlanAction } from '#plan/draft.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { WorkContent } from '#plan/operation.ts';

/**
 * The draft that asks for what a handed plan wants. `plansOf`: the service plans of a product at the
 * customer that can be switched; null where no source lists them, and then only those that are off are said.
 */
export function draftOfWork(
  { touches, location }: WorkContent,
  plansOf: (sku: SkuId) => readonly ServicePlanId[] | null,
): Draft {
  const products = touches.map(({ skuId, target }): DraftProduct => {
    if (target === 'absent') return { skuId, action: 'revoke', servicePlans: {} };
    const servicePlans: Partial<Record<ServicePlanId, ServicePlanAction>> = {};
    for (const plan of plansOf(skuId) ?? []) servicePlans[plan] = 'on';
    for (const plan of target) servicePlans[plan] = 'off';
    return { skuId, action: 'assign', servicePlans };
  });
  const usageLocation = location === null ? null : locationLetters(location.target);
  return { ...emptyDraft, products, usageLocation };
}
