import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import { readByteOrderMark, type MarkedEncoding } from '#base/byte-order-mark.ts';
import { JsonReader, type JsonRefusal, type TakeItem } from './json-reader.ts';

/** How long what stays in memory of a JSON file may be, in UTF-16 units: as values it takes more than that. */
export const JSON_LIMIT = 300 * 1024 * 1024;
/** How many bytes are read between two looks at the clock. */
const SLICE = 256 * 1024;
/** How much of what stands at a fault is shown, in UTF-16 units. */
const SHOWN = 20;

export interface JsonFile {
  readonly value: unknown;
  readonly encoding: MarkedEncoding;
}

/** What is read of a file; a browser's `File` is one. */
export interface SlicedFile {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A mark says it; without one, the zero byte beside the first bracket. Source: RFC 4627, section 3. */
function jsonEncoding(bytes: Uint8Array): MarkedEncoding {
  const { encoding, length } = readByteOrderMark(bytes);
  if (length > 0) return encoding;
  const [first, second] = bytes;
  if (first === 0) return 'utf-16be';
  return second === 0 ? 'utf-16le' : 'utf-8';
}

const bytesOf = async (file: SlicedFile, from: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, Math.min(from + SLICE, file.size)).arrayBuffer());

/** The text of the file, piece by piece; what cannot be decoded is replaced. */
async function* textsOf(file: SlicedFile, encoding: MarkedEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < file.size; from += SLICE) {
    yield decoder.decode(await bytesOf(file, from), { stream: true });
  }
  yield decoder.decode();
}

const countLines = (text: string, end: number): number => text.slice(0, end).split('\n').length - 1;

/** The row of the first text that could not be decoded; the file is read once more for it. */
async function rowOfFirstBadByte(file: SlicedFile, encoding: MarkedEncoding): Promise<number> {
  let row = 1;
  for await (const text of textsOf(file, encoding)) {
    const bad = text.indexOf('\uFFFD');
    row += countLines(text, bad < 0 ? text.length : bad);
    if (bad >= 0) break;
  }
  return row;
}

/** Where that index of the text is, from 1, and what stands there; the file is read once more for it. */
async function placeOf(file: SlicedFile, encoding: MarkedEncoding, index: number) {
  let before = 0;
  let line = 1;
  let lineStart = 0;
  let detail = '';
  for await (const text of textsOf(file, encoding)) {
    const end = Math.min(text.length, Math.max(0, index - before));
    const lines = countLines(text, end);
    line += lines;
    if (lines > 0) lineStart = before + text.lastIndexOf('\n', end - 1) + 1;
    detail += text.slice(end, end + SHOWN - detail.length);
    before += text.length;
    if (detail.length === SHOWN) break;
  }
  return { line, column: index - lineStart + 1, detail };
}

async function refused(
  file: SlicedFile,
  encoding: MarkedEncoding,
  refusal: JsonRefusal,
): Promise<Result<never, ImportProblem>> {
  const { name } = file;
  if (refusal.kind === 'tooDeep') return fail({ kind: 'tooDeep', file: name });
  const place = await placeOf(file, encoding, refusal.index);
  return fail({ kind: 'brokenJson', file: name, ...place });
}

/**
 * Reads a JSON file as it comes: UTF-8, or UTF-16, as Windows PowerShell's `>` writes.
 * Keys named `__proto__` stay ordinary keys of the value; nothing that reads it may spread or assign
 * its objects. What `takeItem` takes of lists does not stay in memory; a file may be of any size, and what
 * stays may not be longer than `limit`.
 * Rests with (bytes read, bytes). Problems: tooLarge, unreadable, notUtf8, brokenJson, tooDeep.
 */
export async function parseJsonFile(
  file: SlicedFile,
  pace: Pace,
  { takeItem, limit = JSON_LIMIT }: { readonly takeItem?: TakeItem; readonly limit?: number } = {},
): Promise<Result<JsonFile, ImportProblem>> {
  const { name, size } = file;
  const reader = new JsonReader(takeItem);
  let encoding: MarkedEncoding = 'utf-8';
  let decoder: TextDecoder | null = null;
  for (let from = 0; from < Math.max(1, size); from += SLICE) {
    let bytes: Uint8Array;
    try {
      bytes = await bytesOf(file, from);
    } catch (error) {
      return fail(unreadable(name, error));
    }
    if (from === 0) encoding = jsonEncoding(bytes);
    decoder ??= new TextDecoder(encoding, { fatal: true });
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: from + SLICE < size });
    } catch {
      return fail({ kind: 'notUtf8', file: name, row: await rowOfFirstBadByte(file, encoding) });
    }
    const refusal = reader.push(text);
    if (refusal !== null) return refused(file, encoding, refusal);
    if (reader.kept > limit) return fail({ kind: 'tooLarge', file: name, bytes: size, limit });
    if (pace.due()) await pace.rest(Math.min(from + SLICE, size), size);
  }
  const end = reader.end();
  return end.kind === 'value' ? ok({ value: end.value, encoding }) : refused(file, encoding, end);
}
