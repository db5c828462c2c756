// What the documents say about the tree is so.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

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

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (name) => {
  const paths = pathsIn(read(name)).filter((path) => !path.startsWith('node_modules'));

  it('names files and folders that are there', () => {
    expect(paths.length).toBeGreaterThan(5);
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
