import { LEAST_PLACES, placesOf } from './hash-places.ts';
import { NumberList } from './number-list.ts';
import { SequenceList, type SequenceColumns } from './sequence-list.ts';

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
  readonly #list = new SequenceList();
  /** The sequence at each place, and 1; 0: free. */
  #places = new Uint32Array(LEAST_PLACES);
  readonly #hashes = new NumberList();

  get size(): number {
    return this.#list.length;
  }

  /** The number of the sequence, a new one (then what `size` was before) if it was never seen. */
  number(items: readonly number[]): number {
    const mixed = hash(items);
    const place = this.#placeOf(mixed, items);
    const known = this.#places[place] ?? 0;
    if (known !== 0) return known - 1;
    this.#list.push(items);
    this.#hashes.push(mixed);
    this.#places[place] = this.size;
    const room = this.#places.length;
    if (this.size * 2 > room) this.#places = placesOf(this.#hashes, room * 2);
    return this.size - 1;
  }

  /** Puts the sequence with that number into `items`; a number that was never given is a bug and throws. */
  read(number: number, items: number[]): void {
    this.#list.read(number, items);
  }

  /** The first item of the sequence with that number; undefined where it is empty. */
  first(number: number): number | undefined {
    return this.#list.first(number);
  }

  /** All sequences by now. */
  columns(): SequenceColumns {
    return this.#list.columns();
  }

  /** Where the sequence is, or the free place where it belongs. */
  #placeOf(mixed: number, items: readonly number[]): number {
    const last = this.#places.length - 1;
    for (let place = mixed & last; ; place = (place + 1) & last) {
      const known = this.#places[place] ?? 0;
      if (known === 0) return place;
      if (this.#hashes.at(known - 1) === mixed && this.#list.is(known - 1, items)) return place;
    }
  }
}
