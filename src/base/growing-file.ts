/** So many bytes are handed to the browser at once, and what is left by an addition that is longer. */
const PART = 1_048_576;

/**
 * A file that is put together while it is made: the browser takes what there is part by part, so that a
 * large one neither stands in the memory of the script nor is copied in one go.
 */
export class GrowingFile {
  readonly #parts: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= PART) this.#hand();
  }

  /** All of it. */
  end(type: string): Blob {
    this.#hand();
    return new Blob(this.#parts, { type });
  }

  #hand(): void {
    this.#parts.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#bytes = 0;
  }
}
