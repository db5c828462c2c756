import { STEP, type Steps } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import { rowsUnder } from '#store/database.ts';
import { listHeld } from '#store/held.ts';
import { readSubscriptions } from '#store/pulls.ts';
import { listPurchases } from '#store/purchases.ts';
import { isOverdrawn } from '#licenses/units.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { everybody } from '#users/user-query.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import { asked } from '#worker/jobs/next-turn.ts';
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
    const counted = await countedOf(open);
    this.#known.set(id, { version: open.data.customer.version, counted });
    return counted;
  }
}

/** Users of whom no source told all licenses. */
function* countUntold({ table, sets }: CustomerData): Steps<number> {
  let users = 0;
  for (let position = 0; position < table.count; position++) {
    if (position % STEP === 0) yield;
    const isUntold = sets.isUntold(table.licenses.planned[position] ?? 0);
    if (isUntold && isPresent(table, position)) users++;
  }
  return users;
}

async function countedOf(open: OpenCustomer): Promise<Counted> {
  const { data, planner } = open;
  const untoldUsers = await asked(countUntold(data));
  const failed = await open.findMatches({ ...everybody, licenseError: 'any' });
  return {
    licensedUsers: await open.licensedUsers(),
    untoldUsers,
    overdrawn: data.products.filter(({ skuId }) => isOverdrawn(planner.available(skuId).planned))
      .length,
    licenseErrors: failed.count(),
  };
}
