// The name of a build, shown in Settings: a host that has a newer one is told apart by it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'static', 'scripts'];
const SINGLE = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * The same sources give the same name, on every machine: the day and the name of the commit, or, without
 * git or with other sources than the commit's, a digest of the sources.
 * @param {string} folder of the project
 * @param {string} version of the package
 * @returns {string} such as `0.1.0 (2026-11-30, 1a2b3c4d5e)`
 */
export function buildVersion(folder, version) {
  return `${version} (${commitOf(folder) ?? digestOf(folder)})`;
}

/** @param {string} folder */
function commitOf(folder) {
  /** @param {string[]} args */
  const git = (...args) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    // a folder inside somebody else's repository is no commit of ours
    if (git('rev-parse', '--show-prefix').trim() !== '') return undefined;
    if (git('status', '--porcelain', '--', ...SOURCES, ...SINGLE) !== '') return undefined;
    return git('log', '-1', '--abbrev=10', '--format=%cs, %h').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
function digestOf(folder) {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const all = [...files, ...SINGLE.map((name) => join(folder, name))].sort();
  for (const file of all) {
    hash.update(`${file.slice(folder.length).replaceAll('\\', '/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 10);
}
