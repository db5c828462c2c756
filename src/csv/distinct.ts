import { WideMap } from '#base/wide-map.ts';

/** The position of each distinct key in the order in which it first came. */
export class Distinct<T> {
  readonly all: T[] = [];
  readonly #indices = new WideMap<number>();

  indexOf(key: string, value: T): number {
    const index = this.#indices.getOrSet(key, this.all.length);
    if (index === this.all.length) this.all.push(value);
    return index;
  }
}
