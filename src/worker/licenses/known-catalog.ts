import { catalog, type Catalog } from '#licenses/catalog.ts';
import { catalogWith } from '#licenses/listed-names.ts';
import { readCatalogNames } from '#store/catalog-names.ts';
import type { SeatwiseDatabase } from '#store/database.ts';

/** The catalog that the app brings, with the names of Microsoft's list where it was imported. */
export async function knownCatalog(db: SeatwiseDatabase): Promise<Catalog> {
  const listed = await readCatalogNames(db);
  return listed === undefined ? catalog : catalogWith(catalog, listed);
}
