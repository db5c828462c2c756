import type { Catalog } from '#licenses/catalog.ts';
import type { DescribeProduct } from '#users/merge-products.ts';

/** What the catalog knows of a product that somebody holds and no source lists. */
export const describeBy =
  ({ products }: Catalog): DescribeProduct =>
  (sku) => ({ skuPartNumber: products.get(sku)?.skuPartNumber ?? '', name: null });
