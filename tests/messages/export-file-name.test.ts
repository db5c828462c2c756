import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../src/messages/export-file-name.ts';
import { languages } from './texts.ts';

const at = Date.UTC(2026, 10, 12, 23);
const nameOf = (customer: string | null): string =>
  exportFileName(languages['en']!, { kind: 'users', customer, at, format: 'csv' });

describe('the name of an exported file', () => {
  it('says what it holds, of whom, and the day', () => {
    expect(nameOf('Contoso')).toBe('Users and licenses Contoso 2026-11-12.csv');
    expect(nameOf(null)).toBe('Users and licenses 2026-11-12.csv');
  });

  it('holds nothing that a file system or a reader stumbles over', () => {
    expect(nameOf('a/b\\c:d*e?f"g<h>i|j\u0000k\u202Egpj')).toBe(
      'Users and licenses a b c d e f g h i j k gpj 2026-11-12.csv',
    );
    expect(nameOf('//')).toBe('Users and licenses 2026-11-12.csv');
    expect(nameOf('𠮷'.repeat(100))).toBe(`Users and licenses ${'𠮷'.repeat(60)} 2026-11-12.csv`);
  });

  it('is fit in every language for every kind', () => {
    for (const m of Object.values(languages))
      for (const name of Object.values(m.exports.fileName))
        expect(name).not.toMatch(/[\\/:*?"<>|]/);
  });
});
