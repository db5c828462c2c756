import type { SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import { hasBit } from './bits.ts';
import type { PlanMask } from './plan-mask.ts';
import type { ProductIndex } from './product-index.ts';

/**
 * A license set made ready for judging. Index i (below `size`) of `assignments`, of `products`
 * (numbers in the `ProductIndex`, −1 for a product that the customer is not known to have) and of
 * `isOn` is the same product; the order of products means nothing.
 *
 * Rules only read. Who judges many sets fills one object again and again: to make objects for each
 * of a hundred thousand sets, and to throw them away, takes longer than judging.
 */
export class Held {
  readonly assignments: Assignment[] = [];
  readonly products: number[] = [];
  /** Everything that is on, over all products and paths. */
  readonly all: PlanMask;
  /** True where no source told all licenses of the users. */
  isUntold = false;
  #size = 0;
  readonly #words: number;
  /** The mask of product i is the `words` words from i × `words` on. */
  #masks: Uint32Array;

  /** `words`: of one mask. */
  constructor(words: number) {
    this.#words = words;
    this.#masks = new Uint32Array(words * 8);
    this.all = new Uint32Array(words);
  }

  get size(): number {
    return this.#size;
  }

  /** True when some source says that the service plan with this bit is on in product `i`; false for −1. */
  isOn(i: number, bit: number): boolean {
    return i >= 0 && hasBit(this.#masks, ((i * this.#words) << 5) + bit);
  }

  /** Where the product is, found by its number (−1: by its id); −1 when it is not held. */
  indexOf(product: number, sku: SkuId): number {
    const isKnown = product >= 0;
    for (let i = 0; i < this.#size; i++) {
      if (isKnown ? this.products[i] === product : this.assignments[i]?.skuId === sku) return i;
    }
    return -1;
  }

  /** What is held, in no order. */
  set(): LicenseSet {
    return this.assignments.slice(0, this.#size);
  }

  clear(): void {
    this.#size = 0;
    this.isUntold = false;
    this.all.fill(0);
  }

  /** Adds a product; its mask is in `masks` from word `at` on. */
  add(assignment: Assignment, product: number, masks: Uint32Array, at: number): void {
    const i = this.#size++;
    this.assignments[i] = assignment;
    this.products[i] = product;
    const start = i * this.#words;
    if (start === this.#masks.length) this.#grow();
    for (let word = 0; word < this.#words; word++) {
      const bits = masks[at + word] ?? 0;
      this.#masks[start + word] = bits;
      this.all[word] = (this.all[word] ?? 0) | bits;
    }
  }

  /** Adds what another one holds at `i`. */
  addFrom(other: Held, i: number): void {
    const assignment = other.assignments[i];
    if (assignment === undefined) throw new RangeError(`nothing is held at ${i}`);
    this.add(assignment, other.products[i] ?? -1, other.#masks, i * this.#words);
  }

  #grow(): void {
    const grown = new Uint32Array(this.#masks.length * 2);
    grown.set(this.#masks);
    this.#masks = grown;
  }
}

/** The set made ready for judging. */
export function heldOf(set: LicenseSet, index: ProductIndex): Held {
  const held = new Held(index.layout.words);
  for (const assignment of set) {
    const product = index.numberOf(assignment.skuId);
    held.add(assignment, product, index.maskOf(assignment, product), 0);
  }
  return held;
}

/** How the product is held, by its number in the index (−1: by its id); undefined when it is not. */
export const heldAssignment = (held: Held, product: number, sku: SkuId): Assignment | undefined =>
  held.assignments[held.indexOf(product, sku)];
