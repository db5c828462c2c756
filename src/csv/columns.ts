import type { Cell, CsvTable } from './write-csv.ts';

/** The columns of an export, in order: what each says of a row. */
export type Columns<Key extends string, Row> = readonly (readonly [Key, (row: Row) => Cell])[];

/** The heading of each column, in the person's language. */
export type Headings<Key extends string> = Readonly<Record<Key, string>>;

/** The rows as a table with these columns; rows are made as they are written. */
export function tableOf<Key extends string, Row>(
  columns: Columns<Key, Row>,
  headings: Headings<Key>,
  rows: Iterable<Row>,
): CsvTable {
  return {
    header: columns.map(([key]) => headings[key]),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield columns.map(([, cellOf]) => cellOf(row));
      },
    },
  };
}
