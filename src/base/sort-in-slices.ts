import type { Pace } from './pace.ts';

/** So many are sorted, or merged, before it is asked whether a rest is due. */
const RUN = 1024;

/** Two neighbouring parts that are sorted, while they are merged. */
class Merging {
  #at: number;
  #left: number;
  #right: number;
  readonly #middle: number;
  readonly #end: number;

  constructor(start: number, middle: number, end: number) {
    this.#at = this.#left = start;
    this.#right = this.#middle = middle;
    this.#end = end;
  }

  get isOver(): boolean {
    return this.#at === this.#end;
  }

  /** Moves the next ones to their places in `target`; equal ones stay as they stand. */
  step(source: Uint32Array, target: Uint32Array, compare: (a: number, b: number) => number): void {
    const until = Math.min(this.#at + RUN, this.#end);
    for (; this.#at < until; this.#at++) {
      const [one = 0, other = 0] = [source[this.#left], source[this.#right]];
      const isRightOver = this.#right === this.#end;
      if (this.#left < this.#middle && (isRightOver || compare(one, other) <= 0)) {
        target[this.#at] = one;
        this.#left++;
      } else {
        target[this.#at] = other;
        this.#right++;
      }
    }
  }
}

/**
 * Sorts very many numbers (in place, or into the array that it gives) and rests at `pace`, counting
 * them. Equal ones stay as they stand.
 */
export async function sortInSlices(
  numbers: Uint32Array,
  compare: (a: number, b: number) => number,
  pace: Pace,
): Promise<Uint32Array> {
  const { length } = numbers;
  for (let from = 0; from < length; from += RUN) {
    numbers.subarray(from, from + RUN).sort(compare);
    if (pace.due()) await pace.rest(from, length);
  }
  let [source, target]: [Uint32Array, Uint32Array] = [
    numbers,
    new Uint32Array(length > RUN ? length : 0),
  ];
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const end = Math.min(start + 2 * width, length);
      const merging = new Merging(start, Math.min(start + width, length), end);
      while (!merging.isOver) {
        merging.step(source, target, compare);
        if (pace.due()) await pace.rest(start, length);
      }
    }
    [source, target] = [target, source];
  }
  return source;
}
