import { readByteOrderMark } from '#base/byte-order-mark.ts';
import type { TextEncoding } from './text-encoding.ts';

/** Thrown by `StrictDecoder` at bytes that are not of the encoding; `before` is the text up to them. */
export class BadBytes extends Error {
  override readonly name = 'BadBytes';
  readonly before: string;

  constructor(before: string) {
    super('bytes that are not of the encoding');
    this.before = before;
  }
}

/** True for a byte of Shift_JIS that is a character by itself: half-width katakana. */
const isHalfWidth = (byte: number): boolean => byte >= 0xa0 && byte <= 0xdf;

/** What stands before the pairs of the rare characters of EUC-JP. */
const THREE = 0x8f;

/** Pairs of bytes; a piece starts where a character does. */
function wholePairs(
  bytes: Uint8Array,
  encoding: 'big5' | 'euc-jp' | 'euc-kr' | 'shift_jis',
): number {
  let at = 0;
  for (;;) {
    const first = bytes[at];
    if (first === undefined) return at;
    const isLead =
      first >= 0x81 && first <= 0xfe && !(encoding === 'shift_jis' && isHalfWidth(first));
    const isThree = encoding === 'euc-jp' && first === THREE;
    const next = at + (isThree ? 3 : isLead ? 2 : 1);
    if (next > bytes.length) return at;
    at = next;
  }
}

const isHigh = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/**
 * Pairs and fours of GB18030; a piece starts where a character does. Where a four breaks off, decoders
 * read its second byte again as a character of its own (Encoding Standard, gb18030 decoder).
 */
export function wholeGb18030(bytes: Uint8Array): number {
  let at = 0;
  for (;;) {
    const [first, second, third, fourth] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    if (first === undefined) return at;
    if (!isHigh(first)) at += 1;
    else if (second === undefined) return at;
    else if (!isDigit(second)) at += second < 0x40 ? 1 : 2;
    else if (third === undefined) return at;
    else if (!isHigh(third)) at += 1;
    else if (fourth === undefined) return at;
    else at += isDigit(fourth) ? 4 : 1;
  }
}

function wholeUtf8(bytes: Uint8Array): number {
  const size = bytes.length;
  for (let back = 1; back <= Math.min(3, size); back++) {
    const byte = bytes[size - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? size - back : size;
  }
  return size;
}

function wholeUtf16(bytes: Uint8Array, highByte: 1 | 2): number {
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[even - highByte] ?? 0;
  return (high & 0xfc) === 0xd8 ? even - 2 : even;
}

/** How many of the bytes make whole characters; the rest may be completed by what follows. */
function wholeCharacters(bytes: Uint8Array, encoding: TextEncoding): number {
  switch (encoding) {
    case 'utf-8':
      return wholeUtf8(bytes);
    case 'utf-16le':
      return wholeUtf16(bytes, 1);
    case 'utf-16be':
      return wholeUtf16(bytes, 2);
    case 'gb18030':
      return wholeGb18030(bytes);
    case 'big5':
    case 'euc-jp':
    case 'euc-kr':
    case 'shift_jis':
      return wholePairs(bytes, encoding);
    default:
      return bytes.length;
  }
}

/** Marks are taken off here; Node drops a first ÿ when told to leave alone what Windows-1252 has none of. */
const strict = (encoding: TextEncoding): TextDecoder =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding.startsWith('utf') });

/**
 * Decodes a file piece by piece, wherever it was cut, without ever putting U+FFFD for what it cannot
 * read. The encoding is the given one; with null what a byte order mark says, else UTF-8. A mark of
 * the encoding is taken off.
 */
export class StrictDecoder {
  readonly #wanted: TextEncoding | null;
  #encoding: TextEncoding | null = null;
  #decoder = strict('utf-8');
  #held = new Uint8Array(0);

  constructor(encoding: TextEncoding | null = null) {
    this.#wanted = encoding;
  }

  /** Known after the first piece. */
  get encoding(): TextEncoding {
    return this.#encoding ?? this.#wanted ?? 'utf-8';
  }

  /** The text of the next piece, up to its last whole character. Throws `BadBytes`. */
  push(piece: Uint8Array): string {
    let bytes = piece;
    if (this.#held.length > 0) {
      bytes = new Uint8Array(this.#held.length + piece.length);
      bytes.set(this.#held);
      bytes.set(piece, this.#held.length);
    }
    if (this.#encoding === null) {
      if (bytes.length < 3) {
        this.#held = bytes.slice();
        return '';
      }
      bytes = this.#takeMark(bytes);
    }
    const whole = wholeCharacters(bytes, this.encoding);
    this.#held = bytes.slice(whole);
    return this.#decode(bytes.subarray(0, whole));
  }

  /** The text of what is left at the end of the file. Throws `BadBytes` when a character is cut off. */
  end(): string {
    const rest = this.#encoding === null ? this.#takeMark(this.#held) : this.#held;
    this.#held = new Uint8Array(0);
    return this.#decode(rest);
  }

  #takeMark(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const { encoding, length } = readByteOrderMark(bytes);
    this.#encoding = this.#wanted ?? encoding;
    this.#decoder = strict(this.#encoding);
    return bytes.slice(this.#encoding === encoding ? length : 0);
  }

  #decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new BadBytes(this.#decoder.decode(bytes.subarray(0, this.#readable(bytes))));
    }
  }

  /** The length of the longest readable start, by bisection. */
  #readable(bytes: Uint8Array): number {
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      try {
        strict(this.encoding).decode(bytes.subarray(0, middle), { stream: true });
        low = middle;
      } catch {
        high = middle - 1;
      }
    }
    return wholeCharacters(bytes.subarray(0, low), this.encoding);
  }
}
