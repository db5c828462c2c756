import * as v from 'valibot';
import { raiseVersion } from './customer-versions.ts';
import type { SeatwiseDatabase } from './database.ts';
import { servicePlan, sku, type Row } from './shapes.ts';

/** Microsoft's list of names as it was last imported. */
export const catalogRow = v.object({
  id: v.literal('microsoft'),
  fileName: v.string(),
  // ms since 1970
  savedAt: v.number(),
  products: v.array(v.object({ skuId: sku, skuPartNumber: v.string(), name: v.string() })),
  servicePlans: v.array(v.object({ id: servicePlan, partName: v.string(), name: v.string() })),
});
export type CatalogRow = Row<typeof catalogRow>;

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
