import { LEAST_PLACES, placesOf } from './hash-places.ts';
import { NumberList } from './number-list.ts';

function hash(key: string): number {
  let mixed = key.length;
  for (let i = 0; i < key.length; i++) mixed = Math.imul(mixed ^ key.charCodeAt(i), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * A map of very many texts. A plain one of half a million stands still for a tenth of a second while
 * it grows, and takes several times as long for each text: here only numbers move.
 */
export class WideMap<T> {
  readonly #keys: string[] = [];
  readonly #values: T[] = [];
  readonly #hashes = new NumberList();
  /** The index of the key at each place, and 1; 0: free. */
  #places = new Uint32Array(LEAST_PLACES);

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): T | undefined {
    const known = this.#places[this.#placeOf(key, hash(key))] ?? 0;
    return known === 0 ? undefined : this.#values[known - 1];
  }

  set(key: string, value: T): void {
    const mixed = hash(key);
    const place = this.#placeOf(key, mixed);
    const known = this.#places[place] ?? 0;
    if (known === 0) this.#add(key, value, { mixed, place });
    else this.#values[known - 1] = value;
  }

  /** The value of the key, `value` where it had none until now. */
  getOrSet(key: string, value: T): T {
    const mixed = hash(key);
    const place = this.#placeOf(key, mixed);
    const known = this.#places[place] ?? 0;
    if (known !== 0) return this.#values[known - 1] as T;
    this.#add(key, value, { mixed, place });
    return value;
  }

  #add(key: string, value: T, { mixed, place }: { mixed: number; place: number }): void {
    this.#values.push(value);
    this.#hashes.push(mixed);
    this.#places[place] = this.#keys.push(key);
    const room = this.#places.length;
    if (this.size * 2 > room) this.#places = placesOf(this.#hashes, room * 2);
  }

  /** Where the key is, or the free place where it belongs. */
  #placeOf(key: string, mixed: number): number {
    const last = this.#places.length - 1;
    for (let place = mixed & last; ; place = (place + 1) & last) {
      const known = this.#places[place] ?? 0;
      if (known === 0) return place;
      if (this.#hashes.at(known - 1) === mixed && this.#keys[known - 1] === key) return place;
    }
  }
}
