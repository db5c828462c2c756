import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildVersion } from '../../scripts/build-version.js';

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const name = (): string => buildVersion(folder, '1.2.3');
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    ...{ cwd: folder, encoding: 'utf8' as const },
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-30T23:59:00+0000' },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatwise-version-'));
  for (const part of ['src', 'static', 'scripts']) mkdirSync(join(folder, part));
  write('src/a.ts', 'a');
  for (const single of ['package-lock.json', 'svelte.config.js', 'vite.config.ts'])
    write(single, '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('names a build without git by what it is made of, alike for the same sources', () => {
  const first = name();
  expect(first).toMatch(/^1\.2\.3 \([0-9a-f]{10}\)$/);
  expect(name()).toBe(first);
  write('src/a.ts', 'b');
  const second = name();
  expect(second).not.toBe(first);
  write('src/a.ts', 'a');
  expect(name()).toBe(first);
});

it('names a build by its commit, as long as its sources are those of the commit', () => {
  const without = name();
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  const commit = git('rev-parse', '--short=10', 'HEAD').trim();
  expect(name()).toBe(`1.2.3 (2026-11-30, ${commit})`);
  write('README.md', 'no source');
  expect(name()).toBe(`1.2.3 (2026-11-30, ${commit})`);
  write('src/b.ts', 'new');
  expect(name()).not.toContain(commit);
  rmSync(join(folder, 'src/b.ts'));
  rmSync(join(folder, '.git'), { recursive: true });
  expect(name()).toBe(without);
});
