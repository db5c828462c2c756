import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collated } from '#base/collated.ts';
import { steady } from '#base/pace.ts';
import { runs } from '../runs.ts';

/** Where languages differ, and where a character is not what it seems. */
const parts = [
  ...["'", '-', ' ', '.', ',', '_', '@', '(', ')', '’', '–', '\u{a0}', '\t', '\u{200b}', '!'],
  ...['a', 'A', 'b', 'B', 'i', 'I', 'ı', 'İ', 'z', 'Z', 'aa', 'ae', 'ch', 'dzs', 'lj', 'ss'],
  ...['0', '1', '02', '10', '9', '²', '\u{301}', '\u{30a}', '\u{323}', '\u{338}'],
  ...[
    'å',
    'ä',
    'é',
    'ß',
    'æ',
    'ø',
    'š',
    'ｱ',
    'Ａ',
    '中',
    '文',
    '한',
    'ก',
    'เ',
    'б',
    '\u{1f600}',
    '\u{d800}',
  ],
];
const plain = ["'", '-', ' ', '.', 'a', 'A', 'b', 'B', 'h', 'c', 'z', 'y', 'i', 'I', 'o'];
const text = fc.oneof(
  fc.array(fc.constantFrom(...parts, ...plain), { maxLength: 6 }),
  fc.array(fc.constantFrom(...plain), { maxLength: 24 }),
  // the same for as long as is looked at
  fc
    .tuple(fc.integer({ min: 7, max: 22 }), fc.array(fc.constantFrom(...parts), { maxLength: 3 }))
    .map(([length, end]) => [...Array<string>(length).fill('a'), ...end]),
);
const texts = fc.array(
  text.map((some) => some.join('')),
  { minLength: 2, maxLength: 40 },
);

/** So many that it is worth it to compare them as numbers. */
const FILLING = Array.from({ length: 1000 }, (_, i) => `filling ${i}`);

it.each([
  ...['en', 'zh-Hans', 'zh-Hant', 'sv', 'da', 'cs', 'hu', 'tr', 'lt', 'et', 'es-u-co-trad', 'th'],
  ...['de-u-co-phonebk', 'fr-CA', 'cy', 'ja', 'ko', 'hr'],
])('compares as the collator does, in %s', async (locale) => {
  const collators = [
    new Intl.Collator(locale, { numeric: true }),
    new Intl.Collator(locale, { numeric: true, caseFirst: 'upper' }),
    new Intl.Collator(locale, { sensitivity: 'base' }),
    new Intl.Collator(locale, { ignorePunctuation: true }),
  ];
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(...collators), async (some, collator) => {
      const compare = await collated([...some, ...FILLING], collator, steady);
      for (let i = 0; i < some.length; i++) {
        for (let j = 0; j < i; j++) {
          const expected = Math.sign(collator.compare(some[i]!, some[j]!));
          expect(Math.sign(compare(i, j)), JSON.stringify([some[i], some[j]])).toBe(expected);
        }
      }
    }),
    { numRuns: runs({ quick: 10, all: 200 }) },
  );
});
