import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseHeaders } from '../../scripts/serve.js';

const ROOT = resolve(import.meta.dirname, '../..');
const rules = parseHeaders(readFileSync(join(ROOT, 'static/_headers'), 'utf8'));

const sent = (path: string, name: string): string[] =>
  rules
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ headers }) => headers.filter(([header]) => header === name))
    .map(([, value]) => value);

/** An address of every screen: parameters stand for themselves. */
function screens(folder = join(ROOT, 'src/routes'), address = '/'): string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => screens(join(folder, name), posix.join(address, name)));
  return existsSync(join(folder, '+page.svelte')) ? [address, ...below] : below;
}

it('keeps windows of other sites apart from every screen', () => {
  const open = screens().filter(
    (path) => sent(path, 'Cross-Origin-Opener-Policy').join() !== 'same-origin',
  );
  expect(open).toEqual([]);
  expect(screens().length).toBeGreaterThan(10);
});

it('leaves the page of the sign-in alone, and lets nobody keep a copy of it', () => {
  expect(sent('/auth/', 'Cross-Origin-Opener-Policy')).toEqual([]);
  expect(sent('/auth/', 'Cache-Control')).toEqual(['no-store']);
});
