import type { LicenseSets, SetColumns } from '#licenses/license-sets.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Held } from './held.ts';
import type { ProductIndex } from './product-index.ts';

/** By which paths a product is held, as bits. */
export const Way = { direct: 1, group: 2, unknown: 4 } as const;

const waysOf = ({ paths }: Assignment): number =>
  paths.reduce((ways, { via }) => ways | Way[via.kind], 0);

/**
 * The distinct assignments of a customer made ready for judging, by their numbers in the
 * `LicenseSets`. With them any license set is put together from numbers, so that nothing has to be
 * kept per set: sets may be nearly as many as users.
 */
export class AssignmentTable {
  readonly #sets: LicenseSets;
  readonly #index: ProductIndex;
  #columns: SetColumns;
  #products = new Int32Array(0);
  #masks = new Uint32Array(0);
  #ways = new Uint8Array(0);

  constructor(sets: LicenseSets, index: ProductIndex) {
    this.#sets = sets;
    this.#index = index;
    this.#columns = sets.columns();
    this.#read();
  }

  /** Of each assignment, its product's number in the `ProductIndex`; −1 for one that the customer is not known to have, or of which nothing is held. */
  get products(): Int32Array {
    return this.#products;
  }

  /** Of each assignment, bits of `Way`; 0 where nothing is held. */
  get ways(): Uint8Array {
    return this.#ways;
  }

  /** Fills `held` with the license set of this number. */
  fill(held: Held, set: number): void {
    const { starts, contents } = this.#columns;
    const { words } = this.#index.layout;
    held.clear();
    held.isUntold = this.#sets.isUntold(set);
    const end = starts[set + 1] ?? 0;
    for (let i = starts[set] ?? 0; i < end; i++) {
      const number = contents[i] ?? 0;
      const assignment = this.#sets.assignments[number] ?? null;
      if (assignment === null) continue;
      held.add(assignment, this.#products[number] ?? -1, this.#masks, number * words);
    }
  }

  /** How many users hold each assignment, by number. `users`: how many have each license set. */
  holders(users: ArrayLike<number>): Float64Array {
    const { starts, contents } = this.#columns;
    const holders = new Float64Array(this.#products.length);
    for (let set = 0; set < users.length; set++) {
      const count = users[set] ?? 0;
      if (count === 0) continue;
      const end = starts[set + 1] ?? 0;
      for (let i = starts[set] ?? 0; i < end; i++) {
        const number = contents[i] ?? 0;
        holders[number] = (holders[number] ?? 0) + count;
      }
    }
    return holders;
  }

  /** Takes in the license sets that are new since the last time. */
  update(): void {
    if (this.#columns.starts.length <= this.#sets.size) this.#read();
  }

  #read(): void {
    const { assignments } = this.#sets;
    const { words } = this.#index.layout;
    const known = this.#products.length;
    const products = new Int32Array(assignments.length);
    const masks = new Uint32Array(assignments.length * words);
    products.set(this.#products);
    masks.set(this.#masks);
    const ways = new Uint8Array(assignments.length);
    ways.set(this.#ways);
    for (let number = known; number < assignments.length; number++) {
      const assignment = assignments[number] ?? null;
      products[number] = -1;
      if (assignment === null) continue;
      const product = this.#index.numberOf(assignment.skuId);
      products[number] = product;
      ways[number] = waysOf(assignment);
      this.#index.addMask(assignment, product, masks, number * words);
    }
    this.#products = products;
    this.#masks = masks;
    this.#ways = ways;
    this.#columns = this.#sets.columns();
  }
}
