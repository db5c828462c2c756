/** Remembers, for pairs of numbers below 2²⁶, a number that is worked out once. */
export class PairMemo {
  readonly #known = new Map<number, number>();

  get(first: number, second: number, make: () => number): number {
    const key = first * 2 ** 26 + second;
    let value = this.#known.get(key);
    if (value === undefined) {
      value = make();
      this.#known.set(key, value);
    }
    return value;
  }
}
