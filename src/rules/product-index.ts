import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { addBit, removeBit, type Bits } from './bits.ts';
import { dataServiceOf, dataServices } from './data-services.ts';
import { FactIndex } from './fact-index.ts';
import { IssueBook } from './issue-book.ts';
import type { DataService } from './issue.ts';
import { unionOf, type PlanMask } from './plan-mask.ts';
import type { RuleFact } from './rule-fact.ts';

/**
 * The products of one customer made ready for judging: products have numbers (their index in
 * `products`), service plans have bits, facts are found by bit. Made when a customer is loaded,
 * never stored.
 */
export class ProductIndex {
  readonly products: readonly Product[];
  /** How many 32-bit words a set of service plans takes. */
  readonly words: number;
  readonly facts: FactIndex;
  readonly issues = new IssueBook();
  /** Of each data service, the service plans that hold its data. */
  readonly serviceBits: readonly (readonly [DataService, Bits])[];
  readonly none: PlanMask;

  readonly #numbers = new Map<SkuId, number>();
  readonly #bits = new Map<ServicePlanId, number>();
  readonly #full: readonly PlanMask[];
  readonly #anything: PlanMask;
  readonly #masks = new WeakMap<Assignment, PlanMask>();

  /** `facts`: those that apply to this customer (`applicableFacts`). */
  constructor(products: readonly Product[], facts: readonly RuleFact[]) {
    this.products = products;
    products.forEach(({ skuId, servicePlans }, number) => {
      this.#numbers.set(skuId, number);
      for (const { id } of servicePlans ?? []) {
        if (!this.#bits.has(id)) this.#bits.set(id, this.#bits.size);
      }
    });
    this.words = (this.#bits.size + 31) >>> 5;
    const empty = new Uint32Array(this.words);
    this.none = { sure: empty, possible: empty, open: false };
    this.#anything = { sure: empty, possible: empty, open: true };
    this.#full = products.map((product) => this.#fullMask(product));
    this.facts = new FactIndex(facts, this);
    this.serviceBits = dataServices.map((service) => [service, this.#bitsOfService(service)]);
  }

  /** The product's number; −1 when the customer is not known to have it. */
  numberOf(sku: SkuId): number {
    return this.#numbers.get(sku) ?? -1;
  }

  /** The id of the product with this number; a number that was never given is a bug and throws. */
  skuOf(number: number): SkuId {
    const product = this.products[number];
    if (product === undefined) throw new RangeError(`no product ${number}`);
    return product.skuId;
  }

  /** The service plan's bit; −1 when none of the customer's products has it. */
  bitOf(plan: ServicePlanId): number {
    return this.#bits.get(plan) ?? -1;
  }

  /** What an assignment of product `number` switches on: the union over its paths. */
  maskOf(assignment: Assignment, number: number): PlanMask {
    const full = this.#full[number];
    if (full === undefined || full.open) return this.#anything;
    let mask = this.#masks.get(assignment);
    if (mask === undefined) {
      const paths = assignment.paths.map((path) => this.#maskOfPath(path, full));
      mask = unionOf(paths, this.words);
      this.#masks.set(assignment, mask);
    }
    return mask;
  }

  #maskOfPath({ disabledPlans }: Path, full: PlanMask): PlanMask {
    if (disabledPlans === null) return { ...full, sure: this.none.sure };
    if (disabledPlans.length === 0) return full;
    const sure = full.sure.slice();
    for (const plan of disabledPlans) {
      const bit = this.#bits.get(plan);
      if (bit !== undefined) removeBit(sure, bit);
    }
    return { sure, possible: sure, open: false };
  }

  #fullMask({ servicePlans }: Product): PlanMask {
    if (servicePlans === null) return this.#anything;
    const sure = new Uint32Array(this.words);
    for (const { id } of servicePlans) addBit(sure, this.bitOf(id));
    return { sure, possible: sure, open: false };
  }

  #bitsOfService(service: DataService): Bits {
    const bits = new Uint32Array(this.words);
    for (const { servicePlans } of this.products) {
      for (const { id, partName } of servicePlans ?? []) {
        if (dataServiceOf(partName) === service) addBit(bits, this.bitOf(id));
      }
    }
    return bits;
  }
}
