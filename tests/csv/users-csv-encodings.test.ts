import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { noChoice, type CsvChoice } from '../../src/csv/csv-choice.ts';
import { readCustomerFiles } from '../../src/csv/read-customer-files.ts';
import { file, known } from './customer-files.ts';
import { bytesIn, utf16Bytes } from './legacy-bytes.ts';

/** Reads bytes as a users CSV, as a person says. */
async function readBytes(bytes: Uint8Array, choice: Partial<CsvChoice> = {}) {
  const users = file('users.csv', bytes);
  const choices = new Map([[users, { ...noChoice, ...choice }]]);
  const read = await readCustomerFiles([users], known, steady, {
    choices,
    prior: null,
    mappings: new Map(),
  });
  return { ...read, file: read.files[0], names: read.batch?.users?.map((one) => one.displayName) };
}

const csv = (...names: readonly string[]): string =>
  [
    'User principal name,Display name,Usage location',
    ...names.map((name, index) => `u${index}@contoso.com,${name},CN`),
  ].join('\r\n');
const simplified = ['王伟', '李娜', '张敏', '刘洋'];
const traditional = ['陳淑芬', '林俊傑', '黃雅婷', '張惠美'];

describe('a users CSV', () => {
  it.each([
    ['gb18030', simplified],
    ['big5', traditional],
  ] as const)('is read in the encoding %s that it is told to be in', async (encoding, names) => {
    const read = await readBytes(bytesIn(encoding)(csv(...names)));
    expect(read.file).toMatchObject({ encoding, confidence: 'likely', damage: null });
    expect(read.names).toEqual(names);
  });

  it('is read in UTF-16 without a byte order mark', async () => {
    const read = await readBytes(utf16Bytes(csv(...simplified), true));
    expect(read.file).toMatchObject({ encoding: 'utf-16le', confidence: 'sure' });
    expect(read.names).toEqual(simplified);
  });

  it('is read in the encoding that the person says', async () => {
    const bytes = bytesIn('gb18030')(csv('王伟'));
    const read = await readBytes(bytes, { encoding: 'big5' });
    expect(read.file).toMatchObject({ encoding: 'big5', confidence: 'said' });
    expect(read.names).not.toEqual(['王伟']);
    expect((await readBytes(bytes, { encoding: 'gb18030' })).names).toEqual(['王伟']);
  });

  it('says how many places cannot be decoded, and where the first is', async () => {
    const bytes = bytesIn('gb18030')(csv('A', 'B', '王伟', '李'));
    const read = await readBytes(bytes, { encoding: 'utf-8' });
    expect(read.file).toMatchObject({ kind: 'adminUsersCsv', damage: { row: 4 } });
    expect(read.file?.damage?.places).toBe(read.names?.join('').match(/\uFFFD/g)?.length);
  });

  it('is read with the delimiter and the header row that the person says', async () => {
    const text = `User principal name|Display name\r\n${csv('A').replaceAll(',', ';')}`;
    const bytes = new TextEncoder().encode(text);
    const read = await readBytes(bytes, { delimiter: ';', headerRow: 2 });
    expect(read.file).toMatchObject({ delimiter: ';', users: 1 });
    expect(read.names).toEqual(['A']);
  });

  it('is refused where its header is not in the row that the person says', async () => {
    const read = await readBytes(new TextEncoder().encode(csv('A')), { headerRow: 2 });
    expect(read.batch).toBeNull();
    expect(read.file).toMatchObject({ kind: null, isCsv: true });
  });

  it('never brings a user of a row that has not as many cells as the header', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '王', ',', ' ', '@', '\uFFFD') });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 8 }), async (rows) => {
        const text = `${csv('A')}\r\n${rows.map((row) => `x@b.c,${row}`).join('\r\n')}\r\n`;
        const read = await readBytes(new TextEncoder().encode(text));
        for (const user of read.batch?.users ?? []) {
          expect(user.userPrincipalName).toMatch(/@/);
          expect(text).toContain(user.userPrincipalName);
        }
        const ragged = rows.filter((row) => row.split(',').length !== 2);
        expect(read.warningCount).toBeGreaterThanOrEqual(ragged.length);
        expect(read.file?.users).toBeLessThanOrEqual(1 + rows.length - ragged.length);
      }),
      { numRuns: 200 },
    );
  });
});
