import type { SkuId } from '#licenses/ids.ts';
import type { Delta, ProductDelta } from './delta.ts';

/** Two deltas, the second beginning where the first ends, as one; what they give and take again is left out. */
export function squash(first: Delta, second: Delta): Delta {
  const products = new Map<SkuId, ProductDelta>(first.products);
  for (const [skuId, { before, after }] of second.products) {
    const start = products.has(skuId) ? products.get(skuId)?.before : before;
    if (start === after) products.delete(skuId);
    else products.set(skuId, { before: start, after });
  }
  const start = (first.location ?? second.location)?.before;
  const end = (second.location ?? first.location)?.after;
  const isMoved = start !== undefined && end !== undefined && start !== end;
  return { products, location: isMoved ? { before: start, after: end } : null };
}
