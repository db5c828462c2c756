import * as v from 'valibot';
import type { SeatwiseDatabase } from './database.ts';
import type { Row } from './shapes.ts';

/** What a person said that the columns under a header are. */
export const mappingRow = v.object({
  // users CSVs and assignment lists are read in different ways
  kind: v.picklist(['users', 'list']),
  // what the headings say, in one text
  header: v.string(),
  // one for each heading, by the reader's own names
  columns: v.array(v.string()),
  // ms since 1970
  savedAt: v.number(),
});
export type MappingRow = Row<typeof mappingRow>;

/** The columns that were said for each header. */
export async function readMappings(
  db: SeatwiseDatabase,
  kind: MappingRow['kind'],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.mappings.toArray();
  const wanted = rows.filter((row) => row.kind === kind);
  return new Map(wanted.map(({ header, columns }) => [header, columns]));
}

/** Remembers what the columns under a header are, in the place of what was said before. */
export async function keepMapping(db: SeatwiseDatabase, row: MappingRow): Promise<void> {
  await db.mappings.put(row);
}
