import { WideMap } from '#base/wide-map.ts';

/** The position of each distinct key in the order in which it first came. */
export class Distinct<T> {
  readonly all: T[] = [];
  readonly #indices = new WideMap<number>();

  indexOf(key: string, value: T): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
