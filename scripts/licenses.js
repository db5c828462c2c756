// The license texts of what the build carries of other packages, as one file made from the modules that
// the bundles hold, so that none is left out when a package comes or goes. "About Seatwise" shows it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

export const LICENSES_FILE = 'third-party.json';

const ROOT = join(import.meta.dirname, '..');
/** Bundled by others than the page's build. */
const SERVICE_WORKER = 'src/service-worker.ts';
/** Shapes and values of theirs stand in our sources, so no module of theirs is in a bundle. */
const COPIED = ['@fluentui/svg-icons', '@fluentui/tokens'];
/** Who holds the rights where a package says that it is under the MIT license, and has no text of it. */
const HOLDERS = new Map([['@fluentui/svg-icons', 'Microsoft Corporation']]);
const LICENSE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;
const NOTICE = /^notice(\.(md|txt))?$/i;
/** What Vite lists below is in its own package, and not in what it builds. */
const BUNDLED_BY_VITE = '\n# Licenses of bundled dependencies';

/** @typedef {{ name: string, version: string, license: string, text: string }} License */

/**
 * The folder of the package that a module is from; none for our own and for what a bundler writes.
 * @param {string} id
 * @returns {string | undefined}
 */
export function packageOf(id) {
  const maker = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (maker !== undefined) return join(ROOT, 'node_modules', maker);
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/**
 * What a package says of its license. Fails where it has no text of one.
 * @param {string} folder
 * @returns {License}
 */
export function licenseOf(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license = '' } = JSON.parse(read(folder, 'package.json'));
  const files = readdirSync(folder);
  const texts = [LICENSE, NOTICE].flatMap((form) =>
    files.filter((file) => form.test(file)).map((file) => read(folder, file)),
  );
  const holder = HOLDERS.get(name);
  if (texts.length === 0 && license === 'MIT' && holder !== undefined) texts.push(mit(holder));
  if (texts.length === 0) throw new Error(`${name}: no license text in ${folder}`);
  const text = texts.map((one) => one.split(BUNDLED_BY_VITE)[0]?.trim()).join('\n\n');
  return { name, version, license, text };
}

/** @param {string} holder */
const mit = (holder) => read(ROOT, 'LICENSE').replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);

/** @param {string} folder @param {string} file */
const read = (folder, file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');

/**
 * Vite plugins: `collect` for what is bundled beside the page (workers), `write` for the page, whose
 * bundle comes last.
 * @returns {{ collect: import('vite').Plugin, write: import('vite').Plugin }}
 */
export function licenses() {
  /** @type {Set<string>} */
  const folders = new Set(COPIED.map((name) => join(ROOT, 'node_modules', name)));

  /** @type {import('vite').Plugin} */
  const collect = {
    name: 'seatwise-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const folder of output.moduleIds.map(packageOf)) {
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };

  /** @type {import('vite').Plugin} */
  const write = {
    ...collect,
    name: 'seatwise-licenses',
    applyToEnvironment: ({ name }) => name === 'client',
    async generateBundle(...bundle) {
      if (typeof collect.generateBundle === 'function') {
        await collect.generateBundle.apply(this, bundle);
      }
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        plugins: [collect],
        build: { write: false, rolldownOptions: { input: SERVICE_WORKER } },
      });
      const all = [...folders].sort().map(licenseOf);
      this.emitFile({ type: 'asset', fileName: LICENSES_FILE, source: JSON.stringify(all) });
    },
  };
  return { collect, write };
}
