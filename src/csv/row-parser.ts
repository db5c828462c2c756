import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

/**
 * The cells of one row and whether its quotes are in order. `broken`: text follows a closing quote
 * within the row. `open`: a quote has no end where it should, so that rows after it may be inside.
 * `cut`: the text ends within a quoted cell of its last line.
 */
export interface ParsedRow {
  readonly cells: readonly string[];
  readonly quotes: 'fine' | 'broken' | 'open' | 'cut';
  /** False for a last row without a line break after it: the file may have been cut there. */
  readonly ended: boolean;
}

/** A row longer than this many UTF-16 units is taken for a quote that was never closed. */
export const ROW_LIMIT = 4 * 1024 * 1024;

/** Thrown when a row does not end within `ROW_LIMIT`: the rest of the file cannot be read. */
export class EndlessRow extends Error {
  override readonly name = 'EndlessRow';
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number; readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Parses a text that comes in pieces cut anywhere. The last row of what has come is kept back until
 * more follows, so that a border inside a quoted cell, a `""` or a `\r\n` loses and shifts nothing.
 */
export class RowParser {
  readonly #parser: Papa.Parser;
  readonly #trimReturn: boolean;
  #rest = '';
  /** A row kept back is parsed again only when its text has doubled, so that long rows stay linear. */
  #wanted = 0;

  constructor({ delimiter, lineBreak }: Dialect) {
    this.#parser = new Papa.Parser({ delimiter, newline: lineBreak, quoteChar: '"' });
    this.#trimReturn = lineBreak === '\n';
  }

  /** The rows that are complete now. Throws `EndlessRow`. */
  push(text: string): ParsedRow[] {
    this.#rest += text;
    if (this.#rest.length < this.#wanted) return [];
    const rows = this.#parse(true);
    if (rows.length === 0 && this.#rest.length > ROW_LIMIT) throw new EndlessRow();
    this.#wanted = this.#rest.length * 2;
    return rows;
  }

  /** The rows left at the end of the text. */
  end(): ParsedRow[] {
    return this.#parse(false);
  }

  #parse(more: boolean): ParsedRow[] {
    const { data, errors, meta } = this.#parser.parse(this.#rest, 0, more) as Parsed;
    const isCut = !more && endsInQuotes(this.#rest);
    this.#rest = more ? this.#rest.slice(meta.cursor) : '';
    // an error of the row kept back may vanish when more of it has come
    const codes = new Map(errors.map(({ row, code }) => [row, code]));
    return data.map((cells, index) => ({
      cells: this.#trimReturn ? withoutReturn(cells) : cells,
      quotes: quotesOf(cells, codes.get(index), isCut && index === data.length - 1),
      ended: more || index < data.length - 1,
    }));
  }
}

/** True when the last line opens a quote more than it closes. */
const endsInQuotes = (text: string): boolean =>
  text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1).split('"').length % 2 ===
  0;

function quotesOf(
  cells: readonly string[],
  code: string | undefined,
  isCut: boolean,
): ParsedRow['quotes'] {
  if (code === undefined) return 'fine';
  const swallowed = cells.some((cell) => cell.includes('\n') || cell.includes('\r'));
  if (code === 'MissingQuotes' && isCut && !swallowed) return 'cut';
  return code === 'MissingQuotes' || swallowed ? 'open' : 'broken';
}

function withoutReturn(cells: string[]): string[] {
  const last = cells.at(-1);
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
  return cells;
}
