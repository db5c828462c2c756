import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { precacheEntries, writePack } from '../../scripts/precache.js';

it('lists every file of the site but those that only the host needs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-precache-'));
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  for (const name of ['index.html', 'service-worker.js', '_headers', '_app/immutable/a.js']) {
    writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, `${name}.br`), name);
  }
  expect(precacheEntries(folder)).toEqual([
    { url: '_app/immutable/a.js', revision: null, packed: true },
    { url: 'index.html', revision: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
  ]);
  rmSync(folder, { recursive: true });
});

it('leaves the page of the sign-in to the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-precache-'));
  mkdirSync(join(folder, 'auth'));
  writeFileSync(join(folder, 'auth/index.html'), 'back');
  expect(precacheEntries(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

it('packs small scripts and styles of the pages, under a name that tells what is in them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-precache-'));
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('_app/immutable/chunks/a.js', 'let 名 = 1;');
  write('_app/immutable/assets/a.css', 'a {}');
  // its host says in a header what a worker may do
  write('_app/immutable/workers/w.js', 'self');
  write('_app/immutable/chunks/large.js', ' '.repeat(20_000));
  write('icon.svg', '<svg/>');
  const pack = writePack(folder, precacheEntries(folder));
  expect(JSON.parse(readFileSync(join(folder, pack), 'utf8'))).toEqual({
    '_app/immutable/assets/a.css': 'a {}',
    '_app/immutable/chunks/a.js': 'let 名 = 1;',
  });
  write('_app/immutable/assets/a.css', 'b {}');
  rmSync(join(folder, pack));
  expect(writePack(folder, precacheEntries(folder))).not.toBe(pack);
  rmSync(folder, { recursive: true });
});
