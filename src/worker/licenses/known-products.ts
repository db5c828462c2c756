import type { NamedProduct } from '#csv/product-index.ts';
import { productName } from '#licenses/names.ts';
import { readCatalogNames } from '#store/catalog-names.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { knownCatalog } from './known-catalog.ts';

/** What people said that names in files mean, at whichever customer: known names, but of no meaning elsewhere. */
export async function saidNames(db: SeatwiseDatabase): Promise<NamedProduct[]> {
  const owned = (await db.products.toArray()).flatMap(({ products }) => products);
  return owned.flatMap(({ skuId, skuPartNumber, saidNames: names }) =>
    (names ?? []).map((name) => ({ skuId, skuPartNumber, name })),
  );
}

/** Names of every customer's products and of the catalog: a file names products, not ids. */
export async function knownProducts(db: SeatwiseDatabase): Promise<NamedProduct[]> {
  const catalog = await knownCatalog(db);
  const owned = (await db.products.toArray()).flatMap(({ products }) => products);
  return [
    ...owned.map((product) => ({ ...product, name: productName(product, catalog) })),
    ...[...catalog.products.values()].flatMap(({ skuId, skuPartNumber, name, otherNames }) =>
      [name, ...otherNames].map((one) => ({ skuId, skuPartNumber, name: one })),
    ),
    // a product may have other names in the list than the one that it is shown by
    ...((await readCatalogNames(db))?.products ?? []),
  ];
}
