import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { precacheEntries } from '../../scripts/precache.js';

it('lists every file of the site but those that only the host needs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-precache-'));
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  for (const name of ['index.html', 'service-worker.js', '_headers', '_app/immutable/a.js']) {
    writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, `${name}.br`), name);
  }
  expect(precacheEntries(folder)).toEqual([
    { url: '_app/immutable/a.js', revision: null },
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
