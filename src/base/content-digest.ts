import type { Pace } from './pace.ts';

/** How much is hashed at once: the browser hashes only what is whole, and a file may not fit into memory. */
const BLOCK = 1_048_576;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const hashOf = async (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** SHA-256, in hexadecimal digits. */
export const sha256 = async (content: Blob | string): Promise<string> =>
  hex(await hashOf(await new Blob([content]).arrayBuffer()));

/**
 * The same for a content of any length: SHA-256 over the SHA-256 of each of its blocks of 1 MiB. `pace`
 * counts bytes.
 */
export async function longDigest(content: Blob, pace: Pace): Promise<string> {
  const hashes: Uint8Array[] = [];
  for (let start = 0; start < content.size; start += BLOCK) {
    hashes.push(await hashOf(await content.slice(start, start + BLOCK).arrayBuffer()));
    if (pace.due()) await pace.rest(start, content.size);
  }
  return hex(await hashOf(await new Blob(hashes as BlobPart[]).arrayBuffer()));
}

/** How far a file has grown, to come back to. */
export interface FileEnd {
  readonly blocks: number;
  readonly tail: Uint8Array;
}

/**
 * A file of text that is digested while it is made, block by block, and never read again: the browser keeps
 * what is made. Halves of a character must not come in two texts.
 */
export class DigestedFile {
  readonly #encoder = new TextEncoder();
  readonly #blocks: Blob[] = [];
  readonly #hashes: Promise<Uint8Array>[] = [];
  readonly #block = new Uint8Array(BLOCK);
  #used = 0;

  get end(): FileEnd {
    return { blocks: this.#blocks.length, tail: this.#block.slice(0, this.#used) };
  }

  /** Takes away what was added since. */
  backTo({ blocks, tail }: FileEnd): void {
    this.#blocks.length = blocks;
    this.#hashes.length = blocks;
    this.#block.set(tail);
    this.#used = tail.length;
  }

  async add(text: string): Promise<void> {
    for (let at = 0; at < text.length;) {
      if (this.#used === BLOCK) await this.#close();
      const rest = at === 0 ? text : text.slice(at);
      const { read, written } = this.#encoder.encodeInto(rest, this.#block.subarray(this.#used));
      at += read;
      this.#used += written;
      if (written > 0) continue;
      // a character goes over the end of the block
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      at += character.length;
      const bytes = this.#encoder.encode(character);
      const fitting = BLOCK - this.#used;
      this.#block.set(bytes.subarray(0, fitting), this.#used);
      this.#used = BLOCK;
      await this.#close();
      this.#block.set(bytes.subarray(fitting));
      this.#used = bytes.length - fitting;
    }
  }

  /** What was added, and its `longDigest`. */
  async finish(): Promise<{ readonly content: Blob; readonly digest: string }> {
    if (this.#used > 0) await this.#close();
    const hashes = (await Promise.all(this.#hashes)) as BlobPart[];
    const digest = hex(await hashOf(await new Blob(hashes).arrayBuffer()));
    return { content: new Blob(this.#blocks), digest };
  }

  /** One block is hashed while the next one is filled: what is hashed is a copy. */
  async #close(): Promise<void> {
    const bytes = this.#block.subarray(0, this.#used);
    await this.#hashes.at(-1);
    this.#hashes.push(hashOf(bytes));
    this.#blocks.push(new Blob([bytes]));
    this.#used = 0;
  }
}
