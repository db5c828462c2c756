// What every start of the app needs, and what the first screen is drawn with, comes in one file, what
// Import needs to choose files in a second, and what several other screens share in a third; the page asks
// at once for the first, for the texts of its language, and on Import for the second. On a slow line each
// request costs more than its bytes, one that waits for another the most, and a browser sends six at a time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the start begins: Kit's own code, the frame of every screen, the first screen, the worker's door. */
const ROOTS =
  /\/(kit\/src\/runtime\/client\/entry\.js|client-optimized\/app\.js|src\/routes\/\+(layout|error|page)\.(svelte|ts)|src\/client\/client\.ts)$/;

/** The screen that most people open next. */
const IMPORT = /\/src\/routes\/import\/\+page\.svelte$/;

const CHOOSING = 'import';
const TEXTS = /\/src\/messages\//;

/** @returns {import('vite').Plugin} puts all that into three files */
export function firstScreen() {
  /** @type {Set<string>} */
  let first = new Set();
  /** @type {Set<string>} */
  let choosing = new Set();
  return {
    name: 'first-screen',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildEnd() {
      /** What these need at once. @param {RegExp} roots */
      const neededBy = (roots) => {
        /** @type {Set<string>} */
        const needed = new Set();
        /** @param {string} id */
        const take = (id) => {
          if (needed.has(id)) return;
          needed.add(id);
          this.getModuleInfo(id)?.importedIds.forEach(take);
        };
        [...this.getModuleIds()].filter((id) => roots.test(id)).forEach(take);
        return needed;
      };
      first = neededBy(ROOTS);
      choosing = neededBy(IMPORT);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: [
          { name: 'first', test: (id) => first.has(id), priority: 3 },
          { name: CHOOSING, test: (id) => choosing.has(id), priority: 2 },
          // the texts of a language come with no other's
          { name: 'shared', test: (id) => !TEXTS.test(id), minShareCount: 3, priority: 1 },
        ],
      },
    }),
  };
}

/** @typedef {{ file: string, name?: string, imports?: readonly string[], css?: readonly string[] }} Built */
/** @typedef {Readonly<Record<string, Built>>} Manifest */

/**
 * The page with links to what would be asked for later otherwise: screens that need no more than it asks for
 * already, and what its own script picks from by the address (`class`) and the language (`lang`).
 * @param {string} html
 * @param {Manifest} manifest Vite's, of the files of the browser
 * @param {string} importNode the number that Kit gives to Import
 */
export function withLinks(html, manifest, importNode) {
  const files = Object.entries(manifest);
  const isAsked = (/** @type {string} */ key) => html.includes(`"/${manifest[key]?.file ?? '?'}"`);
  const screens = files
    .filter(([key, { imports = [] }]) => /\/nodes\/\d+\.js$/.test(key) && imports.every(isAsked))
    .filter(([key]) => !isAsked(key))
    .map(([, { file }]) => `<link href="/${file}" rel="modulepreload">`);

  const link = (/** @type {string} */ file, /** @type {string} */ where, lang = '') =>
    `<link href="/${file}" class="${where}"${lang === '' ? '' : ` lang="${lang}"`}>`;
  const choosing = files
    .filter(([, { name }]) => name === CHOOSING || name === `nodes/${importNode}`)
    .flatMap(([, { file, css = [] }]) => [file, ...css].map((each) => link(each, 'import')));
  const icons = manifest['src/ui/late-icons.ts'];
  const texts = files.flatMap(([key, { file }]) => {
    const [, lang, part] = /^src\/messages\/(en|zh-Han[st])(-first)?\.ts$/.exec(key) ?? [];
    const where = part === undefined ? 'other' : 'first other';
    return lang === undefined ? [] : [link(file, where, lang)];
  });
  if (screens.length === 0 || choosing.length !== 3 || icons === undefined || texts.length !== 6)
    throw new Error('the first screen is built otherwise');
  const links = [...screens, ...choosing, link(icons.file, 'other'), ...texts];
  // before the script that looks at them
  return html.replace('<script>', () => [...links, '<script>'].join('\n    '));
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
      const routes = join(builder.getBuildDirectory('generated'), 'client-optimized/app.js');
      const [, node = ''] = /"\/import": \[(\d+)\]/.exec(readFileSync(routes, 'utf8')) ?? [];
      const page = join(dir, 'index.html');
      const html = readFileSync(page, 'utf8');
      writeFileSync(page, withLinks(html, JSON.parse(readFileSync(manifest, 'utf8')), node));
    },
  };
}
