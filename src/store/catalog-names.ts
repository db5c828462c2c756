import type { ListedNames } from '#licenses/listed-names.ts';
import { raiseVersion } from './customer-versions.ts';
import type { SeatwiseDatabase } from './database.ts';

/** Microsoft's list of names as it was last imported. */
export interface CatalogRow extends ListedNames {
  readonly id: 'microsoft';
  readonly fileName: string;
  /** ms since 1970. */
  readonly savedAt: number;
}

/** The imported list of names; undefined when none was. */
export const readCatalogNames = (db: SeatwiseDatabase): Promise<CatalogRow | undefined> =>
  db.catalog.get('microsoft');

/** Keeps the list in the place of the one before. Every window names everything anew. */
export function keepCatalogNames(db: SeatwiseDatabase, row: CatalogRow): Promise<void> {
  return db.transaction('rw', db.catalog, db.customers, async () => {
    await db.catalog.put(row);
    await raiseVersion(db, null);
  });
}
