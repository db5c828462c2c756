import { catalog } from '#licenses/catalog.ts';
import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';

/** What is known of a product that somebody holds and no source lists. */
export const describeProduct = (sku: SkuId): { skuPartNumber: string; name: string | null } => ({
  skuPartNumber: catalog.products.get(sku)?.skuPartNumber ?? '',
  name: nameOfNamedSku(sku),
});
