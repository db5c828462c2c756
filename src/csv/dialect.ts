/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineBreak: '\r\n' | '\n' | '\r';
  /** How many UTF-16 units Excel's `sep=` line takes at the start; 0 when there is none. */
  readonly skip: number;
}

/** In the order in which a tie is decided. */
const DELIMITERS = [',', ';', '\t', '|'];
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r|$)/i;

interface Look {
  readonly counts: Map<string, number>;
  pairs: number;
  feeds: number;
  returns: number;
}

/** Counts line breaks outside quotes, and delimiters in the first row that holds anything. */
function look(text: string): Look {
  const seen: Look = { counts: new Map(), pairs: 0, feeds: 0, returns: 0 };
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
      if (char === '\r' && text.charAt(i + 1) === '\n') {
        seen.pairs++;
        i++;
      } else if (char === '\n') seen.feeds++;
      else seen.returns++;
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

/**
 * Judges by the first piece of a file how it is written: the delimiter most frequent in the header
 * (or the one that Excel's `sep=` line names) and the line break. Where `\n` is mixed with `\r\n`,
 * `\n` is said: the reader then takes a `\r` off the end of a row.
 */
export function detectDialect(start: string): Dialect {
  const line = SEPARATOR_LINE.exec(start);
  const skip = line?.[0].length ?? 0;
  const { counts, pairs, feeds, returns } = look(start.slice(skip));
  const [first = ','] = DELIMITERS;
  let delimiter = first;
  for (const candidate of DELIMITERS) {
    if ((counts.get(candidate) ?? 0) > (counts.get(delimiter) ?? 0)) delimiter = candidate;
  }
  const lineBreak = feeds > 0 ? '\n' : pairs > 0 ? '\r\n' : returns > 0 ? '\r' : '\n';
  return { delimiter: line?.[1] ?? delimiter, lineBreak, skip };
}
