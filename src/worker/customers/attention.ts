import type { CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import { rowsUnder } from '#store/database.ts';
import { listHeld } from '#store/held.ts';
import { readSubscriptions } from '#store/pulls.ts';
import { listPurchases } from '#store/purchases.ts';
import { isOverdrawn } from '#licenses/units.ts';
import { everybody } from '#users/user-query.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import { endingSoon } from '#worker/sync/ending-soon.ts';
import type { Attention } from './attention-types.ts';
import type { OpenCustomer } from './open-customer.ts';

type Counted = Omit<Attention, 'customerId' | 'conflicts' | 'toBuy' | 'endingSoon'>;

/** Tells what needs care; a customer is counted again only when it has moved. */
export class AttentionCounts {
  readonly #desk: Desk;
  readonly #known = new Map<CustomerId, { readonly version: number; readonly counted: Counted }>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Of one customer; null where it cannot be read. */
  async of(id: CustomerId): Promise<Attention | null> {
    const { db, customers, now } = this.#desk;
    return customers.answer(id, async () => {
      const { version } = (await db.customers.get(id)) ?? {};
      const counted = this.#current(id, version) ?? (await this.#count(id));
      const [conflicts, purchases, subscriptions] = await Promise.all([
        this.#conflicts(id),
        listPurchases(db, id),
        readSubscriptions(db, id),
      ]);
      return {
        customerId: id,
        ...counted,
        conflicts,
        toBuy: purchases.length,
        endingSoon: endingSoon(subscriptions, now()).length,
      };
    });
  }

  /** Of every customer that can be read. */
  async ofAll(): Promise<Attention[]> {
    const all: Attention[] = [];
    for (const { id } of await listCustomers(this.#desk.db)) {
      const one = await this.of(id);
      if (one !== null) all.push(one);
    }
    return all;
  }

  async #conflicts(id: CustomerId): Promise<number> {
    const { db, customers } = this.#desk;
    // most customers have none, and are not read for that
    if ((await rowsUnder(db.held, id).count()) === 0) return 0;
    const { data } = await customers.lookAt(id);
    return (await listHeld(db, id, data.table)).length;
  }

  #current(id: CustomerId, version: number | undefined): Counted | null {
    const known = this.#known.get(id);
    return known?.version === version ? (known?.counted ?? null) : null;
  }

  async #count(id: CustomerId): Promise<Counted> {
    const open = await this.#desk.customers.lookAt(id);
    const counted = countedOf(open);
    this.#known.set(id, { version: open.data.customer.version, counted });
    return counted;
  }
}

function countedOf(open: OpenCustomer): Counted {
  const { table, sets, products } = open.data;
  let untoldUsers = 0;
  for (let position = 0; position < table.count; position++) {
    const isUntold = sets.isUntold(table.licenses.planned[position] ?? 0);
    if (isUntold && isPresent(table, position)) untoldUsers++;
  }
  return {
    licensedUsers: open.licensedUsers(),
    untoldUsers,
    overdrawn: products.filter(({ skuId }) => isOverdrawn(open.planner.available(skuId).planned))
      .length,
    licenseErrors: open.matches({ ...everybody, licenseError: 'any' }).count(),
  };
}
