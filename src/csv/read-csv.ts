import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { MarkedEncoding } from '#base/byte-order-mark.ts';
import type { Warn } from '#graph/read-shape.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { detectDialect, type Dialect } from './dialect.ts';
import { plainCell } from './formula-cell.ts';
import { EndlessRow, RowParser, type ParsedRow } from './row-parser.ts';
import { BadBytes, StrictDecoder } from './text-decoder.ts';

/** What is read of a CSV file; a browser's `File` is one. */
export interface StreamedFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** How the file turned out to be written. */
export interface CsvLook {
  readonly encoding: MarkedEncoding;
  readonly delimiter: string;
}

/** Takes one row of as many cells as the header. Row numbers count from 1, the header and blank rows included. */
export type TakeRow = (cells: readonly string[], row: number) => void;

/** A reading of the rows in progress. */
export interface CsvRows {
  readonly take: TakeRow;
  /** Called once after the last row. */
  readonly finish: () => void;
}

/** Is given the header; says how the rows are read, or why they are not. */
export type OpenRows = (header: readonly string[]) => Result<CsvRows, ImportProblem>;

/** The longest cell, in UTF-16 units; longer ones are no data but a broken file. */
export const CELL_LIMIT = 64 * 1024;
/** How many bytes are parsed between two looks at the clock. */
const SLICE = 64 * 1024;
/** How much text is looked at before it is judged how the file is written. */
const SAMPLE = 64 * 1024;

/** Rows out of texts: finds the dialect and the header, leaves out bad rows with a warning. */
class CsvReading {
  readonly #file: string;
  readonly #open: OpenRows;
  readonly #warn: Warn;
  #start = '';
  #parser: RowParser | null = null;
  #taker: CsvRows | null = null;
  #header: readonly string[] = [];
  #dialect: Dialect | null = null;
  row = 0;

  constructor(file: string, open: OpenRows, warn: Warn) {
    this.#file = file;
    this.#open = open;
    this.#warn = warn;
  }

  get delimiter(): string {
    return this.#dialect?.delimiter ?? ',';
  }

  /** Takes the next text; the problem, if any, is that of a file that cannot be read at all. */
  push(text: string, last: boolean): ImportProblem | null {
    if (this.#parser !== null) return this.#rows(this.#parser.push(text), this.#parser, last);
    this.#start += text;
    if (this.#start.length < SAMPLE && !last) return null;
    this.#dialect = detectDialect(this.#start);
    this.#parser = new RowParser(this.#dialect);
    const rows = this.#parser.push(this.#start.slice(this.#dialect.skip));
    this.#start = '';
    return this.#rows(rows, this.#parser, last);
  }

  #rows(rows: readonly ParsedRow[], parser: RowParser, last: boolean): ImportProblem | null {
    for (const row of last ? [...rows, ...parser.end()] : rows) {
      const problem = this.#row(row);
      if (problem !== null) return problem;
    }
    return null;
  }

  #row({ cells, quotes }: ParsedRow): ImportProblem | null {
    const row = ++this.row;
    if (quotes === 'open') return this.#broken(row);
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (this.#taker === null) return quotes === 'fine' ? this.#openWith(cells) : this.#broken(row);
    if (quotes === 'broken') this.#warn(this.#broken(row));
    else if (cells.length !== this.#header.length) {
      const [expected, received] = [this.#header.length, cells.length];
      this.#warn({ kind: 'raggedRow', file: this.#file, row, expected, received });
    } else if (this.#fits(cells, row)) this.#taker.take(cells.map(plainCell), row);
    return null;
  }

  #openWith(cells: readonly string[]): ImportProblem | null {
    const header = cells.map(plainCell);
    this.#header = header;
    const opened = this.#open(header);
    if (!opened.ok) return opened.error;
    this.#taker = opened.value;
    return null;
  }

  #fits(cells: readonly string[], row: number): boolean {
    const long = cells.findIndex((cell) => cell.length > CELL_LIMIT);
    if (long === -1) return true;
    const value = `${cells[long]?.slice(0, 40) ?? ''}…`;
    const column = this.#header[long] ?? '';
    this.#warn({ kind: 'badValue', file: this.#file, row, column, value });
    return false;
  }

  #broken(row: number): ImportProblem {
    return { kind: 'brokenQuotes', file: this.#file, row };
  }

  /** In which row the file stands after the given text, without taking the rows in it. */
  rowAfter(text: string): number {
    const start = this.#start + text;
    const dialect = this.#dialect ?? detectDialect(start);
    const parser = this.#parser ?? new RowParser(dialect);
    const whole = parser.push(this.#parser === null ? start.slice(dialect.skip) : start);
    return this.row + whole.length + Math.max(1, parser.end().length);
  }

  /** Ends the reading; false when there was no header. */
  finish(): boolean {
    this.#taker?.finish();
    return this.#taker !== null;
  }
}

/**
 * Reads a CSV file as it streams: UTF-8, or UTF-16 with a byte order mark; `,` `;` tab or `|` (or what
 * Excel's `sep=` line names); any line break. A row that does not have as many cells as the header,
 * or whose quotes are broken, is left out with a warning and never shifted. An apostrophe before a
 * formula, as exports put it, is taken off. Blank rows are skipped. Rests with (bytes read, bytes).
 *
 * Problems: unreadable, notUtf8, brokenQuotes (of a row without end), notRecognised (no header), and
 * whatever `open` says.
 */
export async function readCsv(
  file: StreamedFile,
  open: OpenRows,
  warn: Warn,
  pace: Pace,
): Promise<Result<CsvLook, ImportProblem>> {
  const { name, size } = file;
  const decoder = new StrictDecoder();
  const reading = new CsvReading(name, open, warn);
  const reader = file.stream().getReader();
  let done = 0;
  try {
    for (;;) {
      const chunk = await nextChunk(reader);
      if (!chunk.ok) return fail({ kind: 'unreadable', file: name, detail: chunk.error });
      if (chunk.value === null) break;
      for (let start = 0; start < chunk.value.length; start += SLICE) {
        const slice = chunk.value.subarray(start, start + SLICE);
        const problem = reading.push(decoder.push(slice), false);
        if (problem !== null) return fail(problem);
        done += slice.length;
        if (pace.due()) await pace.rest(done, size);
      }
    }
    const problem = reading.push(decoder.end(), true);
    if (problem !== null) return fail(problem);
    if (!reading.finish()) return fail({ kind: 'notRecognised', file: name });
    return ok({ encoding: decoder.encoding, delimiter: reading.delimiter });
  } catch (error) {
    if (error instanceof BadBytes) {
      return fail({ kind: 'notUtf8', file: name, row: reading.rowAfter(error.before) });
    }
    if (error instanceof EndlessRow) {
      return fail({ kind: 'brokenQuotes', file: name, row: reading.row + 1 });
    }
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Result<Uint8Array | null, string>> {
  try {
    const { done, value } = await reader.read();
    return ok(done ? null : value);
  } catch (error) {
    return fail(String(error));
  }
}
