import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';
import { readByteOrderMark, type MarkedEncoding } from '#base/byte-order-mark.ts';
import { findJsonFault } from './json-fault.ts';

/** The largest JSON file that is read, in bytes: it is read whole, and takes several times its size in memory. */
export const JSON_LIMIT = 300 * 1024 * 1024;

export interface JsonFile {
  readonly value: unknown;
  readonly encoding: MarkedEncoding;
}

/** What is read of a file; a browser's `File` is one. */
export interface WholeFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

function parse(file: string, text: string): Result<unknown, ImportProblem> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    const fault = findJsonFault(text);
    // it is JSON, and the engine gave up: it follows brackets by calling itself
    if (fault === null && !(error instanceof SyntaxError)) return fail({ kind: 'tooDeep', file });
    if (fault === null) throw error;
    const { line, column, found } = fault;
    return fail({ kind: 'brokenJson', file, line, column, detail: found });
  }
}

/** A mark says it; without one, the zero byte beside the first bracket. Source: RFC 4627, section 3. */
function jsonEncoding(bytes: Uint8Array): MarkedEncoding {
  const { encoding, length } = readByteOrderMark(bytes);
  if (length > 0) return encoding;
  const [first, second] = bytes;
  if (first === 0) return 'utf-16be';
  return second === 0 ? 'utf-16le' : 'utf-8';
}

function rowOfFirstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
}

/**
 * Reads a JSON file whole: UTF-8, or UTF-16, as Windows PowerShell's `>` writes.
 * Keys named `__proto__` stay ordinary keys of the value; nothing that reads it may spread or assign
 * its objects. Problems: tooLarge, unreadable, notUtf8, brokenJson, tooDeep.
 */
export async function parseJsonFile(
  file: WholeFile,
  pace: Pace,
): Promise<Result<JsonFile, ImportProblem>> {
  const { name, size } = file;
  if (size > JSON_LIMIT) {
    return fail({ kind: 'tooLarge', file: name, bytes: size, limit: JSON_LIMIT });
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail(unreadable(name, error));
  }
  const encoding = jsonEncoding(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return fail({ kind: 'notUtf8', file: name, row: rowOfFirstBadByte(bytes) });
  }
  await pace.rest(0, size);
  const value = parse(name, text);
  return value.ok ? ok({ value: value.value, encoding }) : value;
}
