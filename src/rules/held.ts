import type { SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import { unionOf, type PlanMask } from './plan-mask.ts';
import type { ProductIndex } from './product-index.ts';

/**
 * A license set made ready for judging. Index i of `assignments`, `products` (numbers in the
 * `ProductIndex`, −1 for a product that the customer is not known to have) and `masks` is the same
 * product; the order of products means nothing.
 */
export interface Held {
  readonly assignments: readonly Assignment[];
  readonly products: readonly number[];
  readonly masks: readonly PlanMask[];
  /** Everything that is on, over all products and paths. */
  readonly all: PlanMask;
}

/** The set made ready for judging. */
export function heldOf(set: LicenseSet, index: ProductIndex): Held {
  const products = set.map(({ skuId }) => index.numberOf(skuId));
  const masks = set.map((assignment, i) => index.maskOf(assignment, products[i] ?? -1));
  return { assignments: set, products, masks, all: unionOf(masks, index.words) };
}

/** How the product is held, by its number in the index (−1: by its id); undefined when it is not. */
export function heldAssignment(held: Held, product: number, sku: SkuId): Assignment | undefined {
  if (product >= 0) return held.assignments[held.products.indexOf(product)];
  return held.assignments.find(({ skuId }) => skuId === sku);
}
