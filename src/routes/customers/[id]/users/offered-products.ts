import { nameOfNamedSku, readGuid, type SkuId } from '#licenses/ids.ts';
import type { ProductList, UserQuery } from '#users/user-query.ts';

/** A product that users can be filtered by. */
export interface OfferedProduct {
  readonly skuId: SkuId;
  readonly name: string;
}

/** True where a product that somebody asks for is none of the customer's: nobody here can hold it. */
export const isAbsent = (sku: SkuId, products: readonly OfferedProduct[]): boolean =>
  products.every(({ skuId }) => skuId !== sku);

/**
 * The customer's products, and first those asked for that are none of them. `absent` says so in words,
 * with what one was called; null: it was called by its id.
 */
export function offeredProducts(
  products: readonly OfferedProduct[],
  asked: readonly SkuId[],
  absent: (name: string | null) => string,
): readonly OfferedProduct[] {
  const others = asked.filter((sku) => isAbsent(sku, products));
  const nameOf = (sku: SkuId) => nameOfNamedSku(sku) ?? (readGuid(sku) === null ? sku : null);
  return [...others.map((sku) => ({ skuId: sku, name: absent(nameOf(sku)) })), ...products];
}

/** The lists of a query after one of them became this: a product stands in one list only. */
export function withProducts(
  query: UserQuery,
  list: ProductList,
  skus: readonly SkuId[],
): Pick<UserQuery, ProductList> {
  const restOf = (other: ProductList) =>
    other === list ? skus : query[other].filter((sku) => !skus.includes(sku));
  return {
    holdsAny: restOf('holdsAny'),
    holdsAll: restOf('holdsAll'),
    holdsNone: restOf('holdsNone'),
  };
}
