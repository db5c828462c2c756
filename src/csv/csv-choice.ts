import type { TextEncoding } from './text-encoding.ts';
import type { UserColumn } from './user-columns.ts';

/** How a person says that a CSV file is to be read; null where it is to be told from the file. */
export interface CsvChoice {
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  /** From 1. */
  readonly headerRow: number | null;
  /** What each column is read as; only together with the row of its header. */
  readonly columns: readonly UserColumn[] | null;
}

/** Nothing was said. */
export const noChoice: CsvChoice = {
  encoding: null,
  delimiter: null,
  headerRow: null,
  columns: null,
};
