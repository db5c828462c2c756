import type { SkuId } from '#licenses/ids.ts';
import type { Draft, DraftProduct } from './draft.ts';

function addProduct(before: DraftProduct | undefined, added: DraftProduct): DraftProduct {
  if (before === undefined) return added;
  const action = added.action === 'leave' ? before.action : added.action;
  const servicePlans = { ...before.servicePlans, ...added.servicePlans };
  return { skuId: added.skuId, action, servicePlans: action === 'revoke' ? {} : servicePlans };
}

/**
 * Both drafts in one. Where they speak of the same product, what is added counts: for its product, its
 * service plans one by one, its swap and its usage location.
 */
export function addDraft(before: Draft, added: Draft): Draft {
  const swapped = new Set(added.swaps.flatMap(({ from, to }) => [from, to]));
  const named = new Set(
    added.products.flatMap(({ skuId, action }) => (action === 'leave' ? [] : [skuId])),
  );
  const isFree = (sku: SkuId): boolean => !swapped.has(sku) && !named.has(sku);
  const earlier = new Map(before.products.map((product) => [product.skuId, product]));
  const again = new Set(added.products.map(({ skuId }) => skuId));
  return {
    products: [
      ...before.products.filter(({ skuId }) => !again.has(skuId) && !swapped.has(skuId)),
      ...added.products.map((product) => addProduct(earlier.get(product.skuId), product)),
    ],
    swaps: [...before.swaps.filter(({ from, to }) => isFree(from) && isFree(to)), ...added.swaps],
    usageLocation: added.usageLocation ?? before.usageLocation,
  };
}
