import type { CustomerId } from '#customers/customer.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { available } from '#licenses/units.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import { heldOf, type Held } from '#rules/held.ts';
import { ProductIndex } from '#rules/product-index.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';

/** What planning stands on: one customer as it is loaded, and the facts. */
export interface PlanningGround {
  readonly customerId: CustomerId;
  readonly table: UserTable;
  readonly sets: LicenseSets;
  readonly products: readonly Product[];
  /** All facts; those switched off or about other customers are left out here. */
  readonly facts: readonly RuleFact[];
}

/** How many units of a product can still be assigned; null where no source gave numbers. */
export interface Availability {
  /** In Microsoft 365 at the time of the data. */
  readonly cloud: number | null;
  /** With the open changes counted. */
  readonly planned: number | null;
}

/** The ground with everything that is worked out once and used by every question. */
export class Ground {
  readonly table: UserTable;
  readonly sets: LicenseSets;
  readonly index: ProductIndex;

  readonly #held: (Held | undefined)[] = [];
  #availability: readonly Availability[] | undefined;

  constructor({ customerId, table, sets, products, facts }: PlanningGround) {
    this.table = table;
    this.sets = sets;
    this.index = new ProductIndex(products, applicableFacts(facts, customerId));
  }

  /** The license set with this number, ready for judging. */
  held(number: number): Held {
    return (this.#held[number] ??= heldOf(this.sets.at(number), this.index));
  }

  /** Of each product, by number. */
  availability(): readonly Availability[] {
    return (this.#availability ??= this.#count());
  }

  /** Those of the users who are still in the customer, in the same order. */
  present(users: Uint32Array): Uint32Array {
    const here = new Uint32Array(users.length);
    let count = 0;
    for (const position of users) if (isPresent(this.table, position)) here[count++] = position;
    return count === users.length ? users : here.slice(0, count);
  }

  #count(): Availability[] {
    const net = this.#netHolders();
    return this.index.products.map(({ units }, product) => {
      const cloud = units && available(units);
      return { cloud, planned: cloud === null ? null : cloud - (net[product] ?? 0) };
    });
  }

  /** Per product: planned holders minus baseline holders. */
  #netHolders(): Int32Array {
    const { table, sets } = this;
    const { baseline, planned } = table.licenses;
    const bySet = new Int32Array(sets.size);
    for (let i = 0; i < table.count; i++) {
      const [from = 0, to = 0] = [baseline[i], planned[i]];
      if (from === to || !isPresent(table, i)) continue;
      bySet[from] = (bySet[from] ?? 0) - 1;
      bySet[to] = (bySet[to] ?? 0) + 1;
    }
    const net = new Int32Array(this.index.products.length);
    bySet.forEach((users, number) => {
      if (users === 0) return;
      for (const product of this.held(number).products) {
        if (product >= 0) net[product] = (net[product] ?? 0) + users;
      }
    });
    return net;
  }
}
