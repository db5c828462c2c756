import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The folder of real-world sample files that some tests read: price lists, exports, encodings.
 * It is not part of the repository; tests that need it are skipped where it is missing.
 */
export const CORPUS_DIR = resolve(REPOSITORY, process.env['CORPUS_DIR'] ?? '../shared/data');

export const hasCorpus = existsSync(CORPUS_DIR);

/** The path of one corpus file, named relative to the corpus folder. */
export function corpusFile(name: string): string {
  return join(CORPUS_DIR, name);
}

/** Like `describe`, for tests that need the corpus: skipped, and saying so, where it is missing. */
export function describeWithCorpus(name: string, tests: () => void): void {
  if (hasCorpus) describe(name, tests);
  else describe.skip(`${name} (skipped: no corpus in ${CORPUS_DIR})`, tests);
}

/** The folder of small inputs that once failed, beside the corpus. */
const CASES_DIR = resolve(CORPUS_DIR, '..', 'cases');

/** Like `describe`, for tests that read the small inputs of a case: skipped, and saying so, where it is missing. */
export function describeCase(
  name: string,
  tests: (fileOf: (name: string) => string) => void,
): void {
  const folder = join(CASES_DIR, name);
  if (existsSync(folder)) describe(name, () => tests((file) => join(folder, file)));
  else describe.skip(`${name} (skipped: no case in ${CASES_DIR})`, () => tests(() => ''));
}
