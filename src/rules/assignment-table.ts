import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { LicenseSets, SetColumns } from '#licenses/license-sets.ts';
import type { Assignment } from '#licenses/license-set.ts';
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
  readonly sets: LicenseSets;
  readonly #index: ProductIndex;
  #columns: SetColumns;
  #products = new Int32Array(0);
  #masks = new Uint32Array(0);
  #ways = new Uint8Array(0);
  #productColumns = new Int32Array(0);
  /** Products that the customer is not known to have. */
  readonly #unknown: SkuId[] = [];

  constructor(sets: LicenseSets, index: ProductIndex) {
    this.sets = sets;
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

  /** Of each assignment, the column of its product: its number, or one beyond them all for a product that the customer is not known to have; −1 where nothing is held. */
  get columns(): Int32Array {
    return this.#productColumns;
  }

  /** So many columns are known. */
  get columnCount(): number {
    return this.#index.products.length + this.#unknown.length;
  }

  /** The column of the product, a new one where nobody is known to hold it. */
  columnOf(sku: SkuId): number {
    const number = this.#index.numberOf(sku);
    if (number >= 0) return number;
    const known = this.#unknown.indexOf(sku);
    return this.#index.products.length + (known >= 0 ? known : this.#unknown.push(sku) - 1);
  }

  skuOf(column: number): SkuId {
    const { products } = this.#index;
    const sku = products[column]?.skuId ?? this.#unknown[column - products.length];
    if (sku === undefined) throw new RangeError(`no column ${column}`);
    return sku;
  }

  /** False where no assignment of the product can have this bit of a mask. */
  mayHave(column: number, bit: number): boolean {
    return this.#index.mayHave(column, bit);
  }

  /** True for a service plan that a source listed as one of the product. */
  lists(column: number, plan: ServicePlanId): boolean {
    return this.#index.products[column]?.servicePlans?.some(({ id }) => id === plan) ?? false;
  }

  /** What each assignment switches on, `words` words for each. */
  get masks(): Uint32Array {
    return this.#masks;
  }

  /** Words of one mask. */
  get words(): number {
    return this.#index.layout.words;
  }

  /** By number of a license set, the numbers of its assignments. */
  get setColumns(): SetColumns {
    return this.#columns;
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
    if (this.#columns.starts.length <= this.sets.size) this.#read();
  }

  #read(): void {
    const count = this.sets.assignmentCount;
    const { words } = this.#index.layout;
    const known = this.#products.length;
    const products = new Int32Array(count);
    const masks = new Uint32Array(count * words);
    products.set(this.#products);
    masks.set(this.#masks);
    const ways = new Uint8Array(count);
    ways.set(this.#ways);
    const columns = new Int32Array(count);
    columns.set(this.#productColumns);
    for (let number = known; number < count; number++) {
      const assignment = this.sets.readHeldOf(number);
      products[number] = columns[number] = -1;
      if (assignment === null) continue;
      const product = this.#index.numberOf(assignment.skuId);
      products[number] = product;
      columns[number] = product >= 0 ? product : this.columnOf(assignment.skuId);
      ways[number] = waysOf(assignment);
      this.#index.addMask(assignment, product, masks, number * words);
    }
    this.#products = products;
    this.#masks = masks;
    this.#ways = ways;
    this.#productColumns = columns;
    this.#columns = this.sets.columns();
  }
}
