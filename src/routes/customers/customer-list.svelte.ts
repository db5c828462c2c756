import type { Customer } from '#customers/customer.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Sorting } from '#routes/tables/sorting.svelte.ts';
import type { SortKey } from '#routes/tables/sort-rows.ts';

export type CustomerColumn = 'name' | 'users' | 'products' | 'pending' | 'data';

const KEYS: Readonly<Record<CustomerColumn, (customer: Customer) => SortKey>> = {
  name: ({ name }) => name,
  users: ({ userCount }) => userCount,
  products: ({ productCount }) => productCount,
  pending: ({ pendingCount }) => pendingCount,
  // oldest first, as the screen says the age
  data: ({ dataAt }) => dataAt,
};

/** The customers on this device, searched and sorted. */
export class CustomerList {
  readonly sorting = new Sorting<CustomerColumn>('name');
  readonly reading: Reading<readonly Customer[]>;
  readonly #session: Session;
  #text = $state('');

  readonly shown = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    const found = this.all.filter(({ name, defaultDomain }) =>
      `${name} ${defaultDomain ?? ''}`.toLocaleLowerCase().includes(wanted),
    );
    return this.sorting.apply(found, KEYS, (a, b) => this.#session.compare(a, b));
  });

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading<readonly Customer[]>(session, {
      query: {},
      ask: (api) => api.customers(),
      concerns: anyChange,
    });
  }

  /** Everyone on this device; nobody until read. */
  get all(): readonly Customer[] {
    return this.reading.answer ?? [];
  }

  get text(): string {
    return this.#text;
  }

  get hasSamples(): boolean {
    return this.all.some(({ origin }) => origin === 'sample');
  }

  search(text: string): void {
    this.#text = text;
  }
}
