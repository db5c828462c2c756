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
  /** How many there were so far. */
  places = 0;

  constructor(encoding: TextEncoding) {
    this.encoding = encoding;
    // Node drops a first ÿ when told to leave alone what Windows-1252 has none of
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: encoding.startsWith('utf') });
  }

  push(piece: Uint8Array): string {
    return this.#text(this.#decoder.decode(piece, { stream: true }));
  }

  end(): string {
    return this.#text(this.#decoder.decode());
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
