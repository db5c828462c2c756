import { STEP, type Steps } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { available } from '#licenses/units.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import { AssignmentTable } from '#rules/assignment-table.ts';
import { HeldRows } from '#rules/held-rows.ts';
import { ProductIndex } from '#rules/product-index.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';
import type { Licenses } from './awaited-users.ts';
import { OrderBook } from './orders.ts';
import { holdings, type ProductHolders } from './product-holders.ts';
import { slotsOf, type Slots } from './slots.ts';

/** What planning stands on: one customer as it is loaded, and the facts. */
export interface PlanningInput {
  readonly customerId: CustomerId;
  readonly table: UserTable;
  readonly sets: LicenseSets;
  readonly products: readonly Product[];
  /** All facts; those switched off or about other customers are left out here. */
  readonly facts: readonly RuleFact[];
  /** Licenses kept for users who are not here yet; none where it is left out. */
  readonly kept?: Licenses;
}

/** How many units of a product can still be assigned; null where no source gave numbers. */
export interface Availability {
  /** In Microsoft 365 at the time of the data. */
  readonly cloud: number | null;
  /** With the open changes counted, and what is kept for users who are not here yet. */
  readonly planned: number | null;
}

/** The context with everything that is worked out once and used by every question. */
export class PlanningContext {
  readonly table: UserTable;
  readonly sets: LicenseSets;
  readonly index: ProductIndex;
  readonly orders: OrderBook;

  readonly #kept: Licenses;
  readonly #assignments: AssignmentTable;
  /** By the array of users that was asked about: a screen asks about the same one at every tick. */
  readonly #slots = new WeakMap<Uint32Array, Slots>();
  readonly #held = new WeakMap<Uint32Array, HeldRows>();
  readonly #holdings = new WeakMap<Uint32Array, readonly ProductHolders[]>();
  #availability: readonly Availability[] | undefined;

  constructor({ customerId, table, sets, products, facts, kept = new Map() }: PlanningInput) {
    this.#kept = kept;
    this.table = table;
    this.sets = sets;
    this.index = new ProductIndex(products, applicableFacts(facts, customerId));
    this.orders = new OrderBook(this.index);
    this.#assignments = new AssignmentTable(sets, this.index);
  }

  /** The assignments of the license sets, ready for judging. */
  get assignments(): AssignmentTable {
    this.#assignments.update();
    return this.#assignments;
  }

  /** What rows hold, each with the license set of that number; nobody may write to `sets` afterwards. */
  held(sets: Uint32Array): HeldRows {
    let held = this.#held.get(sets);
    if (held === undefined) this.#held.set(sets, (held = new HeldRows(this.assignments, sets)));
    return held;
  }

  /** The users sorted by what can make a difference; nobody may write to `users` afterwards. */
  *slots(users: Uint32Array): Steps<Slots> {
    const known = this.#slots.get(users);
    if (known !== undefined) return known;
    const { table, sets, index } = this;
    const { facts } = index;
    const present = yield* this.present(users);
    const slots = yield* slotsOf({ table, setCount: sets.size, facts }, present);
    return firstOf(this.#slots, users, slots);
  }

  /** How the users hold each of the customer's products, in the order of the products. */
  *holdings(users: Uint32Array): Steps<readonly ProductHolders[]> {
    const known = this.#holdings.get(users);
    if (known !== undefined) return known;
    const held = yield* holdings(this, yield* this.present(users));
    return firstOf(this.#holdings, users, held);
  }

  /** Of each product, by number. */
  availability(): readonly Availability[] {
    return (this.#availability ??= this.#count());
  }

  /** Those of the users who are still in the customer, in the same order. */
  *present(users: Uint32Array): Steps<Uint32Array> {
    const here = new Uint32Array(users.length);
    let count = 0;
    for (let i = 0; i < users.length; i++) {
      if (i % STEP === 0) yield;
      const position = users[i] ?? 0;
      if (isPresent(this.table, position)) here[count++] = position;
    }
    return count === users.length ? users : here.slice(0, count);
  }

  #count(): Availability[] {
    const net = this.#netHolders();
    return this.index.products.map(({ skuId, units }, product) => {
      const cloud = units && available(units);
      const gone = (net[product] ?? 0) + (this.#kept.get(skuId) ?? 0);
      return { cloud, planned: cloud === null ? null : cloud - gone };
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
    const { assignments } = this;
    const net = new Int32Array(this.index.products.length);
    assignments.holders(bySet).forEach((users, number) => {
      const product = assignments.products[number] ?? -1;
      if (product >= 0) net[product] = (net[product] ?? 0) + users;
    });
    return net;
  }
}

/** What is remembered of the users: who asks at the same time gets what came first. */
function firstOf<T>(memory: WeakMap<Uint32Array, T>, users: Uint32Array, found: T): T {
  const first = memory.get(users) ?? found;
  memory.set(users, first);
  return first;
}
