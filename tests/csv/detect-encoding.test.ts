import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/csv/detect-encoding.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { bytesIn, charactersOf, utf16Bytes } from './legacy-bytes.ts';
import { runs } from '../runs.ts';
import { written, type Written } from './written-names.ts';
import { asItIs, CY, draftsOf, E3, listIn, saidBy } from './list-world.ts';

const gb18030 = bytesIn('gb18030');
const big5 = bytesIn('big5');
const windows1252 = bytesIn('windows-1252');

/** Any common character: names are full of ones that no list of frequent characters has. */
const simplified = fc.constantFrom(...charactersOf('gb18030', 0xb0, 0xd7));
const traditional = fc.constantFrom(...charactersOf('big5', 0xa4, 0xc6));
const simplifiedSurname = fc.constantFrom(
  ...Array.from('王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗'),
);
const traditionalSurname = fc.constantFrom(
  ...Array.from('陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐'),
);
const WESTERN = 'Müller,José,François,Muñoz,Bjørn Åse,Jürgen Weiß,Hélène,João,Éric'.split(',');

const name = (surname: fc.Arbitrary<string>, given: fc.Arbitrary<string>) =>
  fc
    .tuple(surname, fc.array(given, { minLength: 1, maxLength: 2 }))
    .map((all) => all.flat().join(''));

/** A short list with an ASCII header. */
const list = (names: readonly string[]): string =>
  ['UPN,Display name,Product', ...names.map((one, i) => `user${i}@x.com,${one},SPE_E3`), ''].join(
    '\r\n',
  );

const names = (one: fc.Arbitrary<string>, minLength: number) =>
  fc.array(one, { minLength, maxLength: 12 }).map(list);

