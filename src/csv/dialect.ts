export type LineBreak = '\r\n' | '\n' | '\r';

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineBreak: LineBreak;
  /** How many UTF-16 units Excel's `sep=` line takes at the start; 0 when there is none. */
  readonly skip: number;
}

/** What a person said about how the rows are written; null where nobody said anything. */
export interface RowForm {
  readonly delimiter: string | null;
  /** From 1. */
  readonly headerRow: number | null;
}

/** In the order in which a tie is decided. */
export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r|$)/i;
/** What Windows PowerShell's `Export-Csv` writes above the header. */
const TYPE_LINE = /^"?#TYPE [^\r\n]*/;

interface Look {
  readonly counts: Map<string, number>;
  first: LineBreak | null;
  /** Whether there is a `\n` alone. */
  feeds: boolean;
}

/** Looks at line breaks outside quotes, and counts delimiters in the first row that holds anything. */
function look(text: string): Look {
  const seen: Look = { counts: new Map(), first: null, feeds: false };
  let quoted = false;
  let filled = false;
  let inHeader = true;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') quoted = !quoted;
    if (quoted || char === '"') {
      filled = true;
      continue;
    }
    if (char === '\n' || char === '\r') {
      const isPair = char === '\r' && text.charAt(i + 1) === '\n';
      seen.first ??= isPair ? '\r\n' : char;
      if (isPair) i++;
      else if (char === '\n') seen.feeds = true;
      if (filled) inHeader = false;
    } else {
      if (inHeader && DELIMITERS.includes(char)) {
        seen.counts.set(char, (seen.counts.get(char) ?? 0) + 1);
      }
      filled ||= char.trim() !== '';
    }
  }
  return seen;
}

/** True for the row above the header in which PowerShell names the type of its objects. */
export const isTypeRow = (cells: readonly string[]): boolean =>
  cells[0]?.startsWith('#TYPE ') === true;

/**
 * Judges by the first piece of a file how it is written: the delimiter most frequent in the header
 * (or the one that Excel's `sep=` line names) and the line break. Where `\n` is mixed with `\r\n`,
 * `\n` is said: the reader then takes a `\r` off the end of a row. Apart from that the first line
 * break decides, so that a file and its beginning are read alike.
 */
export function detectDialect(start: string): Dialect {
  const line = SEPARATOR_LINE.exec(start);
  const skip = line?.[0].length ?? 0;
  const { counts, first: firstBreak, feeds } = look(start.slice(skip).replace(TYPE_LINE, ''));
  let delimiter = ',';
  for (const candidate of DELIMITERS) {
    if ((counts.get(candidate) ?? 0) > (counts.get(delimiter) ?? 0)) delimiter = candidate;
  }
  const lineBreak = firstBreak === '\r\n' && !feeds ? '\r\n' : firstBreak === '\r' ? '\r' : '\n';
  return { delimiter: line?.[1] ?? delimiter, lineBreak, skip };
}

/**
 * How the file may be written, likeliest first: as `detectDialect` says, then with the other
 * delimiters. A `sep=` line leaves no doubt, and what a person `said` less still.
 */
export function dialectsFor(start: string, said: string | null): readonly [Dialect, ...Dialect[]] {
  const likely = detectDialect(start);
  if (said !== null) return [{ ...likely, delimiter: said }];
  if (likely.skip > 0) return [likely];
  const others = DELIMITERS.filter((delimiter) => delimiter !== likely.delimiter);
  return [likely, ...others.map((delimiter) => ({ ...likely, delimiter }))];
}
