import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Draft, DraftProduct, ProductAction, ServicePlanAction, Swap } from './draft.ts';

const untouched = (skuId: SkuId): DraftProduct => ({ skuId, action: 'leave', servicePlans: {} });

/** What is ticked for one product; nothing where the draft does not name it. */
export const draftProduct = (draft: Draft, sku: SkuId): DraftProduct =>
  draft.products.find(({ skuId }) => skuId === sku) ?? untouched(sku);

function withProduct(draft: Draft, product: DraftProduct): Draft {
  const others = draft.products.filter(({ skuId }) => skuId !== product.skuId);
  const says = product.action !== 'leave' || Object.keys(product.servicePlans).length > 0;
  return { ...draft, products: says ? [...others, product] : others };
}

/**
 * Ticks a product. Where nobody held it, leaving it again forgets its service plans, which would
 * otherwise wait unseen for the next holder.
 */
export function withAction(draft: Draft, sku: SkuId, action: ProductAction, held: number): Draft {
  const { servicePlans } = draftProduct(draft, sku);
  const forgets = action === 'leave' && held === 0;
  return withProduct(draft, { skuId: sku, action, servicePlans: forgets ? {} : servicePlans });
}

/** Switches one service plan of a product; null leaves it as it is. */
export function withServicePlan(
  draft: Draft,
  sku: SkuId,
  plan: ServicePlanId,
  action: ServicePlanAction | null,
): Draft {
  const product = draftProduct(draft, sku);
  const { [plan]: _before, ...others } = product.servicePlans;
  const servicePlans = action === null ? others : { ...others, [plan]: action };
  return withProduct(draft, { ...product, servicePlans });
}

const isNamedBy = (sku: SkuId, { from, to }: Swap): boolean => sku === from || sku === to;

/** Adds a swap, in the place of `instead` where one is changed; what was ticked for its two products goes. */
export function withSwap(draft: Draft, swap: Swap, instead: Swap | null): Draft {
  const products = draft.products.filter(({ skuId }) => !isNamedBy(skuId, swap));
  const swaps = draft.swaps.includes(instead ?? swap)
    ? draft.swaps.map((other) => (other === (instead ?? swap) ? swap : other))
    : [...draft.swaps, swap];
  return { ...draft, products, swaps };
}

/** The draft without one of its swaps. */
export const withoutSwap = (draft: Draft, swap: Swap): Draft => ({
  ...draft,
  swaps: draft.swaps.filter((other) => other !== swap),
});

/** The swap that names a product, `except` one that is being changed; undefined when none does. */
export const swapNaming = (
  { swaps }: Draft,
  sku: SkuId,
  except: Swap | null = null,
): Swap | undefined => swaps.find((swap) => swap !== except && isNamedBy(sku, swap));

/** Sets the usage location for those who have none; null sets none. */
export const withLocation = (draft: Draft, usageLocation: string | null): Draft => ({
  ...draft,
  usageLocation,
});
