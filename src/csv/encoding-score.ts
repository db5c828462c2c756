import { commonSimplified, commonTraditional } from './common-characters.ts';
import type { ToldEncoding } from './text-encoding.ts';

/** The encodings between which only the likelihood of what they say can decide. */
export type LegacyEncoding = Extract<ToldEncoding, 'gb18030' | 'big5' | 'windows-1252'>;

/** How likely the bytes are a text in an encoding. */
export interface EncodingScore {
  readonly encoding: LegacyEncoding;
  /** Natural logarithm of the likelihood, up to a constant that all encodings share. */
  readonly score: number;
  /** The same for each character that is not ASCII, on average; 0 without any. */
  readonly mean: number;
}

/** A kind of characters and how much of a text it makes up. */
interface Kind {
  readonly characters: ReadonlySet<string>;
  readonly share: number;
}

/** Characters of an encoding: the kinds are looked through in order; `other` is the share of all the rest. */
interface Repertoire {
  readonly kinds: readonly Kind[];
  readonly other: number;
  readonly otherSize: number;
  /** How often a character that is not ASCII follows another such. */
  readonly runs: number;
}

const ASCII = Math.log(1 / 40);

/** All characters of two bytes with a lead byte in the range. */
function charactersOf(encoding: LegacyEncoding, from: number, to: number): Set<string> {
  const bytes: number[] = [];
  const first = encoding === 'big5' ? 0x40 : 0xa1;
  for (let lead = from; lead <= to; lead++) {
    for (let trail = first; trail <= 0xfe; trail++) {
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set(text.replaceAll('\uFFFD', ''));
}

/** GB 2312 and Big5 list their common characters first, then the rare ones. */
function repertoire(encoding: LegacyEncoding): Repertoire {
  switch (encoding) {
    case 'gb18030':
      return {
        kinds: [
          { characters: new Set(commonSimplified), share: 0.6 },
          { characters: charactersOf(encoding, 0xb0, 0xd7), share: 0.32 },
          { characters: charactersOf(encoding, 0xa1, 0xa3), share: 0.05 },
          { characters: charactersOf(encoding, 0xd8, 0xf7), share: 0.025 },
        ],
        other: 0.005,
        otherSize: 20_000,
        runs: 1,
      };
    case 'big5':
      return {
        kinds: [
          { characters: new Set(commonTraditional), share: 0.6 },
          { characters: charactersOf(encoding, 0xa4, 0xc6), share: 0.33 },
          { characters: charactersOf(encoding, 0xa1, 0xa3), share: 0.05 },
          { characters: charactersOf(encoding, 0xc9, 0xf9), share: 0.015 },
        ],
        other: 0.005,
        otherSize: 10_000,
        runs: 1,
      };
    case 'windows-1252':
      return {
        kinds: [
          { characters: new Set('äöüßéèêëàâçñóíáúôîïåøæãõìòùÄÖÜÉÅØÆÇÑÀÈÁÓ'), share: 0.88 },
          { characters: new Set('’‘“”–—€£§°·©®™¡¿«»ÂÊÎÔÛÙŒœŠšŽžýÿÍÚ'), share: 0.1 },
        ],
        other: 0.02,
        otherSize: 60,
        runs: 0.05,
      };
  }
}

/** How likely it is that a file says this text, which its bytes are in the encoding. */
export function scoreText(text: string, encoding: LegacyEncoding): EncodingScore {
  const { kinds, other, otherSize, runs } = repertoire(encoding);
  const known = new Map<string, number>();
  for (const { characters, share } of [...kinds].reverse()) {
    for (const character of characters) known.set(character, Math.log(share / characters.size));
  }
  const rest = Math.log(other / otherSize);
  let score = 0;
  let sum = 0;
  let count = 0;
  let inRun = false;
  for (const character of text) {
    const isAscii = character < '\u0080';
    if (isAscii) score += ASCII;
    else {
      sum += (known.get(character) ?? rest) + (inRun ? Math.log(runs) : 0);
      count++;
    }
    inRun = !isAscii;
  }
  return { encoding, score: score + sum, mean: count === 0 ? 0 : sum / count };
}
