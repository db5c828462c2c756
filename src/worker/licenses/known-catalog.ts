import type { Catalog } from '#licenses/catalog.ts';
import { catalogWith } from '#licenses/listed-names.ts';
import { readCatalogNames } from '#store/catalog-names.ts';
import type { SeatwiseDatabase } from '#store/database.ts';

/** The catalog that the app brings. It is loaded when it is first asked for. */
export const builtInCatalog = async (): Promise<Catalog> =>
  (await import('#licenses/catalog.ts')).catalog;

/** The catalog that the app brings, with the names of Microsoft's list where a newer one was imported. */
export async function knownCatalog(db: SeatwiseDatabase): Promise<Catalog> {
  const [catalog, listed] = await Promise.all([builtInCatalog(), readCatalogNames(db)]);
  return listed === undefined ? catalog : catalogWith(catalog, listed);
}
