import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { Cancelled, steady } from '../../src/base/pace.ts';
import { FORMULA, plainCell } from '../../src/csv/formula-cell.ts';
import { csvText, streamCsv, writeCsv } from '../../src/csv/write-csv.ts';
import { defaultSettings } from '../../src/worker/device/settings-types.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { readRows, streamed } from './streamed.ts';

const { exportStyle } = defaultSettings;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        '＝',
        '|',
        '\t',
        '\r',
        '\n',
        '\0',
        ' ',
        '\u200B',
        '"',
        ';',
        ',',
        'a',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('')),
);

const written = async (
  header: readonly string[],
  rows: (string | number | null)[][],
  delimiter: ',' | ';' | '\t',
  bom: boolean,
) => {
  const blob = await writeCsv({ header, rows }, { delimiter, bom }, steady);
  return streamed(new Uint8Array(await blob.arrayBuffer()));
};

describe('writeCsv', () => {
  it('writes what papaparse would', () => {
    const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.constant(null));
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (table, delimiter) => {
        const style = { delimiter, newline: '\r\n', escapeFormulae: FORMULA };
        expect(csvText(table, delimiter)).toBe(`${Papa.unparse(table, style)}\r\n`);
      }),
      { numRuns: 700 },
    );
  });

  it('writes what readCsv reads back, formulas and all', async () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        async (rows, delimiter, bom) => {
          const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `c${i}`);
          const read = await readRows(await written(header, rows, delimiter, bom));
          // blank rows are no rows, and a formula-like cell is never blank
          const filled = rows.filter((row) =>
            row.some((one) => one.trim() !== '' || FORMULA.test(one)),
          );
          expect(read.rows).toEqual(filled);
          expect(read.warnings).toEqual([]);
        },
      ),
      { numRuns: 700 },
    );
  });

  it('puts an apostrophe before whatever a spreadsheet may calculate, headings too', async () => {
    const cells = [
      '=1',
      '+1',
      '-1',
      '@a',
      '\t=1',
      '=1\n2',
      ' =1',
      '＝1',
      '\u200B=1',
      '|x',
      '\n',
      '\0',
    ];
    const table = { header: ['=h', 'b'], rows: cells.map((one) => [one, 'x']) };
    const blob = await writeCsv(table, { delimiter: ',', bom: false }, steady);
    const lines = Papa.parse<string[]>(await blob.text(), { newline: '\r\n', delimiter: ',' });
    const first = lines.data.map(([cell]) => cell).slice(0, -1);
    expect(first).toEqual(['=h', ...cells].map((one) => `'${one}`));
  });

  it('writes numbers as numbers, and unknown ones as nothing', async () => {
    const blob = await writeCsv({ header: ['a', 'b'], rows: [[-3, null]] }, exportStyle, steady);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await blob.text()).toBe('a,b\r\n-3,\r\n');
  });

  it('stops when asked', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [i]);
    const pace = { due: () => true, rest: async () => Promise.reject(new Cancelled()) };
    await expect(writeCsv({ header: ['n'], rows }, exportStyle, pace)).rejects.toThrow(Cancelled);
  });
});

describe('streamCsv', () => {
  it('makes rows only when the ones before are taken, a million of them', async () => {
    let made = 0;
    const rows = (function* () {
      for (; made < 1_000_000; made++) yield [made, '=x'];
    })();
    let taken = 0;
    let ahead = 0;
    let rests = 0;
    const rest = (): Promise<void> => {
      rests++;
      return Promise.resolve();
    };
    const pace = { due: () => true, rest };
    const decoder = new TextDecoder();
    await streamCsv({ header: ['n', 't'], rows }, exportStyle, pace, async (bytes) => {
      ahead = Math.max(ahead, made - taken);
      taken += decoder.decode(bytes).split('\r\n').length - 1;
      await Promise.resolve();
    });
    expect(taken).toBe(1_000_001);
    expect(ahead).toBeLessThanOrEqual(1000);
    expect(rests).toBeGreaterThan(900);
  }, 60_000);

  it('ends with the error of the sink', async () => {
    const full = new Error('no space');
    const sink = () => Promise.reject(full);
    const table = { header: ['n'], rows: [[1]] };
    await expect(streamCsv(table, exportStyle, steady, sink)).rejects.toBe(full);
  });
});

describe('plainCell', () => {
  it('undoes the apostrophe and nothing else', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(plainCell(FORMULA.test(cell) ? `'${cell}` : cell)).toBe(cell);
      }),
      { numRuns: 2000 },
    );
    expect(plainCell("'Ndrangheta")).toBe("'Ndrangheta");
  });
});

describeWithCorpus('naughty strings', () => {
  it('survive export and import', async () => {
    const strings = JSON.parse(
      readFileSync(corpusFile('naughty-strings/blns.json'), 'utf8'),
    ) as string[];
    const rows = strings.map((one) => ['x', one]);
    const read = await readRows(await written(['a', 'b'], rows, ';', true));
    expect(read.rows).toEqual(rows);
  });
});
