import Papa from 'papaparse';
import type { Pace } from '#base/pace.ts';
import { FORMULA } from './formula-cell.ts';

/** What can stand in a cell; null is an empty one. Numbers are written as they are, texts made harmless. */
export type Cell = string | number | null;

/** A table to be written: its headings and its rows, each with as many cells. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** How to write it: spreadsheets of many countries want `;`, and Excel knows UTF-8 only by its mark. */
export interface CsvStyle {
  readonly delimiter: ',' | ';' | '\t';
  readonly bom: boolean;
}

/** What Excel opens rightly by a double click. */
export const spreadsheetStyle: CsvStyle = { delimiter: ',', bom: true };

const BATCH = 1000;
const LINE_BREAK = '\r\n';

/**
 * Writes a table as CSV (RFC 4180, UTF-8, `\r\n`). A text that a spreadsheet could take for a formula
 * gets an apostrophe in front, in headings too; `readCsv` takes it off again. Rests with (rows, null).
 */
export async function writeCsv(table: CsvTable, style: CsvStyle, pace: Pace): Promise<Blob> {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (style.bom) parts.push(new Uint8Array([0xef, 0xbb, 0xbf]));
  const write = (rows: readonly (readonly Cell[])[]): void => {
    const text = Papa.unparse(rows as Cell[][], {
      delimiter: style.delimiter,
      newline: LINE_BREAK,
      escapeFormulae: FORMULA,
    });
    // each batch is encoded at once: a long text made by appending is slow to flatten
    parts.push(encoder.encode(text + LINE_BREAK));
  };
  let batch: (readonly Cell[])[] = [table.header];
  let written = 0;
  for (const row of table.rows) {
    batch.push(row);
    written++;
    if (batch.length < BATCH) continue;
    write(batch);
    batch = [];
    if (pace.due()) await pace.rest(written, null);
  }
  if (batch.length > 0) write(batch);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
