import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChoice, type CsvChoice } from '../../src/csv/csv-choice.ts';
import { lookAtFile } from '../../src/csv/look-at-file.ts';
import { file } from './customer-files.ts';
import { bytesIn, utf16Bytes } from './legacy-bytes.ts';

async function look(content: string | Uint8Array, choice: Partial<CsvChoice> = {}) {
  const found = await lookAtFile(
    file('users.csv', content),
    { ...noChoice, ...choice },
    new Map(),
    null,
  );
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}

const USERS = 'User principal name,Display name,Licenses\r\na@b.c,王伟,Unlicensed\r\n';

describe('the look at a file', () => {
  it('shows its columns with their first values', async () => {
    expect(await look(`Title\r\n\r\n${USERS}`)).toMatchObject({
      ...{ encoding: 'utf-8', delimiter: ',', headerRow: 3, isKnown: true, undecodable: 0 },
      columns: [
        { heading: 'User principal name', use: 'userPrincipalName', values: ['a@b.c'] },
        { heading: 'Display name', use: 'displayName', values: ['王伟'] },
        { heading: 'Licenses', use: 'licenses', values: ['Unlicensed'] },
      ],
    });
  });

  it('follows the encoding, delimiter and header row that a person chooses', async () => {
    const bytes = bytesIn('gb18030')(USERS.replaceAll(',', ';'));
    expect(await look(bytes)).toMatchObject({ encoding: 'gb18030', delimiter: ';' });
    const other = await look(bytes, { encoding: 'shift_jis', delimiter: '|', headerRow: 2 });
    expect(other).toMatchObject({ encoding: 'shift_jis', delimiter: '|', headerRow: 2 });
    expect(other.columns).toHaveLength(1);
    expect(other.detected.encoding).toBe('gb18030');
  });

  it('reads UTF-16 without a byte order mark', async () => {
    for (const littleEndian of [true, false]) {
      const found = await look(utf16Bytes(USERS, littleEndian));
      expect(found.encoding).toBe(littleEndian ? 'utf-16le' : 'utf-16be');
      expect(found.columns[1]?.values).toEqual(['王伟']);
    }
  });

  it('counts what the chosen encoding cannot read', async () => {
    expect((await look(bytesIn('gb18030')(USERS), { encoding: 'utf-8' })).undecodable).toBe(2);
  });

  it('shows the row with most headings where no header is known, and no row that does not fit', async () => {
    const found = await look('Report\r\nlogin;name\r\na@b.c;A\r\nx;y;z\r\n');
    expect(found).toMatchObject({ isKnown: false, headerRow: 2 });
    expect(found.columns).toEqual([
      { heading: 'login', use: 'aside', values: ['a@b.c'] },
      { heading: 'name', use: 'aside', values: ['A'] },
    ]);
  });

  it('takes any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { headerRow } = await look(bytes);
        expect(headerRow).toBeGreaterThan(0);
      }),
    );
  });
});
