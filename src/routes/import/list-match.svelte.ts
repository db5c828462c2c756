import type { Customer, CustomerId } from '#customers/customer.ts';
import type {
  ListMatched,
  ListMatches,
  ListPartView,
  ListSplitView,
} from '#worker/lists/assignment-list-types.ts';

/** A customer for whom a list may be, with how many of its users are there. */
export interface ListTarget {
  readonly customer: Customer;
  readonly users: number;
}

/** What of a list is a customer's. */
export interface CustomerPart extends ListPartView {
  readonly customer: Customer;
}

/** For which customers on this device a list is. */
export class ListMatch {
  readonly #preset: string | null;
  #customers = $state.raw<readonly Customer[]>([]);
  #matched = $state.raw<ListMatched | null>(null);

  /** `preset`: the customer whose page the person came from, if any. */
  constructor(preset: string | null) {
    this.#preset = preset;
  }

  /** How many users of the list are where; null while that is not known. */
  get matches(): ListMatches | null {
    return this.#matched?.matches ?? null;
  }

  /** What of the list is whose; null where it can be for any one customer. */
  get split(): ListSplitView | null {
    return this.#matched?.split ?? null;
  }

  /** Customers on this device, those with most users of the list first. */
  readonly targets = $derived.by((): readonly ListTarget[] => {
    const found = this.matches?.matches ?? [];
    const usersAt = (id: CustomerId): number =>
      found.find(({ customerId }) => customerId === id)?.users ?? 0;
    return this.#customers
      .map((customer) => ({ customer, users: usersAt(customer.id) }))
      .sort((a, b) => b.users - a.users);
  });

  /** Where the list is of several customers: what of it is whose, most rows first. */
  readonly parts = $derived.by((): readonly CustomerPart[] =>
    (this.split?.parts ?? []).flatMap((part) => {
      const customer = this.#customers.find(({ id }) => id === part.customerId);
      return customer ? [{ ...part, customer }] : [];
    }),
  );

  /** The customer from whose page the person came. */
  readonly asked = $derived(this.#customers.find(({ id }) => id === this.#preset) ?? null);

  /** The same, where the list can be read for it. */
  readonly askedHere = $derived.by((): Customer | null => {
    const { asked, parts, split } = this;
    return split === null || parts.some(({ customer }) => customer === asked) ? asked : null;
  });

  show(matched: ListMatched, customers: readonly Customer[]): void {
    this.#customers = customers;
    this.#matched = matched;
  }
}
