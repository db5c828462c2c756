import { wholeGb18030 } from './text-decoder.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What stands in a text for bytes that say nothing in its encoding. */
export const UNDECODABLE = '\uFFFD';

/**
 * Decodes a file piece by piece as `StrictDecoder` does, but puts U+FFFD where bytes are none of the
 * encoding, and counts these places, together with those that the file already has.
 */
export class LenientDecoder {
  readonly encoding: TextEncoding;
  readonly #decoder: TextDecoder;
  #isStart = true;
  /** Bytes of GB18030 that what follows may complete: Node's decoder throws where such a four breaks off. */
  #held = new Uint8Array(0);
  /** How many there were so far. */
  places = 0;

  constructor(encoding: TextEncoding) {
    this.encoding = encoding;
    // Node drops a first ÿ when told to leave alone what Windows-1252 has none of
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: encoding.startsWith('utf') });
  }

  push(piece: Uint8Array): string {
    const bytes = this.encoding === 'gb18030' ? this.#whole(piece) : piece;
    return this.#text(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string {
    const rest = this.#held;
    this.#held = new Uint8Array(0);
    return this.#text(rest.length === 0 ? this.#decoder.decode() : this.#decoder.decode(rest));
  }

  #whole(piece: Uint8Array): Uint8Array {
    const bytes = new Uint8Array(this.#held.length + piece.length);
    bytes.set(this.#held);
    bytes.set(piece, this.#held.length);
    const whole = wholeGb18030(bytes);
    this.#held = bytes.slice(whole);
    return bytes.subarray(0, whole);
  }

  #text(text: string): string {
    const isMarked = this.#isStart && text.startsWith('\uFEFF');
    if (text !== '') this.#isStart = false;
    for (let at = text.indexOf(UNDECODABLE); at >= 0; at = text.indexOf(UNDECODABLE, at + 1)) {
      this.places++;
    }
    return isMarked ? text.slice(1) : text;
  }
}
