import type { Warn } from '#graph/read-shape.ts';
import type { CsvHeader } from './csv-header.ts';
import type { CsvRows } from './csv-rows.ts';
import type { ProductNames } from './product-names.ts';
import type { UserRoster } from './user-roster.ts';

/** What rows of a CSV file are read with, and where what they say goes. */
export interface CsvContext {
  readonly file: string;
  /** In which row the header stands, from 1. */
  readonly headerRow: number;
  readonly names: ProductNames;
  readonly roster: UserRoster;
  readonly warn: Warn;
}

/**
 * A kind of CSV file that administrators have, told by its headings. A further kind is a file like
 * `admin-users.ts` and a line in `csv-kinds.ts`.
 */
export interface CsvKind {
  readonly kind: 'adminUsersCsv';
  /** What the header lacks to be of this kind: nothing (`[]`), these columns; null when it is something else altogether. */
  readonly missing: (header: CsvHeader) => readonly string[] | null;
  readonly open: (header: CsvHeader, context: CsvContext) => CsvRows;
}
