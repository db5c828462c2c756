import { isGained, type Touch } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/** Assigning a product whose service plans or number of licenses no source gave: nothing could be checked. */
export function unchecked(touch: Touch, index: ProductIndex): Issue | null {
  const product = index.products[touch.product];
  if (!isGained(touch) || product === undefined) return null;
  if (product.servicePlans !== null && product.units !== null) return null;
  return { code: 'unchecked', severity: 'warning', skuId: touch.skuId };
}
