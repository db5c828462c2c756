// What the documents say about the tree is so.
import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASSIGN_SCOPES, LOCATION_SCOPES, PARTNER_SCOPES, READ_SCOPES } from '#signin/scopes.ts';
import { SeatwiseDatabase } from '#store/database.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(resolve(ROOT, name), 'utf8');

/** Paths between backticks: with a slash, and without a placeholder. */
const pathsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/`((?:[a-z0-9-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path)),
];

/** Where a path of a document may begin, and what it may leave out. */
const places = (path: string): string[] =>
  ['', 'src/'].flatMap((start) =>
    ['', '.ts', '.svelte.ts'].map((end) =>
      resolve(ROOT, `${start}${path.replace(/\/$/, '')}${end}`),
    ),
  );

/** What the build makes, and what no clone has yet. */
const MADE = /^(node_modules|build|bench|screens|auth)\//;

describe.each([
  ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'],
  ...['docs/deploy.md', 'docs/security.md'],
])('%s', (name) => {
  const paths = pathsIn(read(name)).filter((path) => !MADE.test(path));

  it('names files and folders that are there', () => {
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !places(path).some((place) => existsSync(place)))).toEqual([]);
  });
});

describe('README.md', () => {
  it('names every script, and none that is not there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/^\| `([\w:]+)(?: --[^`]*)?` /gm)].map(
      ([, script]) => script,
    );
    // run by npm and by other scripts, not by people
    const inner = ['prepare', 'format:check'];
    expect(named.toSorted()).toEqual(
      Object.keys(scripts)
        .filter((script) => !inner.includes(script))
        .sort(),
    );
  });
});

/** The words between backticks. */
const wordsIn = (name: string): string[] => [
  ...new Set([...read(name).matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)),
];

describe('docs/privacy.md', () => {
  const words = wordsIn('docs/privacy.md');

  it('names every table of the database, and none that is not there', () => {
    const tables = new SeatwiseDatabase('documents').tables.map(({ name }) => name).sort();
    const section = /### IndexedDB[^]*?\n### /.exec(read('docs/privacy.md'))?.[0] ?? '';
    const named = [...section.matchAll(/^\| (`.*?`) *\|/gm)].flatMap(([, cell = '']) =>
      cell.split(', ').map((word) => word.replaceAll('`', '')),
    );
    expect(named.toSorted()).toEqual(tables);
  });

  it('names every key and cache that the sources do', () => {
    const sources = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte|html)$/.test(name))
      .map((name) => read(`src/${name}`));
    const keys = sources.flatMap((text) =>
      [...text.matchAll(/'(seatwise\.(?!json')\w+|seatwise-shared)'/g)].map(([, key]) => key),
    );
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key = '') => !words.includes(key))).toEqual([]);
  });

  it('names every host that the policy lets the app talk to', () => {
    const hosts = [...read('static/_headers').matchAll(/https:\/\/[\w.-]+/g)].map(([host]) => host);
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.filter((host) => !words.includes(host))).toEqual([]);
  });
});

describe('docs/register-app.md', () => {
  it('names the permissions that the app asks for, and no other', () => {
    const asked = [...READ_SCOPES, ...ASSIGN_SCOPES, ...LOCATION_SCOPES, ...PARTNER_SCOPES];
    const named = wordsIn('docs/register-app.md').filter((word) => /^\w+\.\w+\.All$/.test(word));
    expect(named.toSorted()).toEqual([...new Set<string>(asked)].sort());
  });
});

describe('docs/security.md', () => {
  it('lists what the build carries, in the versions that are pinned', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<
      Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
    >;
    const builders = ['svelte', '@sveltejs/kit', 'vite'].map((name) => [
      name,
      devDependencies[name],
    ]);
    const listed = [
      ...read('docs/security.md').matchAll(/^\| `([\w@/-]+)` +\| ([\d.]+) +\|/gm),
    ].map(([, name, version]) => [name, version]);
    expect(listed).toEqual([...Object.entries(dependencies), ...builders]);
  });
});
