import type { Customer } from '#customers/customer.ts';
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
  readonly #session: Session;
  #customers = $state.raw<readonly Customer[] | null>(null);
  #failed = $state(false);
  #text = $state('');
  #asked = 0;

  readonly shown = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    const found = (this.#customers ?? []).filter(({ name, defaultDomain }) =>
      `${name} ${defaultDomain ?? ''}`.toLocaleLowerCase().includes(wanted),
    );
    return this.sorting.apply(found, KEYS, (a, b) => this.#session.compare(a, b));
  });

  constructor(session: Session) {
    this.#session = session;
  }

  /** Everyone on this device; null until read. */
  get all(): readonly Customer[] | null {
    return this.#customers;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get text(): string {
    return this.#text;
  }

  get hasSamples(): boolean {
    return this.#customers?.some(({ origin }) => origin === 'sample') ?? false;
  }

  search(text: string): void {
    this.#text = text;
  }

  /** Reads the customers and follows changes until the returned function is called. */
  follow(): () => void {
    void this.load();
    return this.#session.client.listen(({ kind }) => {
      if (kind === 'changed' || kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const customers = await this.#session.client.api.customers();
      if (asked !== this.#asked) return;
      this.#customers = customers;
      this.#failed = false;
    } catch {
      if (asked === this.#asked) this.#failed = true;
    }
  }
}
