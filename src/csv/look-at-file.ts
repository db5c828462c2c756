import { fail, ok, type Result } from '#base/result.ts';
import { steady } from '#base/pace.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import type { CsvChoice } from './csv-choice.ts';
import type { DetectedEncoding } from './detect-encoding.ts';
import { detectFileEncoding } from './detect-file-encoding.ts';
import { dialectsFor, isTypeRow, type Dialect } from './dialect.ts';
import { findHeader, HEADER_ROWS, isBlankRow } from './find-header.ts';
import { plainCell } from './formula-cell.ts';
import { LenientDecoder } from './lenient-decoder.ts';
import type { CsvLook } from './read-csv.ts';
import { RowParser, type ParsedRow } from './row-parser.ts';
import type { UserColumn } from './user-columns.ts';
import { columnsByHeadings, readUserHeader, type Mappings } from './user-header.ts';

/** How much of a file is looked at. */
const HEAD = 64 * 1024;
/** So many values of a column are shown. */
const VALUES = 3;
/** So much of a cell is shown, in UTF-16 units. */
const SHOWN = 60;

/** A column of a file, as it will be read. */
export interface ColumnLook {
  readonly heading: string;
  /** What the column is read as. */
  readonly use: UserColumn;
  /** The first ones that are not empty, cut to what is shown. */
  readonly values: readonly string[];
}

/** How the beginning of a file reads in a given form, before all of it is read. */
export interface FileLook extends Omit<CsvLook, 'damage'> {
  /** What the bytes tell, whatever was chosen. */
  readonly detected: DetectedEncoding;
  readonly columns: readonly ColumnLook[];
  /** How many places at the beginning of the file cannot be decoded. */
  readonly undecodable: number;
  /** True when the file has a header that is known; else the row with most headings is shown. */
  readonly isKnown: boolean;
}

interface HeaderPlace {
  readonly dialect: Dialect;
  readonly row: number;
  /** Null: as the headings say. */
  readonly columns: readonly UserColumn[] | null;
  readonly isKnown: boolean;
}

function rowsIn(text: string, dialect: Dialect): readonly ParsedRow[] {
  const parser = new RowParser(dialect);
  return [...parser.push(text.slice(dialect.skip)), ...parser.end()];
}

/** How many cells most rows have. */
function usualWidth(rows: readonly ParsedRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** The dialect in which most rows have most cells; of equals the likeliest. */
function widest(text: string, dialects: readonly [Dialect, ...Dialect[]]): Dialect {
  let best = { dialect: dialects[0], width: 0 };
  for (const dialect of dialects) {
    const width = usualWidth(filledRows(rowsIn(text, dialect)));
    if (width > best.width) best = { dialect, width };
  }
  return best.dialect;
}

const filledRows = (rows: readonly ParsedRow[]): readonly ParsedRow[] =>
  rows.filter(({ cells }) => !isBlankRow(cells) && !isTypeRow(cells));

/** Of the rows as wide as most are, the first that says most different things. */
function likelyHeader(rows: readonly ParsedRow[]): number {
  const width = usualWidth(filledRows(rows));
  let best = { row: 1, filled: 0 };
  for (const [index, { cells }] of rows.slice(0, HEADER_ROWS).entries()) {
    if (cells.length !== width) continue;
    const filled = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
    if (filled > best.filled) best = { row: index + 1, filled };
  }
  return best.row;
}

interface StartOfFile {
  readonly name: string;
  readonly text: string;
  readonly isWhole: boolean;
}

function headerIn(
  { name: file, text, isWhole }: StartOfFile,
  { delimiter, headerRow, columns }: CsvChoice,
  mappings: Mappings,
): HeaderPlace {
  const found = findHeader(
    { file, start: text, isWhole },
    (headings) => readUserHeader(file, headings, { columns, mappings }),
    { delimiter, headerRow },
  );
  if (found.ok) {
    const { dialect, row, value } = found.value;
    return { dialect, row, columns: value.columns, isKnown: true };
  }
  const dialect = widest(text, dialectsFor(text, delimiter));
  const row = headerRow ?? likelyHeader(rowsIn(text, dialect));
  return { dialect, row, columns, isKnown: false };
}

/** The columns below the header; rows that do not fit it are not read, and so not shown. */
function columnsIn(
  rows: readonly ParsedRow[],
  headerRow: number,
  said: readonly UserColumn[] | null,
): readonly ColumnLook[] {
  const headings = (rows[headerRow - 1]?.cells ?? []).map(plainCell);
  const uses = said?.length === headings.length ? said : columnsByHeadings(headings);
  const below = rows
    .slice(headerRow)
    .filter(({ cells, quotes }) => quotes === 'fine' && cells.length === headings.length);
  return headings.map((heading, index) => ({
    heading: heading.slice(0, SHOWN),
    use: uses[index] ?? 'aside',
    values: below
      .map(({ cells }) => plainCell(cells[index] ?? ''))
      .filter((value) => value.trim() !== '')
      .slice(0, VALUES)
      .map((value) => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value)),
  }));
}

/**
 * How the beginning of a CSV file reads in the form that `choice` says, and what it leaves open as the
 * file tells. `mappings`: what was said before of headers; `prior` as in `detectEncoding`. The problem: unreadable.
 */
export async function lookAtFile(
  file: File,
  choice: CsvChoice,
  mappings: Mappings,
  prior: 'gb18030' | 'big5' | null,
): Promise<Result<FileLook, ImportProblem>> {
  let detected: DetectedEncoding;
  let head: Uint8Array;
  try {
    detected = await detectFileEncoding(file, prior, steady);
    head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  } catch (error) {
    return fail(unreadable(file.name, error));
  }
  const decoder = new LenientDecoder(choice.encoding ?? detected.encoding);
  const isWhole = file.size <= HEAD;
  const text = decoder.push(head) + (isWhole ? decoder.end() : '');
  const { dialect, row, columns, isKnown } = headerIn(
    { name: file.name, text, isWhole },
    choice,
    mappings,
  );
  return ok({
    detected,
    encoding: decoder.encoding,
    delimiter: dialect.delimiter,
    isKnown,
    headerRow: row,
    columns: columnsIn(rowsIn(text, dialect), row, columns),
    undecodable: decoder.places,
  });
}
