import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Warn } from '#graph/read-shape.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { CsvReading } from './csv-reading.ts';
import type { OpenRows } from './csv-rows.ts';
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
}

/** How many bytes are parsed between two looks at the clock. */
const SLICE = 64 * 1024;

/**
 * Reads a CSV file as it streams: `encoding`, or with null UTF-8, or what a byte order mark says; `,`
 * `;` tab or `|` (or what Excel's `sep=` line names); any line break; the header in the first 20
 * rows. A row that does not have as many cells as the header, or whose quotes are broken, is left out
 * with a warning and never shifted. An apostrophe before a formula, as exports put it, is taken off.
 * Blank rows are skipped. Rests with (bytes read, bytes).
 *
 * Problems: unreadable, notUtf8, notInEncoding, brokenQuotes (of a row without end), notRecognised (no
 * header), and whatever `open` says.
 */
export async function readCsv(
  file: StreamedFile,
  open: OpenRows,
  warn: Warn,
  pace: Pace,
  encoding: TextEncoding | null = null,
): Promise<Result<CsvLook, ImportProblem>> {
  const { name, size } = file;
  const decoder = new StrictDecoder(encoding);
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
  } catch (error) {
    const problem = faultIn(name, error, reading, encoding);
    if (!reading.isOver) return fail(problem);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (!reading.finish()) return fail({ kind: 'notRecognised', file: name });
  return ok({ encoding: decoder.encoding, delimiter: reading.delimiter });
}

/** The problem that an error in reading stands for; any other error is thrown on. */
function faultIn(
  file: string,
  error: unknown,
  reading: CsvReading,
  encoding: TextEncoding | null,
): ImportProblem {
  if (error instanceof EndlessRow) return { kind: 'brokenQuotes', file, row: reading.row + 1 };
  if (!(error instanceof BadBytes)) throw error;
  const row = reading.endAt(error.before);
  return encoding === null
    ? { kind: 'notUtf8', file, row }
    : { kind: 'notInEncoding', file, row, encoding };
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
