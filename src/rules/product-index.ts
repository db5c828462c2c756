import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { addBit, hasBit, removeBit, type Bits } from './bits.ts';
import { dataServiceOf, dataServices } from './data-services.ts';
import { FactIndex } from './fact-index.ts';
import { IssueBook } from './issue-book.ts';
import type { DataService } from './issue.ts';
import { judgedPlans } from './judged-plans.ts';
import { maskLayout, type MaskLayout, type PlanMask } from './plan-mask.ts';
import { rivalries, type Rivalry } from './rivals.ts';
import type { RuleFact } from './rule-fact.ts';

const NO_RIVALS: readonly Rivalry[] = [];

/**
 * The products of one customer made ready for judging: products have numbers (their index in
 * `products`), service plans that rules ask for have bits, facts are found by bit. Made when a customer is loaded,
 * never stored.
 */
export class ProductIndex {
  readonly products: readonly Product[];
  readonly layout: MaskLayout;
  readonly facts: FactIndex;
  readonly issues = new IssueBook();
  /** Of each data service, the bits of which one is set where one of its service plans may be on. */
  readonly serviceBits: readonly (readonly [DataService, Bits])[];
  readonly none: PlanMask;

  readonly #numbers = new Map<SkuId, number>();
  readonly #bits = new Map<ServicePlanId, number>();
  readonly #full: readonly PlanMask[];
  readonly #anything: PlanMask;
  /** Of each product, what may be on where no source says what is off. */
  readonly #maybe: readonly PlanMask[];
  /** Room to work out the mask of one path. */
  readonly #path: PlanMask;
  /** By product number × products + the other's number; worked out when first asked. */
  readonly #rivals: (readonly Rivalry[])[] = [];

  /** `facts`: those that apply to this customer (`applicableFacts`). */
  constructor(products: readonly Product[], facts: readonly RuleFact[]) {
    this.products = products;
    products.forEach(({ skuId }, number) => this.#numbers.set(skuId, number));
    for (const plan of judgedPlans(products, facts)) this.#bits.set(plan, this.#bits.size);
    this.layout = maskLayout(this.#bits.size);
    this.none = new Uint32Array(this.layout.words);
    this.#anything = this.none.slice();
    addBit(this.#anything, this.layout.openBit);
    this.#path = this.none.slice();
    this.#full = products.map((product) => this.#fullMask(product));
    this.#maybe = products.map((product) => this.#maskWith(product, false));
    this.facts = new FactIndex(facts, this);
    this.serviceBits = dataServices.map((service) => [service, this.#bitsOfService(service)]);
  }

  /** The product's number; −1 when the customer is not known to have it. */
  numberOf(sku: SkuId): number {
    return this.#numbers.get(sku) ?? -1;
  }

  /** The service plan's bit; −1 when no rule asks for it or none of the customer's products has it. */
  bitOf(plan: ServicePlanId): number {
    return this.#bits.get(plan) ?? -1;
  }

  /** False where nobody who holds the product can have this bit of a mask; unknown products may have anything. */
  mayHave(number: number, bit: number): boolean {
    return hasBit(this.#full[number] ?? this.#anything, bit);
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
    const mask = this.none.slice();
    this.addMask(assignment, number, mask, 0);
    return mask;
  }

  /** Adds the same to the mask that is in `masks` from word `at` on. */
  addMask({ paths }: Assignment, number: number, masks: Uint32Array, at: number): void {
    const full = this.#full[number];
    const isOpen = full === undefined || full === this.#anything;
    if (isOpen) this.#path.set(this.#anything);
    for (const path of paths) {
      if (!isOpen) this.#readPath(path, number);
      this.#path.forEach((bits, word) => {
        masks[at + word] = (masks[at + word] ?? 0) | bits;
      });
    }
  }

  #findRivals(number: number, other: number): Rivalry[] {
    const [mine, others] = [this.#full[number], this.#full[other]];
    const [skuId, otherId] = [this.products[number]?.skuId, this.products[other]?.skuId];
    if (!mine || !others || !skuId || !otherId)
      throw new RangeError(`no product ${number}, ${other}`);
    return rivalries(this.facts.conflicts, mine, others, (fact, isOtherFirst) => {
      const { severity, pair: servicePlanIds, factId } = fact;
      const skuIds = isOtherFirst ? ([otherId, skuId] as const) : ([skuId, otherId] as const);
      return this.issues.enter({ code: 'conflict', severity, servicePlanIds, skuIds, factId });
    });
  }

  /** Writes what one path switches on, of a product whose service plans are known, into `#path`. */
  #readPath({ disabledPlans }: Path, product: number): void {
    const full = disabledPlans === null ? this.#maybe[product] : this.#full[product];
    this.#path.set(full ?? this.none);
    for (const plan of disabledPlans ?? []) {
      const bit = this.#bits.get(plan);
      if (bit === undefined) continue;
      removeBit(this.#path, bit);
      removeBit(this.#path, this.layout.possibly(bit));
    }
  }

  #fullMask(product: Product): PlanMask {
    return product.servicePlans === null ? this.#anything : this.#maskWith(product, true);
  }

  /** All service plans of the product, as sure ones or only as possible ones. */
  #maskWith({ servicePlans }: Product, areSure: boolean): PlanMask {
    const mask = this.none.slice();
    for (const { id } of servicePlans ?? []) {
      const bit = this.bitOf(id);
      if (bit < 0) continue;
      if (areSure) addBit(mask, bit);
      addBit(mask, this.layout.possibly(bit));
    }
    return mask;
  }

  #bitsOfService(service: DataService): Bits {
    const bits = this.none.slice();
    for (const { servicePlans } of this.products) {
      for (const { id, partName } of servicePlans ?? []) {
        if (dataServiceOf(partName) === service) addBit(bits, this.layout.possibly(this.bitOf(id)));
      }
    }
    return bits;
  }
}
