import { fail, ok, type Result } from '#base/result.ts';
import type { Warn } from '#graph/read-shape.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { LONGEST_TEXT } from '#users/user-record.ts';
import type { CsvRows, OpenRows } from './csv-rows.ts';
import { dialectsFor, isTypeRow, type Dialect, type RowForm } from './dialect.ts';
import { findHeader, isBlankRow } from './find-header.ts';
import { plainCells } from './formula-cell.ts';
import { UNDECODABLE } from './lenient-decoder.ts';
import { RowParser, type ParsedRow } from './row-parser.ts';

/** The longest cell, in UTF-16 units; longer ones are no data but a broken file. */
export const CELL_LIMIT = LONGEST_TEXT;
/** The most rows that a file may have, its header included. */
export const FILE_ROWS = 2_000_000;
/** A cell that holds nothing but an address. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;
/** How much text is looked at before it is judged how the file is written. */
const SAMPLE = 64 * 1024;

/**
 * True for a row above the header that may belong below it: one with an address, or filled to the width of the
 * header. Titles and remarks are shorter, though a spreadsheet fills them up with empty cells.
 */
function mayBeData(cells: readonly string[], header: readonly string[]): boolean {
  if (isTypeRow(cells)) return false;
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return width === header.length || cells.some((cell) => ADDRESS.test(cell.trim()));
}

const FITS = ok(true as const);

/** Thrown at a file's first row beyond `FILE_ROWS`. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

interface Begun {
  readonly dialect: Dialect;
  readonly parser: RowParser;
  readonly taker: CsvRows;
  readonly header: readonly string[];
  readonly headerRow: number;
}

/** Rows out of texts: finds the dialect and the header, leaves out bad rows with a warning. */
export class CsvReading {
  readonly #file: string;
  readonly #open: OpenRows;
  readonly #warn: Warn;
  readonly #form: RowForm;
  #start = '';
  #begun: Begun | null = null;
  #mayBeDamaged = false;
  row = 0;
  /** The first row with text that could not be decoded; null when there was none. */
  damagedRow: number | null = null;

  constructor(
    file: string,
    open: OpenRows,
    warn: Warn,
    { delimiter = null, headerRow = null }: Partial<RowForm> = {},
  ) {
    this.#file = file;
    this.#open = open;
    this.#warn = warn;
    this.#form = { delimiter, headerRow };
  }

  /** In which row the header stands, from 1; 0 before it was found. */
  get headerRow(): number {
    return this.#begun?.headerRow ?? 0;
  }

  get delimiter(): string {
    return this.#begun?.dialect.delimiter ?? ',';
  }

  /** Takes the next text; the problem, if any, is that of a file that cannot be read at all. Throws `EndlessRow`. */
  push(text: string, last: boolean): ImportProblem | null {
    this.#mayBeDamaged ||= text.includes(UNDECODABLE);
    if (this.#begun !== null) return this.#rows(this.#begun, text, last);
    this.#start += text;
    if (this.#start.length < SAMPLE && !last) return null;
    const begun = this.#begin(last);
    if (!begun.ok) return begun.error;
    this.#begun = begun.value;
    const start = this.#start.slice(begun.value.dialect.skip);
    this.#start = '';
    return this.#rows(begun.value, start, last);
  }

  /** Takes the text before a fault after which nothing can be read; gives the row of the fault. */
  endAt(text: string): number {
    if (this.#begun === null) {
      const start = this.#start + text;
      const [dialect] = dialectsFor(start, this.#form.delimiter);
      const parser = new RowParser(dialect);
      const whole = parser.push(start.slice(dialect.skip));
      this.push(text, true);
      return whole.length + Math.max(1, parser.end().length);
    }
    const { parser } = this.#begun;
    const [whole, rest] = [parser.push(text), parser.end()];
    const row = this.row + whole.length + Math.max(1, rest.length);
    this.#take(this.#begun, [...whole, ...rest]);
    return row;
  }

  /** True when the rows have said that they end. */
  get isOver(): boolean {
    return this.#begun?.taker.isOver?.() === true;
  }

  /** Ends the reading; false when there was no header. */
  finish(): boolean {
    this.#begun?.taker.finish();
    return this.#begun !== null;
  }

  #begin(isWhole: boolean): Result<Begun, ImportProblem> {
    const found = findHeader(
      { file: this.#file, start: this.#start, isWhole },
      this.#open,
      this.#form,
    );
    if (!found.ok) return found;
    const { dialect, row, header, value } = found.value;
    const parser = new RowParser(dialect);
    return ok({ dialect, parser, taker: value(row), header, headerRow: row });
  }

  #rows(begun: Begun, text: string, last: boolean): ImportProblem | null {
    const rows = begun.parser.push(text);
    return this.#take(begun, last ? [...rows, ...begun.parser.end()] : rows);
  }

  #take(begun: Begun, rows: readonly ParsedRow[]): ImportProblem | null {
    for (const row of rows) {
      const isCut = row.quotes === 'cut' && begun.taker.takesCut === true;
      if (row.quotes === 'open' || (row.quotes === 'cut' && !isCut))
        return this.isOver ? null : this.#broken(this.row + 1);
      if (++this.row > FILE_ROWS) throw new TooManyRows();
      if (
        this.#mayBeDamaged &&
        this.damagedRow === null &&
        row.cells.some((cell) => cell.includes(UNDECODABLE))
      ) {
        this.damagedRow = this.row;
      }
      if (isBlankRow(row.cells)) continue;
      if (this.row > begun.headerRow) this.#row(begun, row);
      else if (this.row < begun.headerRow && mayBeData(row.cells, begun.header)) {
        this.#leaveOut(begun, row, { kind: 'aboveHeader', file: this.#file, row: this.row });
      }
    }
    return null;
  }

  #row(begun: Begun, parsed: ParsedRow): void {
    const { taker, header } = begun;
    const { cells, quotes, ended } = parsed;
    const { row } = this;
    const isCut = !ended && (quotes === 'cut' || cells.length < header.length);
    const fits =
      isCut && taker.takesCut === true
        ? fail({ kind: 'cutOff', file: this.#file, row } as const)
        : quotes === 'fine'
          ? this.#fits(cells, header)
          : fail(this.#broken(row));
    if (fits.ok) {
      taker.take(plainCells(cells), row, ended);
      return;
    }
    this.#leaveOut(begun, parsed, fits.error);
  }

  #leaveOut({ taker }: Begun, { cells, ended }: ParsedRow, problem: ImportProblem): void {
    this.#warn(problem);
    taker.leaveOut?.({ cells: plainCells(cells), row: this.row, ended, problem });
  }

  #fits(cells: readonly string[], header: readonly string[]): Result<true, ImportProblem> {
    const long = cells.findIndex((cell) => cell.length > CELL_LIMIT);
    if (long === -1 && cells.length === header.length) return FITS;
    const where = { file: this.#file, row: this.row };
    if (cells.length !== header.length) {
      const [expected, received] = [header.length, cells.length];
      return fail({ kind: 'raggedRow', ...where, expected, received });
    }
    const value = `${cells[long]?.slice(0, 40) ?? ''}…`;
    return fail({ kind: 'badValue', ...where, column: header[long] ?? '', value });
  }

  #broken(row: number): ImportProblem {
    return { kind: 'brokenQuotes', file: this.#file, row };
  }
}
