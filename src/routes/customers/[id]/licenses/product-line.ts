import type { ProductPreview } from '#plan/preview.ts';
import type { ProductView } from '#worker/licenses/license-types.ts';
import type { ManageView } from '#worker/manage/manage-types.ts';

/** A product with how the selection holds it and what Save would do with it. */
export interface ProductLine {
  readonly product: ProductView;
  readonly preview: ProductPreview;
}

/** The lines of the table, in the order of the products. */
export function productLines({ products, preview }: ManageView): readonly ProductLine[] {
  const previews = new Map(preview.products.map((one) => [one.skuId, one]));
  return products.flatMap((product) => {
    const found = previews.get(product.skuId);
    return found ? [{ product, preview: found }] : [];
  });
}
