import type { Pace } from '#base/pace.ts';
import { detectEncoding, type DetectedEncoding } from './detect-encoding.ts';

/** What is read of a file to tell its encoding; a browser's `File` is one. */
export interface SlicedFile {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How many bytes are judged. */
const SAMPLE = 128 * 1024;
/** How many bytes are looked through at a time for the first that is not ASCII. */
const STEP = 1024 * 1024;

const firstNotAscii = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte > 0x7f);

/**
 * Tells the encoding of a file as `detectEncoding` does, by its beginning; where that is all ASCII,
 * by the first part of the file that is not. `prior` as there. Rejects when the file cannot be read;
 * rests with (bytes looked through, bytes).
 */
export async function detectFileEncoding(
  file: SlicedFile,
  prior: 'gb18030' | 'big5' | null,
  pace: Pace,
): Promise<DetectedEncoding> {
  const read = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const head = await read(0, SAMPLE);
  const told = detectEncoding(head, file.size <= SAMPLE, prior);
  if (file.size <= SAMPLE || firstNotAscii(head) >= 0 || told.encoding !== 'utf-8') return told;
  for (let from = SAMPLE; from < file.size; from += STEP) {
    const at = firstNotAscii(await read(from, from + STEP));
    if (at >= 0) {
      const [start, end] = [from + at, from + at + SAMPLE];
      return detectEncoding(await read(start, end), end >= file.size, prior);
    }
    if (pace.due()) await pace.rest(from, file.size);
  }
  return told;
}
