import type { SeatwiseDatabase } from './database.ts';

/** What a person said that the columns under a header are. */
export interface MappingRow {
  /** Users CSVs and assignment lists are read in different ways. */
  readonly kind: 'users' | 'list';
  /** What the headings say, in one text. */
  readonly header: string;
  /** One for each heading, by the reader's own names. */
  readonly columns: readonly string[];
  /** ms since 1970. */
  readonly savedAt: number;
}

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
