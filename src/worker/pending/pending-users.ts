import type { Customer, CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { CustomerPending } from './customer-pending.ts';

/** A customer with the users who are pending there. */
export interface Pending {
  readonly customer: Customer;
  readonly users: CustomerPending;
}

/** The pending users of all customers; those of one are read again only when it has moved. */
export class PendingUsers {
  readonly #desk: Desk;
  readonly #known = new Map<
    CustomerId,
    { readonly key: string; readonly users: CustomerPending }
  >();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** By the customers' names. Whom one customer cannot answer for, the others do not wait for. */
  async all(locale: LocaleTag): Promise<Pending[]> {
    const { db, customers } = this.#desk;
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const here = await listCustomers(db);
    const ids = new Set(here.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
    const pending: Pending[] = [];
    // one after another, so that not all of them are in memory at a time
    for (const customer of here.sort((a, b) => compare(a.name, b.name))) {
      if (customer.pendingCount === 0) continue;
      const users = await customers.answer(customer.id, () => this.#of(customer, locale));
      if (users !== null && users.count > 0) pending.push({ customer, users });
    }
    return pending;
  }

  async #of({ id, version }: Customer, locale: LocaleTag): Promise<CustomerPending> {
    const { db, customers } = this.#desk;
    const claimed = await db.operations.where(':id').between([id], [id, []]).count();
    const key = `${version} ${claimed} ${locale}`;
    const known = this.#known.get(id);
    if (known?.key === key) return known.users;
    // what is in memory may not have heard of the last commit yet
    await customers.keepUp(id, version);
    const users = await CustomerPending.read(db, await customers.lookAt(id), locale);
    this.#known.set(id, { key, users });
    return users;
  }
}
