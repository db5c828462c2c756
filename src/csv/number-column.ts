/** A column of whole numbers below 2³² that grows as rows are read. */
export class NumberColumn {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  /** The numbers pushed so far. */
  values(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}
