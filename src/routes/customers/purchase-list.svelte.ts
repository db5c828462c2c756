import type { CustomerId } from '#customers/customer.ts';
import { anyChange, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { PurchaseView } from '#worker/licenses/license-types.ts';

/** The buy list: of every customer, or of one. */
export class PurchaseList {
  readonly reading: Reading<readonly PurchaseView[]>;
  readonly #session: Session;
  #notKept = $state(false);

  constructor(session: Session, customerId: CustomerId | null) {
    this.#session = session;
    this.reading = new Reading<readonly PurchaseView[]>(session, {
      query: {},
      ask: async (api, _, locale) => {
        const lines = await api.purchases(locale);
        const compare = (a: string, b: string): number => session.compare(a, b);
        return lines
          .filter((line) => (customerId ?? line.customerId) === line.customerId)
          .sort((a, b) => compare(a.customerName, b.customerName) || compare(a.name, b.name));
      },
      concerns: anyChange,
    });
  }

  get lines(): readonly PurchaseView[] {
    return this.reading.answer ?? [];
  }

  /** True when the last number could not be kept. */
  get notKept(): boolean {
    return this.#notKept;
  }

  /** Changes the number to buy; 0 takes the line off. True when it is kept. */
  async change({ customerId, skuId, name }: PurchaseView, count: number): Promise<boolean> {
    this.#notKept = false;
    try {
      await this.#session.client.api.buy(customerId, skuId, count);
    } catch {
      this.#notKept = true;
      return false;
    }
    const m = this.#session.m.customers;
    this.#session.announce(count === 0 ? m.takenOff(name) : m.numberKept(count, name));
    await this.reading.load();
    return true;
  }
}
