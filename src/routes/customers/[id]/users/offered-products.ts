import { nameOfNamedSku, readGuid, type SkuId } from '#licenses/ids.ts';

/** A product that users can be filtered by. */
export interface OfferedProduct {
  readonly skuId: SkuId;
  readonly name: string;
}

/** True where somebody asks for a product that the customer does not have: nobody here can hold it. */
export const isAbsent = (sku: SkuId | null, products: readonly OfferedProduct[]): sku is SkuId =>
  sku !== null && products.every(({ skuId }) => skuId !== sku);

/**
 * The customer's products, and first the one that is asked for where it is none of them. `absent` says so
 * in words, with what it was called; null: it was called by its id.
 */
export function offeredProducts(
  products: readonly OfferedProduct[],
  sku: SkuId | null,
  absent: (name: string | null) => string,
): readonly OfferedProduct[] {
  if (!isAbsent(sku, products)) return products;
  const name = nameOfNamedSku(sku) ?? (readGuid(sku) === null ? sku : null);
  return [{ skuId: sku, name: absent(name) }, ...products];
}
