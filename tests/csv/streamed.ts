import { steady } from '../../src/base/pace.ts';
import { ok } from '../../src/base/result.ts';
import type { ImportProblem } from '../../src/users/import-problem.ts';
import { readCsv, type StreamedFile } from '../../src/csv/read-csv.ts';

/** A file that arrives in pieces of the given size. */
export function streamed(content: string | Uint8Array, size = Infinity): StreamedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name: 'file.csv',
    size: bytes.length,
    stream: () => {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, Math.min(bytes.length, (at += size))));
        },
      });
    },
  };
}

/** Everything that reading a file gives: header, rows with their numbers, warnings, and the end. */
export async function readRows(file: StreamedFile) {
  let header: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  const warnings: ImportProblem[] = [];
  const end = await readCsv(
    file,
    (cells) => {
      header = cells;
      return ok(() => ({
        take: (row, number) => {
          rows.push(row);
          numbers.push(number);
        },
        finish: () => undefined,
      }));
    },
    { warn: (problem) => warnings.push(problem), pace: steady },
  );
  return { header, rows, numbers, warnings, end };
}
