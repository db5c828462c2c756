import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const BUILD = 'build';
const WORKERS = '_app/immutable/workers';
const CHUNKS = '_app/immutable/chunks';

/** The built file that starts the worker. */
function workerFile(): string {
  const found = readdirSync(join(BUILD, WORKERS)).filter((name) => /^worker-.*\.js$/.test(name));
  if (found.length !== 1) throw new Error(`${found.length} workers in ${BUILD}`);
  return `${WORKERS}/${found[0] ?? ''}`;
}

/** A built file and what it imports at once, without what it fetches later. */
function withImports(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(join(BUILD, file), 'utf8');
  for (const [, name = ''] of code.matchAll(/\b(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
    withImports(posix.join(posix.dirname(file), name), known);
  }
  return known;
}

/** How many bytes a host sends for these files. */
export const bytesSent = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(join(BUILD, `${file}.br`)).size, 0);

/** The files of the worker's kernel: what it starts with. */
export const kernelFiles = (): ReadonlySet<string> => withImports(workerFile());

/** The files of the worker that import the one it starts with. */
export function importersOfStart(): string[] {
  const start = workerFile();
  const all = readdirSync(join(BUILD, WORKERS), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${WORKERS}/${name.replaceAll('\\', '/')}`);
  return all.filter((file) => file !== start && withImports(file).has(start));
}

/** The built files of the page in which this text stands. */
export const filesSaying = (text: string): string[] =>
  readdirSync(join(BUILD, CHUNKS))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${CHUNKS}/${name}`)
    .filter((file) => readFileSync(join(BUILD, file), 'utf8').includes(text));
