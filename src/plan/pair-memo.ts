import { PairNumbers } from '#base/pair-numbers.ts';

/** Remembers, for pairs of small non-negative integers, a number that is worked out once. */
export class PairMemo {
  readonly #pairs = new PairNumbers();
  /** By the number of the pair. */
  readonly #values: (number | undefined)[] = [];

  get(first: number, second: number, make: () => number): number {
    return (this.#values[this.#pairs.number(first, second)] ??= make());
  }
}
