/** A list of numbers below 2³² that grows: an array of numbers in a quarter of its room. */
export class NumberList {
  #values = new Uint32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The value at `index`, 0 beyond the end. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** What is in the list by now; not to be written to, and not moved by what comes later. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
