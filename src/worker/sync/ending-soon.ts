import type { SkuId } from '#licenses/ids.ts';
import type { Subscription } from '#licenses/subscription.ts';

/** 30 days. */
const SOON = 30 * 86_400_000;

/**
 * The products of which a subscription ends, or is suspended, within 30 days (of each the soonest),
 * soonest first; `now` in ms. Null, where no source told, gives none.
 */
export function endingSoon(
  subscriptions: readonly Subscription[] | null,
  now: number,
): { readonly skuId: SkuId; readonly on: number }[] {
  const soonest = new Map<SkuId, number>();
  for (const { skuId, nextChangeAt: on } of subscriptions ?? []) {
    if (on === null || on < now || on > now + SOON) continue;
    soonest.set(skuId, Math.min(on, soonest.get(skuId) ?? Infinity));
  }
  return [...soonest].map(([skuId, on]) => ({ skuId, on })).sort((a, b) => a.on - b.on);
}
