import type { NamedProduct } from '#csv/product-names.ts';
import { catalog } from '#licenses/catalog.ts';
import { productName } from '#licenses/names.ts';
import type { SeatwiseDatabase } from '#store/database.ts';

/** Names of every customer's products and of the catalog: a file names products, not ids. */
export async function knownProducts(db: SeatwiseDatabase): Promise<NamedProduct[]> {
  const owned = (await db.products.toArray()).flatMap(({ products }) => products);
  return [
    ...owned.map((product) => ({ ...product, name: productName(product, catalog) })),
    ...catalog.products.values(),
  ];
}
