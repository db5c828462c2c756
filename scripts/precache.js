// Adapter wrapper: when adapter-static has written `build/`, every file in it is listed with a
// content hash and the list is put into the service worker that Kit bundled. The fallback page is
// in the list, a file's revision depends on its content alone, and compression comes last, so that
// the compressed copies have the finished service worker.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const PLACEHOLDER = 'self.__PRECACHE';
// the page at /auth/ must come from the host: no old copy may stand between a sign-in and its answer
const SKIP =
  /^auth\/|(^|\/)(service-worker\.js|404\.html|robots\.txt|_headers|_redirects|\.nojekyll)$|\.(map|br|gz)$/;
const HASHED = /^_app\/immutable\//;

/**
 * @param {string} dir the built site
 * @returns {{ url: string, revision: string | null }[]}
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
    }));
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
      if (code.split(PLACEHOLDER).length !== 2) {
        throw new Error(`${file}: expected exactly one ${PLACEHOLDER}`);
      }
      const entries = precacheEntries(dir);
      writeFileSync(
        file,
        code.replace(PLACEHOLDER, () => JSON.stringify(entries)),
      );
      await builder.compress(dir);
      builder.log.success(`precache: ${String(entries.length)} files`);
    },
  };
}