describe('detectEncoding', () => {
  it('tells short lists of Chinese names, from three names on, or asks where they are names elsewhere, too', () => {
    const expectTold = (bytes: Uint8Array, encoding: string): void => {
      const told = detectEncoding(bytes, true);
      if (told.confidence === 'unsure') {
        expect(told.candidates.slice(0, 2)).toContain(encoding);
      } else expect(told.encoding).toBe(encoding);
    };
    fc.assert(
      fc.property(
        names(name(simplifiedSurname, simplified), 3),
        names(name(traditionalSurname, traditional), 3),
        (one, other) => {
          expectTold(gb18030(one), 'gb18030');
          expectTold(big5(other), 'big5');
        },
      ),
      // 李底 and 王啊 in GB18030 are 川久 and another name in EUC-JP
      { numRuns: 60, examples: [[list(['李底', '王啊', '王啊']), list(['陳一', '陳一', '陳一'])]] },
    );
  }, 30_000);

  it('is sure of lists of names that people have', () => {
    expect(detectEncoding(gb18030(list(['李伟', '王芳', '张敏'])), true)).toMatchObject({
      ...{ encoding: 'gb18030', confidence: 'likely' },
    });
    expect(detectEncoding(big5(list(['陳志明', '林淑芬', '黃俊傑'])), true)).toMatchObject({
      ...{ encoding: 'big5', confidence: 'likely' },
    });
  });

  it('is never both wrong and likely, down to one name', () => {
    fc.assert(
      fc.property(
        names(name(simplifiedSurname, simplified), 1),
        names(name(traditionalSurname, traditional), 1),
        names(fc.constantFrom(...WESTERN), 1),
        (one, other, western) => {
          const all = [
            [gb18030(one), 'gb18030'],
            [big5(other), 'big5'],
            [windows1252(western), 'windows-1252'],
          ] as const;
          for (const [bytes, encoding] of all) {
            const told = detectEncoding(bytes, true);
            if (told.confidence !== 'unsure') expect(told.encoding).toBe(encoding);
            expect(told.candidates).toContain(encoding);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it('tells Western names', () => {
    const text = list(WESTERN.slice(0, 4));
    expect(detectEncoding(windows1252(text), true)).toMatchObject({
      ...{ encoding: 'windows-1252', confidence: 'likely' },
    });
  });

  it('tells UTF-8 and UTF-16 with and without a mark, wherever the sample ends', () => {
    const letters = fc.oneof(fc.string(), fc.string({ unit: simplified, maxLength: 20 }));
    fc.assert(
      fc.property(
        fc.array(
          letters.map((s) => s.replaceAll('\0', '')),
          { maxLength: 5 },
        ),
        fc.nat(),
        (some, at) => {
          const text = list(some);
          for (const littleEndian of [true, false]) {
            const encoding = littleEndian ? 'utf-16le' : 'utf-16be';
            const marked = utf16Bytes(`\uFEFF${text}`, littleEndian);
            const plain = utf16Bytes(text, littleEndian);
            const part = plain.subarray(0, 40 + (at % plain.length));
            for (const bytes of [marked, plain, part]) {
              const isWhole = bytes !== part || part.length === plain.length;
              expect(detectEncoding(bytes, isWhole)).toMatchObject({
                encoding,
                confidence: 'sure',
              });
            }
          }
          const bytes = new TextEncoder().encode(text);
          expect(detectEncoding(bytes.subarray(0, 30 + at), bytes.length <= 30 + at).encoding).toBe(
            'utf-8',
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it('lets the language of the screen decide a tie only', () => {
    const text = list(['王小明', '李娜', '张伟']);
    expect(detectEncoding(gb18030(text), true, 'big5').encoding).toBe('gb18030');
    // two bytes that say a rare character in both
    const rare = Uint8Array.from([...gb18030('Name\r\n'), 0xd9, 0xfe, 0x0d, 0x0a]);
    expect(detectEncoding(rare, true, 'big5')).toMatchObject({
      ...{ encoding: 'big5', confidence: 'unsure' },
    });
    expect(detectEncoding(rare, true, 'gb18030').encoding).toBe('gb18030');
  });

  it('never throws, and offers nothing in which the bytes are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, isWhole) => {
        const { encoding, candidates } = detectEncoding(bytes, isWhole);
        expect(candidates[0]).toBe(encoding);
        const others = candidates.filter((one) => one !== encoding);
        for (const one of others) {
          new TextDecoder(one, { fatal: true }).decode(bytes, { stream: !isWhole });
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('is what a list is read with', async () => {
    const text = '用户主体名称,部门,产品\r\ncy@x.com,销售部,SPE_E3\r\n';
    const bytes = gb18030(text);
    const { encoding } = detectEncoding(bytes, true);
    const read = await listIn(bytes, { ...asItIs, encoding });
    expect(read).toMatchObject({ encoding: 'gb18030', refused: [] });
    expect(saidBy(await draftsOf(read, { kind: 'assignOnly' }))).toEqual([`${CY} assign ${E3} {}`]);
  });
});

/** What their file tells of its encoding; every row is one of `picks`, taken in turn. */
const usersCsv = ({ names, departments }: Written, header: string, picks: readonly number[]) =>
  [
    header,
    ...picks.map((pick, index) => {
      const [name, department] = [
        names[pick % names.length],
        departments[pick % departments.length],
      ];
      return `user${index}@contoso.com,${name},${department},SPE_E3`;
    }),
    '',
  ].join('\r\n');

const HEADER = 'UserPrincipalName,DisplayName,Department,Licenses';

describe.each(
  written.flatMap((one) => one.encodings.map((encoding) => ({ ...one, encoding, one }))),
)('$language in $encoding', ({ encoding, header, one }) => {
  const write = bytesIn(encoding);
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
  const sameText = (bytes: Uint8Array, told: string): boolean =>
    new TextDecoder(told).decode(bytes) === new TextDecoder(encoding).decode(bytes);

  it('is told right or asked about, down to one row', () => {
    fc.assert(
      fc.property(picks, fc.constantFrom(HEADER, header), (rows, heading) => {
        const bytes = write(usersCsv(one, heading, rows));
        const told = detectEncoding(bytes, true);
        expect(told.candidates).toContain(encoding);
        if (told.confidence !== 'unsure') expect(sameText(bytes, told.encoding)).toBe(true);
      }),
      { numRuns: runs({ quick: 12, all: 300 }) },
    );
  });

  it('is told right in a long file', () => {
    const rows = Array.from({ length: 900 }, (_, index) => index * 7);
    const bytes = write(usersCsv(one, HEADER, rows));
    const told = detectEncoding(bytes, true);
    expect(told.confidence).toBe('likely');
    expect(sameText(bytes, told.encoding)).toBe(true);
  });
});

describeWithCorpus('real texts', () => {
  it.each([
    ['ascii', 'utf-8', 'sure'],
    ['utf8', 'utf-8', 'sure'],
    ['lang_chinese', 'utf-8', 'sure'],
    ['utf16le', 'utf-16le', 'sure'],
    ['utf16be', 'utf-16be', 'sure'],
    ['gb18030', 'gb18030', 'likely'],
    ['big5', 'big5', 'likely'],
    // a table of signs in an English text: no words by which to tell it
    ['windows_1252', 'windows-1252', 'unsure'],
    ['shiftjis', 'shift_jis', 'likely'],
  ])('%s', (file, encoding, confidence) => {
    const bytes = new Uint8Array(readFileSync(corpusFile(`encodings/${file}`)));
    expect(detectEncoding(bytes, true)).toMatchObject({ encoding, confidence });
  });
});
