// What every start of the app needs, and what the first screen is drawn with, comes in one file, and what
// several other screens share in another; the page asks at once for the first, and for the texts of its
// language. On a slow line each request costs more than its bytes, one that waits for another
// the most, and a browser sends six at a time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the start begins: Kit's own code, the frame of every screen, the first screen, the worker's door. */
const ROOTS =
  /\/(kit\/src\/runtime\/client\/entry\.js|client-optimized\/app\.js|src\/routes\/\+(layout|error|page)\.(svelte|ts)|src\/client\/client\.ts)$/;

const TEXTS = /\/src\/messages\//;

/** @returns {import('vite').Plugin} puts all that into two files */
export function firstScreen() {
  /** @type {Set<string>} */
  const first = new Set();
  return {
    name: 'first-screen',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildEnd() {
      /** @param {string} id */
      const take = (id) => {
        if (first.has(id)) return;
        first.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(take);
      };
      [...this.getModuleIds()].filter((id) => ROOTS.test(id)).forEach(take);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: [
          { name: 'first', test: (id) => first.has(id), priority: 2 },
          // the texts of a language come with no other's
          { name: 'shared', test: (id) => !TEXTS.test(id), minShareCount: 3, priority: 1 },
        ],
      },
    }),
  };
}

/** @typedef {Readonly<Record<string, { file: string, imports?: readonly string[] }>>} Manifest */

/**
 * The page with links to what would be asked for later otherwise: screens that need no more than it asks for
 * already, and the texts, of which its own script picks the language.
 * @param {string} html
 * @param {Manifest} manifest Vite's, of the files of the browser
 */
export function withLinks(html, manifest) {
  const isAsked = (/** @type {string} */ key) => html.includes(`"/${manifest[key]?.file ?? '?'}"`);
  const screens = Object.entries(manifest)
    .filter(([key, { imports = [] }]) => /\/nodes\/\d+\.js$/.test(key) && imports.every(isAsked))
    .filter(([key]) => !isAsked(key))
    .map(([, { file }]) => `<link href="/${file}" rel="modulepreload">`);
  const texts = Object.entries(manifest).flatMap(([key, { file }]) => {
    const [, lang, part] = /^src\/messages\/(en|zh-Han[st])(-first)?\.ts$/.exec(key) ?? [];
    const kind = part === undefined ? 'all texts' : 'texts';
    return lang === undefined ? [] : [`<link href="/${file}" class="${kind}" lang="${lang}">`];
  });
  if (screens.length === 0 || texts.length !== 6)
    throw new Error('the first screen is built otherwise');
  // before the script that looks at them
  return html.replace('<script>', () => [...screens, ...texts, '<script>'].join('\n    '));
}

/**
 * Adapter wrapper: puts these links into the built page.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} [dir]
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withFirstLinks(adapter, dir = 'build') {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const manifest = join(builder.getBuildDirectory('output'), 'client/.vite/manifest.json');
      const page = join(dir, 'index.html');
      const html = readFileSync(page, 'utf8');
      writeFileSync(page, withLinks(html, JSON.parse(readFileSync(manifest, 'utf8'))));
    },
  };
}
