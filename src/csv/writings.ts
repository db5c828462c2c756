import { alphabets, type Alphabet } from './alphabets.ts';
import {
  commonJapanese,
  commonKorean,
  commonSimplified,
  commonTraditional,
} from './common-characters.ts';
import type { TextEncoding } from './text-encoding.ts';

/** The encodings between which only the likelihood of what they say can decide. */
export type LegacyEncoding = Exclude<TextEncoding, `utf-${string}`>;

/** A way of writing: how likely its characters are, and how they stand together. */
export interface Writing {
  readonly encoding: LegacyEncoding;
  readonly script: 'latin' | 'apart' | 'han';
  /** Natural logarithms of the share of each character among those that are not ASCII. */
  readonly shares: ReadonlyMap<string, number>;
  /** The same of any other character. */
  readonly rest: number;
}

/** A kind of characters and how much of a text it makes up. */
interface Kind {
  readonly characters: Iterable<string>;
  readonly share: number;
}

/** All characters of two bytes with a lead byte in the range. */
function charactersOf(encoding: LegacyEncoding, from: number, to: number): Set<string> {
  const bytes: number[] = [];
  const first = encoding === 'big5' || encoding === 'shift_jis' ? 0x40 : 0xa1;
  for (let lead = from; lead <= to; lead++) {
    for (let trail = first; trail <= 0xfe; trail++) {
      if (trail !== 0x7f && (trail < 0x7f || trail > 0xa0 || encoding === 'shift_jis')) {
        bytes.push(lead, trail);
      }
    }
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set(Array.from(text).filter((one) => one > '\u007f' && one !== '\uFFFD'));
}

/** `kinds`: a character counts as of the first that has it. */
function han(encoding: LegacyEncoding, rest: number, kinds: readonly Kind[]): Writing {
  const shares = new Map<string, number>();
  for (const { characters, share } of [...kinds].reverse()) {
    const all = new Set(characters);
    for (const character of all) shares.set(character, Math.log(share / all.size));
  }
  return { encoding, script: 'han', shares, rest: Math.log(rest) };
}

const range = (from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** Hiragana, katakana and what stands between them. */
const kana = (): string => `${range(0x3041, 0x3093)}${range(0x30a1, 0x30f6)}ー・々`;

/** Standards list their common characters first, then the rare ones. */
const hanWritings = (): readonly Writing[] => [
  han('gb18030', 2.5e-7, [
    { characters: commonSimplified, share: 0.6 },
    { characters: charactersOf('gb18030', 0xb0, 0xd7), share: 0.32 },
    { characters: charactersOf('gb18030', 0xa1, 0xa3), share: 0.05 },
    { characters: charactersOf('gb18030', 0xd8, 0xf7), share: 0.025 },
  ]),
  han('big5', 5e-7, [
    { characters: commonTraditional, share: 0.6 },
    { characters: charactersOf('big5', 0xa4, 0xc6), share: 0.33 },
    { characters: charactersOf('big5', 0xa1, 0xa3), share: 0.05 },
    { characters: charactersOf('big5', 0xc9, 0xf9), share: 0.015 },
  ]),
  han('shift_jis', 5e-7, [
    { characters: kana(), share: 0.25 },
    { characters: commonJapanese, share: 0.45 },
    { characters: charactersOf('shift_jis', 0x88, 0x97), share: 0.25 },
    { characters: range(0xff61, 0xff9f), share: 0.01 },
    { characters: charactersOf('shift_jis', 0x98, 0x9f), share: 0.01 },
    { characters: charactersOf('shift_jis', 0xe0, 0xea), share: 0.01 },
  ]),
  han('euc-jp', 5e-7, [
    { characters: kana(), share: 0.25 },
    { characters: commonJapanese, share: 0.45 },
    { characters: charactersOf('euc-jp', 0xb0, 0xcf), share: 0.25 },
    { characters: charactersOf('euc-jp', 0xd0, 0xf4), share: 0.02 },
  ]),
  han('euc-kr', 5e-7, [
    { characters: commonKorean, share: 0.75 },
    { characters: charactersOf('euc-kr', 0xb0, 0xc8), share: 0.22 },
    { characters: charactersOf('euc-kr', 0xa1, 0xa3), share: 0.01 },
    { characters: charactersOf('euc-kr', 0xca, 0xfd), share: 0.01 },
  ]),
];

/** So much of an alphabet's text is its letters. */
const LETTERS = 0.95;
/** The last letter of an alphabet is about so much rarer than its first (natural logarithm). */
const FALL = 3.3;
/** How much rarer a capital is than its small letter. */
const CAPITAL = 0.15;
/** Signs that stand in texts of any alphabet. */
export const SIGNS = '’‘“”–—·«»°…€§®™º';

function alphabetWritings({ letters, encodings, isLatin }: Alphabet): readonly Writing[] {
  const weights = new Map<string, number>();
  const all = Array.from(letters);
  for (const [index, letter] of all.entries()) {
    const weight = Math.exp((-FALL * index) / Math.max(all.length, 12));
    weights.set(letter, weight);
    const capital = letter.toLocaleUpperCase('en');
    if (capital !== letter && capital.length === 1) weights.set(capital, weight * CAPITAL);
  }
  if (letters.includes('ı')) weights.set('İ', CAPITAL);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const shares = new Map(Array.from(SIGNS, (sign) => [sign, Math.log(0.02 / SIGNS.length)]));
  for (const [letter, weight] of weights) shares.set(letter, Math.log((LETTERS * weight) / total));
  const script = isLatin ? 'latin' : 'apart';
  return encodings.map((encoding) => ({ encoding, script, shares, rest: Math.log(1e-4) }));
}

let made: readonly Writing[] | null = null;

/** Every way of writing that is known; made when it is first asked for. */
export const allWritings = (): readonly Writing[] =>
  (made ??= [...alphabets.flatMap(alphabetWritings), ...hanWritings()]);
