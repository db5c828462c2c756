import { GrowingFile } from '#base/growing-file.ts';
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

/** Where the bytes of a file go, in order; the next ones are made when these are taken. */
export type ByteSink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void;

const BATCH = 1000;
const LINE_BREAK = '\r\n';

/** Begins so and is no formula, as most texts do: cheaper to tell than `FORMULA`. */
const isPlainStart = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

/** What makes a text need quotes wherever it stands in it. */
const QUOTED: Readonly<Record<CsvStyle['delimiter'], RegExp>> = {
  ',': /[",\r\n\uFEFF]/,
  ';': /[";\r\n\uFEFF]/,
  '\t': /["\t\r\n\uFEFF]/,
};

function cellText(cell: Cell, special: RegExp): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  if (!isPlainStart(cell.charCodeAt(0))) {
    if (FORMULA.test(cell)) return quoted(`'${cell}`);
    if (cell.startsWith(' ')) return quoted(cell);
  }
  return special.test(cell) || cell.endsWith(' ') ? quoted(cell) : cell;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rows as CSV text, each with a line break after it; what a spreadsheet could run is made harmless. */
export function csvText(
  rows: readonly (readonly Cell[])[],
  delimiter: CsvStyle['delimiter'],
): string {
  const special = QUOTED[delimiter];
  let text = '';
  for (const row of rows) {
    let isFirst = true;
    for (const cell of row) {
      if (!isFirst) text += delimiter;
      isFirst = false;
      text += cellText(cell, special);
    }
    text += LINE_BREAK;
  }
  return text;
}

/**
 * Writes a table as CSV (RFC 4180, UTF-8, `\r\n`), a thousand rows at a time. A text that a
 * spreadsheet could take for a formula gets an apostrophe in front, in headings too; `readCsv` takes
 * it off again. Rests with (rows, null).
 */
export async function streamCsv(
  table: CsvTable,
  style: CsvStyle,
  pace: Pace,
  sink: ByteSink,
): Promise<void> {
  const encoder = new TextEncoder();
  if (style.bom) await sink(new Uint8Array([0xef, 0xbb, 0xbf]));
  // each batch is encoded at once: a long text made by appending is slow to flatten
  const bytesOf = (rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> =>
    encoder.encode(csvText(rows, style.delimiter));
  let batch: (readonly Cell[])[] = [table.header];
  let written = 0;
  for (const row of table.rows) {
    batch.push(row);
    written++;
    if (batch.length < BATCH) continue;
    await sink(bytesOf(batch));
    batch = [];
    if (pace.due()) await pace.rest(written, null);
  }
  if (batch.length > 0) await sink(bytesOf(batch));
}

/** The same as a file in memory. */
export async function writeCsv(table: CsvTable, style: CsvStyle, pace: Pace): Promise<Blob> {
  const file = new GrowingFile();
  await streamCsv(table, style, pace, (bytes) => file.add(bytes));
  return file.end('text/csv;charset=utf-8');
}
