import type { Catalog, CatalogProduct } from './catalog.ts';
import type { ServicePlanId, SkuId } from './ids.ts';

/** Names of products and service plans as a list by Microsoft has them; a product may have several. */
export interface ListedNames {
  readonly products: readonly Pick<CatalogProduct, 'skuId' | 'skuPartNumber' | 'name'>[];
  readonly servicePlans: readonly {
    readonly id: ServicePlanId;
    /** What Microsoft calls it technically. */
    readonly partName: string;
    readonly name: string;
  }[];
}

/** What is in neither of the maps before keeps the first that comes. */
function withFirst<K, V>(map: ReadonlyMap<K, V>, more: Iterable<readonly [K, V]>): Map<K, V> {
  const all = new Map(map);
  for (const [key, value] of more) if (!all.has(key)) all.set(key, value);
  return all;
}

/** The catalog with the names of a list for what it lacks. */
export function catalogWith(catalog: Catalog, { products, servicePlans }: ListedNames): Catalog {
  return {
    products: withFirst<SkuId, CatalogProduct>(
      catalog.products,
      products.map((product) => [product.skuId, { ...product, otherNames: [], servicePlans: [] }]),
    ),
    servicePlanNames: withFirst(
      catalog.servicePlanNames,
      servicePlans.map(({ id, name }) => [id, name]),
    ),
    servicePlanPartNames: withFirst(
      catalog.servicePlanPartNames,
      servicePlans.map(({ id, partName }) => [id, partName]),
    ),
  };
}
