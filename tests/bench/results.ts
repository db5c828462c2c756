import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from './protocol.ts';

const keyOf = ({ step, n, shape, against }: Result): string =>
  [step, n, shape, against ?? ''].join('\n');

/** What the file holds of earlier runs. */
export const readResults = (path: string): Result[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : [];

/** Writes the results; `kept`: earlier ones, of which those stay that were not measured again. */
export function writeResults(path: string, kept: readonly Result[], results: readonly Result[]) {
  const measured = new Set(results.map(keyOf));
  const all = [...kept.filter((one) => !measured.has(keyOf(one))), ...results];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(all, null, 1)}\n`);
  return all;
}
