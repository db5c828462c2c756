import { createContext } from 'svelte';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { Session } from './session.svelte.ts';

/** The customer of the address: read once, then again whenever it changes, here or in another window. */
export class CustomerHere {
  readonly id: CustomerId;
  readonly #session: Session;
  #customer = $state.raw<Customer | null>(null);
  #state = $state<'loading' | 'here' | 'missing' | 'failed'>('loading');
  #asked = 0;

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.id = id;
  }

  get state(): 'loading' | 'here' | 'missing' | 'failed' {
    return this.#state;
  }

  /** The customer as last read. Screens below the customer's layout are drawn only once it is there. */
  get current(): Customer {
    if (this.#customer === null) throw new Error('the customer has not been read');
    return this.#customer;
  }

  /** Reads the customer and follows its changes until the returned function is called. */
  follow(): () => void {
    void this.load();
    return this.#session.client.listen((event) => {
      const concerns =
        event.kind === 'restarted' ||
        (event.kind === 'changed' && (event.customerId ?? this.id) === this.id);
      if (concerns) void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const customer = await this.#session.client.api.customer(this.id);
      if (asked !== this.#asked) return;
      if (customer !== null) this.#customer = customer;
      this.#state = customer === null ? 'missing' : 'here';
    } catch {
      // what is shown stays: only a first reading that fails leaves nothing to show
      if (asked === this.#asked && this.#customer === null) this.#state = 'failed';
    }
  }
}

/** The customer whose page this is. */
export const [useCustomer, provideCustomer] = createContext<CustomerHere>();
