import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { dialectsFor, isTypeRow, type Dialect, type RowForm } from './dialect.ts';
import { plainCell } from './formula-cell.ts';
import { RowParser, type ParsedRow } from './row-parser.ts';

/** How far down the header may stand: titles and remarks stand above it. */
export const HEADER_ROWS = 20;

/** Says what a file with this header is, or why it is nothing that we know. */
export type RecogniseHeader<T> = (header: readonly string[]) => Result<T, ImportProblem>;

/** Where the header stands and what it says. */
export interface FoundHeader<T> {
  readonly dialect: Dialect;
  /** Counts from 1. */
  readonly row: number;
  readonly header: readonly string[];
  readonly value: T;
}

/** True for a row in which nothing stands. */
export const isBlankRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '');

function firstRows(start: string, isWhole: boolean, dialect: Dialect): ParsedRow[] {
  const parser = new RowParser(dialect);
  const rows = parser.push(start.slice(dialect.skip));
  return (isWhole ? [...rows, ...parser.end()] : rows).slice(0, HEADER_ROWS);
}

/**
 * Finds the header among the first 20 rows of a file by trying which row is recognised, under each
 * delimiter that may be meant, or only where `form` says. `isWhole`: the file has no more than `start`. The problem is that of
 * a row that is nearly a header, else that of the first row.
 */
export function findHeader<T>(
  {
    file,
    start,
    isWhole,
  }: { readonly file: string; readonly start: string; readonly isWhole: boolean },
  recognise: RecogniseHeader<T>,
  form: RowForm = { delimiter: null, headerRow: null },
): Result<FoundHeader<T>, ImportProblem> {
  let first: ImportProblem | null = null;
  let nearly: ImportProblem | null = null;
  for (const dialect of dialectsFor(start, form.delimiter)) {
    for (const [index, { cells, quotes }] of firstRows(start, isWhole, dialect).entries()) {
      const row = index + 1;
      if (form.headerRow !== null && row !== form.headerRow) continue;
      if (isBlankRow(cells) || isTypeRow(cells)) continue;
      const header = cells.map(plainCell);
      const said: Result<T, ImportProblem> =
        quotes === 'fine' ? recognise(header) : fail({ kind: 'brokenQuotes', file, row });
      if (said.ok) return ok({ dialect, row, header, value: said.value });
      first ??= said.error;
      if (said.error.kind === 'missingColumn') nearly ??= said.error;
    }
  }
  return fail(nearly ?? first ?? { kind: 'notRecognised', file });
}
