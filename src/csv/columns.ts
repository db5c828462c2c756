import type { Cell, CsvTable } from './write-csv.ts';

/** The columns of an export, in order: what each says of a row. */
export type Columns<Key extends string, Row> = readonly (readonly [Key, (row: Row) => Cell])[];

/** The heading of each column, in the person's language. */
export type Headings<Key extends string> = Readonly<Record<Key, string>>;

/** Columns that the person does not want in the file, by their keys; others are no matter. */
export type HiddenColumns = ReadonlySet<string>;

const nothingHidden: HiddenColumns = new Set();

/** The names of columns, in order. */
export const keysOf = <Key extends string, Row>(columns: Columns<Key, Row>): readonly Key[] =>
  columns.map(([key]) => key);

/**
 * The rows as a table with these columns but for the hidden ones; hiding all of them hides none.
 * Rows are made as they are written.
 */
export function tableOf<Key extends string, Row>(
  columns: Columns<Key, Row>,
  headings: Headings<Key>,
  rows: Iterable<Row>,
  hidden: HiddenColumns = nothingHidden,
): CsvTable {
  const wanted = columns.filter(([key]) => !hidden.has(key));
  const shown = wanted.length > 0 ? wanted : columns;
  return {
    header: shown.map(([key]) => headings[key]),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield shown.map(([, cellOf]) => cellOf(row));
      },
    },
  };
}
