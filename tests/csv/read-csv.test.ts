import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, type Pace } from '../../src/base/pace.ts';
import { ok } from '../../src/base/result.ts';
import { CELL_LIMIT } from '../../src/csv/csv-reading.ts';
import { readCsv } from '../../src/csv/read-csv.ts';
import { ROW_LIMIT } from '../../src/csv/row-parser.ts';
import { corpusFile, describeWithCorpus, hasCorpus } from '../corpus.ts';
import { runs } from '../runs.ts';
import { readRows, streamed } from './streamed.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_BREAKS = ['\r\n', '\n', '\r'] as const;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Cells full of what separates, quotes and breaks, but not of what counts as blank or as a formula. */
const cell = fc
  .array(fc.constantFrom('a', '王', '😀', ',', ';', '\t', '|', '"', ' ', '\n', '\r\n', '.'), {
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}y`);
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 9,
  }),
);
/** The header has no separators in it, so that the delimiter is its most frequent one. */
const headerOf = (width: number): string[] => Array.from({ length: width }, (_, i) => `c${i}`);

describe('readCsv', () => {
  it('gives back what was written, in any dialect, wherever the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...LINE_BREAKS),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (rows, delimiter, lineBreak, size, bom) => {
          const header = headerOf(rows[0]!.length);
          const lines = rows.map((row) => row.map(quoted).join(delimiter));
          const text = [header.join(delimiter), ...lines].join(lineBreak);
          const read = await readRows(streamed((bom ? '\uFEFF' : '') + text, size));
          expect(read.header).toEqual(header);
          expect(read.rows).toEqual(rows);
          expect(read.warnings).toEqual([]);
        },
      ),
      { numRuns: runs({ quick: 100, all: 300 }) },
    );
  });

  it('never depends on where the file is cut, whatever the bytes', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', ' ', '"a" ', '=1', '王'), {
          maxLength: 60,
        })
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const whole = await readRows(streamed(bytes));
        const pieces = await readRows(streamed(bytes, size));
        expect(pieces).toEqual(whole);
        for (const row of whole.rows) expect(row.length).toBe(whole.header.length);
      }),
      { numRuns: runs({ quick: 400, all: 1500 }) },
    );
  });

  it('leaves out rows with too few or too many cells and never shifts them', async () => {
    const width = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(width, { maxLength: 20 }), async (widths) => {
        const lines = widths.map((n, i) => Array.from({ length: n }, (_, j) => `${i}.${j}`).join());
        const { rows, numbers, warnings } = await readRows(
          streamed(['a,b,c', ...lines].join('\n')),
        );
        const good = widths.flatMap((n, i) => (n === 3 ? [i] : []));
        expect(rows).toEqual(good.map((i) => [`${i}.0`, `${i}.1`, `${i}.2`]));
        expect(numbers).toEqual(good.map((i) => i + 2));
        const bad = widths.flatMap((n, i) => (n === 3 ? [] : [{ row: i + 2, received: n }]));
        const flag = { kind: 'raggedRow', file: 'file.csv', expected: 3 };
        expect(warnings).toEqual(bad.map((one) => ({ ...flag, ...one })));
      }),
      { numRuns: 200 },
    );
  });

  it('loses nothing of 30 MB of Chinese text with quoted line breaks', async () => {
    const count = 150_000;
    const row = (i: number): string[] => [`王小明${i}`, `部門，"甲"\n第${i}組`, '微軟'.repeat(20)];
    const parts = ['名,部,備\r\n'];
    for (let i = 0; i < count; i++) parts.push(`${row(i).map(quoted).join(',')}\r\n`);
    const bytes = new TextEncoder().encode(parts.join(''));
    expect(bytes.length).toBeGreaterThan(25_000_000);
    let next = 0;
    const wrong: unknown[] = [];
    const end = await readCsv(
      new File([bytes], 'big.csv'),
      () =>
        ok(() => ({
          take: (cells) => {
            if (cells.join('|') !== row(next).join('|')) wrong.push(cells);
            next++;
          },
          finish: () => undefined,
        })),
      { warn: (problem) => wrong.push(problem), pace: { due: () => false, rest: async () => {} } },
    );
    expect(end.ok).toBe(true);
    expect(wrong).toEqual([]);
    expect(next).toBe(count);
  }, 20_000);

  it('takes mixed line breaks', async () => {
    const { rows, warnings } = await readRows(streamed('a,b\r\n1,2\n3,"4"\r\n5,6\n'));
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('honours the sep= line, and counts rows as a spreadsheet shows them', async () => {
    const { header, rows, numbers } = await readRows(streamed('\uFEFFsep=|\r\na,x|b\r\n\r\n1|2'));
    expect(header).toEqual(['a,x', 'b']);
    expect(rows).toEqual([['1', '2']]);
    expect(numbers).toEqual([3]);
  });

  it('takes a heading named __proto__ as any other', async () => {
    const { header, rows } = await readRows(streamed('__proto__,b\n1,2'));
    expect(header).toEqual(['__proto__', 'b']);
    expect(rows).toEqual([['1', '2']]);
  });

  it('leaves out a row whose quotes are broken', async () => {
    const { rows, warnings } = await readRows(streamed('a,b\n"x"y",1\n2,3'));
    expect(rows).toEqual([['2', '3']]);
    expect(warnings).toEqual([{ kind: 'brokenQuotes', file: 'file.csv', row: 2 }]);
  });

  it.each(['a,b\n1,2\n"x,1\n2,3', 'a,b\n1,2\n"x"y,1\n2,"z"\n'])(
    'refuses a file where other rows may stand inside a quote: %j',
    async (text) => {
      expect((await readRows(streamed(text))).end).toEqual({
        ok: false,
        error: { kind: 'brokenQuotes', file: 'file.csv', row: 3 },
      });
    },
  );

  it('gives up on a quote that swallows megabytes', async () => {
    const text = `a,b\n1,2\n"${'x\n'.repeat(ROW_LIMIT)}`;
    const { end } = await readRows(streamed(text));
    expect(end).toMatchObject({ error: { kind: 'brokenQuotes', row: 3 } });
  });

  it('leaves out a row with an enormous cell', async () => {
    const { rows, warnings } = await readRows(
      streamed(`a,b\n1,${'x'.repeat(CELL_LIMIT + 1)}\n3,4`),
    );
    expect(rows).toEqual([['3', '4']]);
    expect(warnings).toMatchObject([{ kind: 'badValue', row: 2, column: 'b' }]);
  });

  it.each([
    ['a,b\n1,2\n3,', 3],
    ['a,b\n"1\n1",2\n', 3],
    ['a', 1],
    [`a,b\n${'1,2\n'.repeat(50_000)}3`, 50_002],
    // short rows that wait behind a long one
    ...[300, 700, 1100].map((long): [string, number] => {
      const short = (count: number): string => '1,2\n'.repeat(count);
      return [`a,b\n${short(20_000)}${'x'.repeat(long)},2\n${short(20)}`, 20_023];
    }),
  ])('names the row with bytes that are not UTF-8', async (before, row) => {
    const bytes = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xcd, 0xf5]),
      Buffer.from('\n'),
    ]);
    const { end } = await readRows(streamed(new Uint8Array(bytes), 10));
    expect(end).toEqual({ ok: false, error: { kind: 'notUtf8', file: 'file.csv', row } });
  });

  it('says that a file cannot be read', async () => {
    const gone = {
      ...streamed(''),
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.error(new DOMException('moved', 'NotReadableError')),
        }),
    };
    expect((await readRows(gone)).end).toMatchObject({ error: { kind: 'unreadable' } });
  });

  it('counts bytes as it goes, and stops when asked', async () => {
    const bytes: (readonly [number, number | null])[] = [];
    const pace: Pace = {
      due: () => true,
      rest: async (done, total) => {
        bytes.push([done, total]);
        if (bytes.length === 2) throw new Cancelled();
      },
    };
    const rows = { take: () => undefined, finish: () => undefined };
    const file = streamed('a,b\n'.repeat(100), 100);
    await expect(
      readCsv(file, () => ok(() => rows), { warn: () => undefined, pace }),
    ).rejects.toThrow(Cancelled);
    expect(bytes).toEqual([
      [100, 400],
      [200, 400],
    ]);
  });
});

describeWithCorpus('csv-spectrum', () => {
  const files = hasCorpus ? readdirSync(corpusFile('csv-spectrum/csvs')) : ['no.csv'];
  const names = files.map((name) => name.replace('.csv', ''));
  // the JSON of this one does not belong to its CSV
  it.each(names.filter((name) => name !== 'location_coordinates'))('%s', async (name) => {
    const csv = readFileSync(corpusFile(`csv-spectrum/csvs/${name}.csv`));
    const json = readFileSync(corpusFile(`csv-spectrum/json/${name}.json`), 'utf8');
    const { header, rows, warnings } = await readRows(streamed(new Uint8Array(csv), 3));
    const objects = rows.map((row) => Object.fromEntries(header.map((key, i) => [key, row[i]])));
    expect(objects).toEqual(JSON.parse(json));
    expect(warnings).toEqual([]);
  });
});
