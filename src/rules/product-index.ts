import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { addBit, removeBit, type Bits } from './bits.ts';
import { dataServiceOf, dataServices } from './data-services.ts';
import { FactIndex } from './fact-index.ts';
import { IssueBook } from './issue-book.ts';
import type { DataService } from './issue.ts';
import { unionOf, type PlanMask } from './plan-mask.ts';
import { rivalries, type Rivalry } from './rivals.ts';
import type { RuleFact } from './rule-fact.ts';

const NO_RIVALS: readonly Rivalry[] = [];

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
  /** By product number × products + the other's number; worked out when first asked. */
  readonly #rivals: (readonly Rivalry[])[] = [];

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

  /** The service plan's bit; −1 when none of the customer's products has it. */
  bitOf(plan: ServicePlanId): number {
    return this.#bits.get(plan) ?? -1;
  }

  /** What the one product excludes of the other; nothing of itself. */
  rivals(number: number, other: number): readonly Rivalry[] {
    if (number < 0 || other < 0 || number === other) return NO_RIVALS;
    return (this.#rivals[number * this.products.length + other] ??= this.#findRivals(
      number,
      other,
    ));
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

  #findRivals(number: number, other: number): Rivalry[] {
    const [mine, others] = [this.#full[number], this.#full[other]];
    const [skuId, otherId] = [this.products[number]?.skuId, this.products[other]?.skuId];
    if (!mine || !others || !skuId || !otherId)
      throw new RangeError(`no product ${number}, ${other}`);
    return rivalries(this.facts.conflicts, mine.sure, others.sure, (fact, isOtherFirst) => {
      const { severity, pair: servicePlanIds, factId } = fact;
      const skuIds = isOtherFirst ? ([otherId, skuId] as const) : ([skuId, otherId] as const);
      return this.issues.enter({ code: 'conflict', severity, servicePlanIds, skuIds, factId });
    });
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
