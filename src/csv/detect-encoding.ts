import { readByteOrderMark } from '#base/byte-order-mark.ts';
import { scoreText, type Role } from './encoding-score.ts';
import { textEncodings, type TextEncoding } from './text-encoding.ts';
import { allWritings, type LegacyEncoding } from './writings.ts';

/**
 * How the text of a file is encoded, as far as bytes tell. `sure`: it says so, or nothing else is
 * possible. `likely`: one is much likelier than all others. `unsure`: a person must look.
 */
export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  readonly confidence: 'sure' | 'likely' | 'unsure';
  /** All in which the sample is a text, likeliest first. */
  readonly candidates: readonly TextEncoding[];
}

/** How much likelier (natural logarithm) the best must be than the next that says otherwise. */
const CLEAR = 6;
/** The mean score of characters that are not ASCII below which a text is hardly what it is taken for. */
const PLAUSIBLE = { han: -10, latin: -7.5, apart: -7.5 } as const;
/** What the language of the screen tips the scales by, and how common files in an encoding are beside others. */
const PRIOR = 2;
const COMMON: Readonly<Partial<Record<TextEncoding, number>>> = {
  'windows-1252': 2,
  'windows-1258': -6,
};
/** So many bytes of cells that are not all ASCII decide. */
const ENOUGH = 16 * 1024;

/** Below this many characters, what looks like UTF-8 may do so by chance. */
const FEW = 4;

/** The text of the sample; null when it is none in this encoding. Only a `isWhole` one ends with a whole character. */
function textIn(sample: Uint8Array, isWhole: boolean, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !isWhole });
  } catch {
    return null;
  }
}

const isNotAscii = (character: string): boolean => character > '\u007f';

/** UTF-16 of a list has zero bytes, all at even or all at odd places: commas and line breaks at least. */
function utf16Of(sample: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) <= 10 * Math.min(even, odd)) return null;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** Where cells end, in all encodings that have ASCII: tab, line breaks, quotes, comma, semicolon. */
const ENDS = new Set([0x09, 0x0a, 0x0d, 0x22, 0x2c, 0x3b]);

/** The cells that are not all ASCII, each once: a department in a thousand rows says no more than in one. */
function tellingCells(sample: Uint8Array): Uint8Array {
  const cells = new Map<string, Uint8Array>();
  let size = 0;
  for (let start = 0; start < sample.length && size < ENOUGH;) {
    let end = start;
    while (end < sample.length && !ENDS.has(sample[end] ?? 0)) end++;
    const cell = sample.subarray(start, Math.min(end, start + ENOUGH));
    const key = cell.some((byte) => byte > 0x7f) ? String.fromCharCode(...cell) : '';
    if (key !== '' && !cells.has(key)) {
      cells.set(key, cell);
      size += cell.length + 1;
    }
    start = end + 1;
  }
  const bytes = new Uint8Array(size).fill(0x0a);
  let at = 0;
  for (const cell of cells.values()) {
    bytes.set(cell, at);
    at += cell.length + 1;
  }
  return bytes;
}

/** In a stream: without one Node reads Windows-1252 as Latin 1. */
const textOf = (cells: Uint8Array, encoding: LegacyEncoding): string =>
  new TextDecoder(encoding).decode(cells, { stream: true });

/** How likely the bytes are a text in an encoding. */
interface Ranked {
  readonly encoding: LegacyEncoding;
  readonly text: string;
  readonly weight: number;
  readonly isPlausible: boolean;
}

/** The encodings in which the cells are a text, likeliest first. */
function ranked(
  cells: Uint8Array,
  isPossible: (encoding: LegacyEncoding) => boolean,
  prior: TextEncoding | null,
): readonly Ranked[] {
  const best = new Map<LegacyEncoding, Ranked>();
  const texts = new Map<LegacyEncoding, string>();
  const roles = new Map<string, Role>();
  for (const writing of allWritings()) {
    const { encoding, script } = writing;
    if (!isPossible(encoding)) continue;
    const text = texts.get(encoding) ?? textOf(cells, encoding);
    texts.set(encoding, text);
    const { score, mean } = scoreText(text, writing, roles);
    const weight = score + (COMMON[encoding] ?? 0) + (encoding === prior ? PRIOR : 0);
    if (weight <= (best.get(encoding)?.weight ?? -Infinity)) continue;
    best.set(encoding, { encoding, text, weight, isPlausible: mean >= PLAUSIBLE[script] });
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}

/**
 * Tells the encoding of a text by its first bytes: a byte order mark, the zero bytes of UTF-16, what is
 * valid UTF-8, and else how common the characters are that it would say in each encoding. "The first in
 * which it decodes" would be wrong: nearly every Big5 text is GB18030 too.
 *
 * `isWhole`: the sample is the whole file; else it may end within a character. `prior`: what the language of the screen makes likelier, null for neither.
 */
export function detectEncoding(
  sample: Uint8Array,
  isWhole: boolean,
  prior: 'gb18030' | 'big5' | null = null,
): DetectedEncoding {
  const texts = new Map<TextEncoding, string>();
  for (const encoding of textEncodings) {
    const text = textIn(sample, isWhole, encoding);
    if (text !== null) texts.set(encoding, text);
  }
  const told = (
    encoding: TextEncoding,
    confidence: DetectedEncoding['confidence'],
    ranking: readonly TextEncoding[] = [encoding],
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

  const ranking = ranked(tellingCells(sample), (encoding) => texts.has(encoding), prior);
  const [best] = ranking;
  if (best === undefined) return told('windows-1252', 'unsure');
  const rival = ranking.find(({ text }) => text !== best.text);
  const isClear = rival === undefined || best.weight - rival.weight >= CLEAR;
  const confidence = isClear && best.isPlausible ? 'likely' : 'unsure';
  return told(
    best.encoding,
    confidence,
    ranking.map(({ encoding }) => encoding),
  );
}
