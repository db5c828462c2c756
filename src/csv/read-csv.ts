import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Warn } from '#graph/read-shape.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import { CsvReading, FILE_ROWS, TooManyRows } from './csv-reading.ts';
import type { OpenRows } from './csv-rows.ts';
import { LenientDecoder } from './lenient-decoder.ts';
import { EndlessRow } from './row-parser.ts';
import { BadBytes, StrictDecoder } from './text-decoder.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What is read of a CSV file; a browser's `File` is one. */
export interface StreamedFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** How the file turned out to be written. */
export interface CsvLook {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** In which row the header stands, from 1. */
  readonly headerRow: number;
  /** Where text could not be decoded: how often, and first in which row. Null when all of it could. */
  readonly damage: Damage | null;
}

/** Text that could not be decoded. */
export interface Damage {
  readonly places: number;
  readonly row: number;
}

/** How a person, or what was told from the bytes, says that a file is to be read. */
export interface CsvForm {
  /** Null: UTF-8, or what a byte order mark says. */
  readonly encoding: TextEncoding | null;
  /** Null: the likeliest. */
  readonly delimiter: string | null;
  /** From 1; null: the first row that is recognised as one. */
  readonly headerRow: number | null;
  /** What cannot be decoded is replaced and counted; else it is a problem. */
  readonly isLenient: boolean;
}

/** The largest CSV file that is read, in bytes. */
export const CSV_LIMIT = 500 * 1024 * 1024;

/** How many bytes are parsed between two looks at the clock. */
const SLICE = 16 * 1024;

/** Whom a reading tells of what is odd, where it rests, and the form that somebody chose. */
interface ReadHow {
  readonly warn: Warn;
  readonly pace: Pace;
  readonly form?: Partial<CsvForm> | undefined;
}

/**
 * Reads a CSV file as it streams, in the given form, and what it leaves open: UTF-8, or what a byte
 * order mark says; `,` `;` tab or `|` (or what Excel's `sep=` line names); any line break; the header
 * in the first 20 rows. A row that does not have as many cells as the header, or whose quotes are broken, is left out
 * with a warning and never shifted. An apostrophe before a formula, as exports put it, is taken off.
 * Blank rows are skipped. Rests with (bytes read, bytes).
 *
 * Problems: tooLarge, tooManyRows, unreadable, notUtf8, notInEncoding, brokenQuotes (of a row without
 * end), notRecognised (no header), and whatever `open` says.
 */
export async function readCsv(
  file: StreamedFile,
  open: OpenRows,
  { warn, pace, form = {} }: ReadHow,
): Promise<Result<CsvLook, ImportProblem>> {
  const { name, size } = file;
  const { encoding = null, isLenient = false } = form;
  if (size > CSV_LIMIT)
    return fail({ kind: 'tooLarge', file: name, bytes: size, limit: CSV_LIMIT });
  const decoder = isLenient ? new LenientDecoder(encoding ?? 'utf-8') : new StrictDecoder(encoding);
  const reading = new CsvReading(name, open, warn, form);
  const reader = file.stream().getReader();
  let done = 0;
  try {
    for (;;) {
      const chunk = await nextChunk(name, reader);
      if (!chunk.ok) return fail(chunk.error);
      if (chunk.value === null) break;
      for (let start = 0; start < chunk.value.length; start += SLICE) {
        const slice = chunk.value.subarray(start, start + SLICE);
        const problem = reading.push(decoder.push(slice), false);
        if (problem !== null) return fail(problem);
        done += slice.length;
        if (pace.due()) await pace.rest(done, size, reading.row);
      }
    }
    const problem = reading.push(decoder.end(), true);
    if (problem !== null) return fail(problem);
  } catch (error) {
    const problem = faultIn(name, error, reading, encoding);
    if (!reading.isOver) return fail(problem);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (!reading.finish()) return fail({ kind: 'notRecognised', file: name });
  const places = decoder instanceof LenientDecoder ? decoder.places : 0;
  const damage = places === 0 ? null : { places, row: reading.damagedRow ?? 1 };
  const { delimiter, headerRow } = reading;
  return ok({ encoding: decoder.encoding, delimiter, headerRow, damage });
}

/** The problem that an error in reading stands for; any other error is thrown on. */
function faultIn(
  file: string,
  error: unknown,
  reading: CsvReading,
  encoding: TextEncoding | null,
): ImportProblem {
  if (error instanceof TooManyRows) return { kind: 'tooManyRows', file, limit: FILE_ROWS };
  if (error instanceof EndlessRow) return { kind: 'brokenQuotes', file, row: reading.row + 1 };
  if (!(error instanceof BadBytes)) throw error;
  const row = reading.endAt(error.before);
  return encoding === null
    ? { kind: 'notUtf8', file, row }
    : { kind: 'notInEncoding', file, row, encoding };
}

async function nextChunk(
  file: string,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Result<Uint8Array | null, ImportProblem>> {
  try {
    const { done, value } = await reader.read();
    return ok(done ? null : value);
  } catch (error) {
    return fail(unreadable(file, error));
  }
}
