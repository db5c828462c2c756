import type { Delta } from './delta.ts';

/** The delta that takes back what this one does. */
export const reverse = ({ products, location }: Delta): Delta => ({
  products: new Map(
    [...products].map(([skuId, { before, after }]) => [skuId, { before: after, after: before }]),
  ),
  location: location && { before: location.after, after: location.before },
});
