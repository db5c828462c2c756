import { readByteOrderMark, type MarkedEncoding } from '#base/byte-order-mark.ts';

/** Thrown by `StrictDecoder` at bytes that are not of the encoding; `before` is the text up to them. */
export class BadBytes extends Error {
  override readonly name = 'BadBytes';
  readonly before: string;

  constructor(before: string) {
    super('bytes that are not of the encoding');
    this.before = before;
  }
}

/** How many of the bytes make whole characters; the rest may be completed by what follows. */
function wholeCharacters(bytes: Uint8Array, encoding: MarkedEncoding): number {
  const size = bytes.length;
  if (encoding !== 'utf-8') {
    const even = size - (size % 2);
    const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
    return (high & 0xfc) === 0xd8 ? even - 2 : even;
  }
  for (let back = 1; back <= Math.min(3, size); back++) {
    const byte = bytes[size - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? size - back : size;
  }
  return size;
}

const strict = (encoding: MarkedEncoding): TextDecoder =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true });

/**
 * Decodes a file piece by piece, wherever it was cut, without ever putting U+FFFD for what it cannot
 * read. The encoding is told by the byte order mark, else UTF-8; the mark is taken off.
 */
export class StrictDecoder {
  #encoding: MarkedEncoding | null = null;
  #decoder = strict('utf-8');
  #held = new Uint8Array(0);

  /** Known after the first piece. */
  get encoding(): MarkedEncoding {
    return this.#encoding ?? 'utf-8';
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
    this.#encoding = encoding;
    this.#decoder = strict(encoding);
    return bytes.slice(length);
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
