// Adapter wrapper: when adapter-static has written `build/`, every file in it is listed with a
// content hash and the list is put into the service worker that Kit bundled. The fallback page is
// in the list, a file's revision depends on its content alone, and compression comes last, so that
// the compressed copies have the finished service worker. What is small travels in one file, since on
// a slow line each request costs more than its bytes.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const FILES = 'self.__PRECACHE';
const PACK = 'self.__PACK';
// the page at /auth/ must come from the host: no old copy may stand between a sign-in and its answer;
// what the manifest shows only its installation needs
const SKIP =
  /^auth\/|^pictures\/(install|shortcut)-|(^|\/)(service-worker\.js|404\.html|robots\.txt|_headers|_redirects|\.nojekyll)$|\.(map|br|gz)$/;
const HASHED = /^_app\/immutable\//;
// the policy of a worker stands in the headers of its own answer
const PACKED = /^_app\/immutable\/(?!workers\/).*\.(js|css)$/;
const MOST_PACKED_BYTES = 16_000;

/** @typedef {{ url: string, revision: string | null, packed?: true }} Entry */

/**
 * @param {string} dir the built site
 * @returns {Entry[]}
 */
export function precacheEntries(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .filter((path) => !SKIP.test(path))
    .sort()
    .map((path) => ({
      url: path,
      revision: HASHED.test(path) ? null : contentHash(join(dir, path)),
      ...(PACKED.test(path) && statSync(join(dir, path)).size <= MOST_PACKED_BYTES
        ? { packed: true }
        : {}),
    }));
}

/**
 * Writes the one file that carries the small ones, their texts by their addresses.
 * @param {string} dir
 * @param {readonly Entry[]} entries
 * @returns {string} its address
 */
export function writePack(dir, entries) {
  const packed = entries.filter((entry) => entry.packed);
  const texts = packed.map(({ url }) => [url, readFileSync(join(dir, url), 'utf8')]);
  const pack = JSON.stringify(Object.fromEntries(texts));
  const hash = createHash('sha256').update(pack).digest('hex').slice(0, 16);
  const url = `_app/immutable/small-files.${hash}.json`;
  writeFileSync(join(dir, url), pack);
  return url;
}

/** @param {string} file */
function contentHash(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} [dir]
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPrecache(adapter, dir = 'build') {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const file = join(dir, 'service-worker.js');
      const code = readFileSync(file, 'utf8');
      for (const name of [FILES, PACK]) {
        if (code.split(name).length !== 2) throw new Error(`${file}: expected exactly one ${name}`);
      }
      const entries = precacheEntries(dir);
      const pack = writePack(dir, entries);
      writeFileSync(
        file,
        code
          .replace(FILES, () => JSON.stringify(entries))
          .replace(PACK, () => JSON.stringify(pack)),
      );
      await builder.compress(dir);
      builder.log.success(`precache: ${String(entries.length)} files`);
    },
  };
}
