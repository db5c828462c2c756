import type { Customer, CustomerId } from '#customers/customer.ts';
import { dataAge } from '#customers/data-age.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Paging } from '#routes/tables/paging.svelte.ts';
import { Sorting } from '#routes/tables/sorting.svelte.ts';
import type { SortKey } from '#routes/tables/sort-rows.ts';
import type { Attention } from '#worker/customers/attention-types.ts';
import { type Care, careKinds, caresOf, type CareKind } from './cares.ts';

export type CustomerColumn = 'name' | 'users' | 'products' | 'pending' | 'data';

const KEYS: Readonly<Record<CustomerColumn, (customer: Customer) => SortKey>> = {
  name: ({ name }) => name,
  users: ({ userCount }) => userCount,
  products: ({ productCount }) => productCount,
  pending: ({ pendingCount }) => pendingCount,
  // oldest first, as the screen says the age
  data: ({ dataAt }) => dataAt,
};

/** The customers on this device, searched, narrowed to what needs care, and sorted. */
export class CustomerList {
  readonly sorting = new Sorting<CustomerColumn>('name');
  readonly reading: Reading<readonly Customer[]>;
  /** Comes after the list: a customer that was not looked at yet has to be read for it. */
  readonly attention: Reading<Readonly<Record<CustomerId, Attention>>>;
  readonly #session: Session;
  #text = $state('');
  #only = $state<CareKind | null>(null);

  readonly #found = $derived.by(() => {
    const wanted = this.#text.trim().toLocaleLowerCase();
    return this.all.filter(({ name, defaultDomain }) =>
      `${name} ${defaultDomain ?? ''}`.toLocaleLowerCase().includes(wanted),
    );
  });

  /** How many of the customers found need each kind of care; kinds that none needs left out. */
  readonly counts = $derived(
    careKinds
      .map((kind) => ({ kind, count: this.#found.filter((one) => this.#needs(one, kind)).length }))
      .filter(({ kind, count }) => count > 0 || kind === this.#only),
  );

  readonly shown = $derived.by(() => {
    const kind = this.#only;
    const found = kind === null ? this.#found : this.#found.filter((one) => this.#needs(one, kind));
    return this.sorting.apply(found, KEYS, (a, b) => this.#session.compare(a, b));
  });

  readonly paging = new Paging<Customer>(() => this.shown);

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading<readonly Customer[]>(session, {
      query: {},
      ask: (api) => api.customers(),
      concerns: anyChange,
    });
    this.attention = new Reading<Readonly<Record<CustomerId, Attention>>>(session, {
      query: {},
      ask: async (api) =>
        Object.fromEntries((await api.attention()).map((one) => [one.customerId, one])),
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

  /** The kind of care that all customers shown need; null: all are shown. */
  get only(): CareKind | null {
    return this.#only;
  }

  /** What needs care at a customer. */
  caresOf(customer: Customer): readonly Care[] {
    const age = dataAge(customer.dataAt, this.#session.now(), this.#session.settings);
    return caresOf(customer, this.attention.answer?.[customer.id] ?? null, age);
  }

  /** Shows only who needs this kind of care; asked again, all. */
  narrow(kind: CareKind): void {
    this.#only = this.#only === kind ? null : kind;
    this.paging.turn(0);
  }

  search(text: string): void {
    this.#text = text;
    this.paging.turn(0);
  }

  #needs(customer: Customer, kind: CareKind): boolean {
    return this.caresOf(customer).some((care) => care.kind === kind);
  }
}
