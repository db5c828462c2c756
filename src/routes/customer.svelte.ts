import { createContext } from 'svelte';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { Reading } from './reading.svelte.ts';
import type { Session } from './session.svelte.ts';

/** The customer of the address: read once, then again whenever it changes, here or in another window. */
export class CustomerHere {
  readonly id: CustomerId;
  /** Null: there is no such customer, or no longer. */
  readonly reading: Reading<Customer | null>;
  #last: Customer | null = null;

  constructor(session: Session, id: CustomerId) {
    this.id = id;
    this.reading = new Reading<Customer | null>(session, {
      query: {},
      ask: async (api) => {
        const customer = await api.customer(id);
        this.#last = customer ?? this.#last;
        return customer;
      },
      concerns: (event) => event.kind === 'changed' && (event.customerId ?? id) === id,
    });
  }

  /**
   * The customer as last read: screens below the customer's layout are drawn only once it is there, and
   * what they still do after it was removed is about the one that was there.
   */
  get current(): Customer {
    const customer = this.reading.answer ?? this.#last;
    if (customer === null) throw new Error('the customer has not been read');
    return customer;
  }
}

/** The customer whose page this is. */
export const [useCustomer, provideCustomer] = createContext<CustomerHere>();
