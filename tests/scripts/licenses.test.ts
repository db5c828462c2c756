import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { licenseOf, packageOf } from '../../scripts/licenses.js';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'seatwise-licenses-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package with these files. */
function packageWith(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(folder, 'package-'));
  const about = JSON.stringify({ name: 'made-up', version: '1.2.3', license: 'MIT' });
  for (const [name, text] of Object.entries({ 'package.json': about, ...files })) {
    writeFileSync(join(made, name), text);
  }
  mkdirSync(join(made, 'licenses'));
  return made;
}

describe('packageOf', () => {
  it.each([
    ['/a/node_modules/dexie/dist/x.mjs', '/a/node_modules/dexie'],
    ['/a/node_modules/@azure/msal-browser/x.js?commonjs', '/a/node_modules/@azure/msal-browser'],
    ['/a/node_modules/outer/node_modules/inner/x.js', '/a/node_modules/outer/node_modules/inner'],
    ['C:\\a\\node_modules\\dexie\\x.js', 'C:/a/node_modules/dexie'],
    ['\0vite/preload-helper.js', join(ROOT, 'node_modules/vite')],
  ])('%j is of %s', (id, of) => {
    expect(packageOf(id)).toBe(of);
  });

  it('finds none for our own modules', () => {
    expect(packageOf('/a/src/plan/fold.ts')).toBeUndefined();
    expect(packageOf('\0virtual:something')).toBeUndefined();
  });
});

describe('licenseOf', () => {
  it('gives the license and the notice of a package', () => {
    const text = packageWith({ 'LICENSE.md': 'Permission…\r\n', NOTICE: 'By Ada.\n' });
    expect(licenseOf(text)).toEqual({
      name: 'made-up',
      version: '1.2.3',
      license: 'MIT',
      text: 'Permission…\n\nBy Ada.',
    });
  });

  it('fails where a package has no text', () => {
    expect(() => licenseOf(packageWith({ 'README.md': 'MIT' }))).toThrow(
      'made-up: no license text',
    );
  });

  it('names who holds the rights where a package that we copy from has no text of its license', () => {
    const { text } = licenseOf(join(ROOT, 'node_modules/@fluentui/svg-icons'));
    expect(text).toContain('Copyright (c) Microsoft Corporation\n');
    expect(text).toContain('Permission is hereby granted');
    expect(text).not.toContain('Seatwise');
  });
});
