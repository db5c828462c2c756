import { readByteOrderMark } from '#base/byte-order-mark.ts';
import { scoreText, type EncodingScore } from './encoding-score.ts';
import { toldEncodings, type ToldEncoding } from './text-encoding.ts';

/**
 * How the text of a file is encoded, as far as bytes tell. `sure`: it says so, or nothing else is
 * possible. `likely`: one is much likelier than all others. `unsure`: a person must look.
 */
export interface DetectedEncoding {
  readonly encoding: ToldEncoding;
  readonly confidence: 'sure' | 'likely' | 'unsure';
  /** All in which the sample is a text, likeliest first. */
  readonly candidates: readonly ToldEncoding[];
}

/** How much likelier (natural logarithm) the best must be than the next; about 1 in 400. */
const CLEAR = 6;
/** The mean score of characters that are not ASCII below which a text is hardly what it is taken for. */
const PLAUSIBLE = { gb18030: -10, big5: -10, 'windows-1252': -6 } as const;
/** What the language of the screen tips the scales by. */
const PRIOR = 2;

/** Below this many characters, what looks like UTF-8 may do so by chance. */
const FEW = 4;

/** The text of the sample; null when it is none in this encoding. Only a `isWhole` one ends with a whole character. */
function textIn(sample: Uint8Array, isWhole: boolean, encoding: ToldEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !isWhole });
  } catch {
    return null;
  }
}

const isNotAscii = (character: string): boolean => character > '\u007f';

/** UTF-16 of a list has zero bytes, all at even or all at odd places: commas and line breaks at least. */
function utf16Of(sample: Uint8Array): ToldEncoding | null {
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) <= 10 * Math.min(even, odd)) return null;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

function ranked(scores: readonly EncodingScore[], prior: ToldEncoding | null): EncodingScore[] {
  const weight = ({ encoding, score }: EncodingScore): number =>
    score + (encoding === prior ? PRIOR : 0);
  return [...scores].sort((a, b) => weight(b) - weight(a));
}

/**
 * Tells the encoding of a text by its first bytes: a byte order mark, the zero bytes of UTF-16, what is
 * valid UTF-8, and else how common the characters are that it would say in GB18030, Big5 and
 * Windows-1252. "The first in which it decodes" would be wrong: nearly every Big5 text is GB18030 too.
 *
 * `isWhole`: the sample is the whole file; else it may end within a character. `prior`: what the language of the screen makes likelier, null for neither.
 */
export function detectEncoding(
  sample: Uint8Array,
  isWhole: boolean,
  prior: Extract<ToldEncoding, 'gb18030' | 'big5'> | null = null,
): DetectedEncoding {
  const texts = new Map<ToldEncoding, string>();
  for (const encoding of toldEncodings) {
    const text = textIn(sample, isWhole, encoding);
    if (text !== null) texts.set(encoding, text);
  }
  const told = (
    encoding: ToldEncoding,
    confidence: DetectedEncoding['confidence'],
    ranking: readonly ToldEncoding[] = [encoding],
  ): DetectedEncoding => {
    const first = [encoding, ...ranking];
    return { encoding, confidence, candidates: [...new Set([...first, ...texts.keys()])] };
  };

  const mark = readByteOrderMark(sample);
  if (mark.length > 0) return told(mark.encoding, 'sure');
  const utf16 = utf16Of(sample);
  if (utf16 !== null && texts.has(utf16)) return told(utf16, 'sure');
  const utf8 = texts.get('utf-8');
  if (utf8 !== undefined) {
    const count = Array.from(utf8).filter(isNotAscii).length;
    return told('utf-8', count === 0 || count >= FEW ? 'sure' : 'likely');
  }

  const scores = (['gb18030', 'big5', 'windows-1252'] as const).flatMap((encoding) => {
    const text = texts.get(encoding);
    return text === undefined ? [] : [scoreText(text, encoding)];
  });
  const [best, next] = ranked(scores, prior);
  if (best === undefined) return told('windows-1252', 'unsure');
  const isClear = next === undefined || best.score - next.score >= CLEAR;
  const isPlausible = best.mean >= PLAUSIBLE[best.encoding];
  const ranking = ranked(scores, prior).map(({ encoding }) => encoding);
  return told(best.encoding, isClear && isPlausible ? 'likely' : 'unsure', ranking);
}
