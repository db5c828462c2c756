/** A JSON value that is being read, which may have begun in an earlier text. */
export class JsonPiece {
  #parts: string[] = [];
  /** True once there was more than blanks. */
  isBegun = false;
  /** Brackets that are open in it. */
  depth = 0;
  length = 0;

  add(text: string): void {
    this.#parts.push(text);
    this.length += text.length;
  }

  /** All of it; a new one begins. */
  take(): string {
    const text = this.#parts.join('');
    this.#parts = [];
    this.length = 0;
    this.isBegun = false;
    return text;
  }
}
