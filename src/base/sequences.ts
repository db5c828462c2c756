import { NumberList } from './number-list.ts';

const LEAST_ROOM = 64;

/** Many sequences without an object for each: sequence n is in `contents` from `starts[n]` up to `starts[n + 1]`. */
export interface SequenceColumns {
  readonly starts: Uint32Array;
  readonly contents: Uint32Array;
}

function hash(items: readonly number[]): number {
  let mixed = items.length;
  for (const item of items) {
    mixed = Math.imul(mixed ^ item, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}

/**
 * A number for each distinct sequence of non-negative integers below 2³²: 0, 1, … in the order of their
 * first appearance. Lives in typed arrays: texts as keys of a `Map` would be ten times as large.
 */
export class Sequences {
  readonly #starts = new NumberList();
  readonly #contents = new NumberList();
  /** The sequence at each place, and 1; 0: free. */
  #places = new Uint32Array(LEAST_ROOM);
  readonly #hashes = new NumberList();

  constructor() {
    this.#starts.push(0);
  }

  get size(): number {
    return this.#hashes.length;
  }

  /** The number of the sequence, a new one (then what `size` was before) if it was never seen. */
  number(items: readonly number[]): number {
    const mixed = hash(items);
    const place = this.#placeOf(mixed, items);
    const known = this.#places[place] ?? 0;
    if (known !== 0) return known - 1;
    for (const item of items) this.#contents.push(item);
    this.#starts.push(this.#contents.length);
    this.#hashes.push(mixed);
    this.#places[place] = this.size;
    if (this.size * 2 > this.#places.length) this.#grow();
    return this.size - 1;
  }

  /** All sequences by now. */
  columns(): SequenceColumns {
    return { starts: this.#starts.values(), contents: this.#contents.values() };
  }

  /** Where the sequence is, or the free place where it belongs. */
  #placeOf(mixed: number, items: readonly number[]): number {
    const last = this.#places.length - 1;
    for (let place = mixed & last; ; place = (place + 1) & last) {
      const known = this.#places[place] ?? 0;
      if (known === 0 || this.#is(known - 1, mixed, items)) return place;
    }
  }

  #is(number: number, mixed: number, items: readonly number[]): boolean {
    if (this.#hashes.at(number) !== mixed) return false;
    const start = this.#starts.at(number);
    if (this.#starts.at(number + 1) - start !== items.length) return false;
    for (let i = 0; i < items.length; i++) {
      if (this.#contents.at(start + i) !== items[i]) return false;
    }
    return true;
  }

  #grow(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    const last = this.#places.length - 1;
    for (let number = 0; number < this.size; number++) {
      let place = this.#hashes.at(number) & last;
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = number + 1;
    }
  }
}
