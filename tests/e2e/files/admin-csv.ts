import { textFile, type MadeFile } from './made-file.ts';

/** How a person's tools may have left the file. */
export interface CsvForm {
  readonly delimiter?: ',' | ';' | '\t';
  readonly bom?: boolean;
}

const cell = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * "Export users" of the Microsoft 365 admin center: any of its columns in any order. Each row gives
 * its cells by heading; what it lacks is empty.
 */
export function adminCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  { delimiter = ',', bom = true }: CsvForm = {},
): MadeFile {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const text = lines.map((line) => line.map(cell).join(delimiter)).join('\r\n');
  return textFile('users_11_21_2026.csv', `${bom ? '\uFEFF' : ''}${text}\r\n`, 'text/csv');
}
