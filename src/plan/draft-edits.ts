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

const withoutLines = (draft: Draft, swap: Swap): Draft => ({
  ...draft,
  products: draft.products.filter(({ skuId }) => !isNamedBy(skuId, swap)),
});

/**
 * Adds a swap, in the place of `instead` where one is changed. What was ticked for its two products
 * goes, but for the service plans of the one that comes: these, or what is ticked for them already.
 */
export function withSwap(
  draft: Draft,
  swap: Swap,
  instead: Swap | null,
  servicePlans = draftProduct(draft, swap.to).servicePlans,
): Draft {
  const freed = withoutLines(instead === null ? draft : withoutLines(draft, instead), swap);
  const swaps = draft.swaps.includes(instead ?? swap)
    ? draft.swaps.map((other) => (other === (instead ?? swap) ? swap : other))
    : [...draft.swaps, swap];
  return withProduct({ ...freed, swaps }, { ...untouched(swap.to), servicePlans });
}

/** The draft without one of its swaps, and without what was ticked for its products. */
export const withoutSwap = (draft: Draft, swap: Swap): Draft => ({
  ...withoutLines(draft, swap),
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
