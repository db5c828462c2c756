import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { addBit, removeBit, type Bits } from './bits.ts';

/** Which service plans some source says are on: of each assignment worked out once. */
export class ToldOn {
  readonly #products: readonly Product[];
  /** Of all service plans that products list. */
  readonly #numbers = new Map<ServicePlanId, number>();
  readonly #known = new WeakMap<Assignment, Bits>();
  readonly #words: number;

  constructor(products: readonly Product[]) {
    this.#products = products;
    for (const { servicePlans } of products) {
      for (const { id } of servicePlans ?? []) {
        if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size);
      }
    }
    this.#words = (this.#numbers.size + 31) >>> 5;
  }

  /** These service plans; those that no product lists have no bit. */
  bits(plans: readonly ServicePlanId[]): Bits {
    const bits = new Uint32Array(this.#words);
    for (const plan of plans) this.#add(bits, plan);
    return bits;
  }

  /** What is on for who holds product `number` so, by a path of which a source told what is off. */
  of(assignment: Assignment, number: number): Bits {
    let bits = this.#known.get(assignment);
    if (bits === undefined) {
      bits = this.#read(assignment, number);
      this.#known.set(assignment, bits);
    }
    return bits;
  }

  #read({ paths }: Assignment, number: number): Bits {
    const listed = this.bits((this.#products[number]?.servicePlans ?? []).map(({ id }) => id));
    const on = this.bits([]);
    for (const { disabledPlans } of paths) {
      if (disabledPlans === null) continue;
      const path = listed.slice();
      for (const plan of disabledPlans) {
        const bit = this.#numbers.get(plan);
        if (bit !== undefined) removeBit(path, bit);
      }
      path.forEach((word, i) => (on[i] = (on[i] ?? 0) | word));
    }
    return on;
  }

  #add(bits: Bits, plan: ServicePlanId): void {
    const bit = this.#numbers.get(plan);
    if (bit !== undefined) addBit(bits, bit);
  }
}
