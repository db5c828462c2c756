import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { PurchaseView } from '#worker/licenses/license-types.ts';

/** The list of things to buy: of every customer, or of one. */
export class PurchaseList {
  readonly #session: Session;
  readonly #customerId: CustomerId | null;
  #lines = $state.raw<readonly PurchaseView[]>([]);
  #locale: LocaleTag = 'en';
  #asked = 0;

  constructor(session: Session, customerId: CustomerId | null) {
    this.#session = session;
    this.#customerId = customerId;
  }

  get lines(): readonly PurchaseView[] {
    return this.#lines;
  }

  /** Reads in this language and follows changes until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen(({ kind }) => {
      if (kind === 'changed' || kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { client } = this.#session;
    const locale = this.#locale;
    const lines = await client.api.purchases(locale);
    if (asked !== this.#asked) return;
    const compare = (x: string, y: string): number => this.#session.compare(x, y);
    this.#lines = lines
      .filter(({ customerId }) => (this.#customerId ?? customerId) === customerId)
      .sort((a, b) => compare(a.customerName, b.customerName) || compare(a.name, b.name));
  }

  /** Changes the number to buy; 0 takes the line off. */
  async change({ customerId, skuId, name }: PurchaseView, count: number): Promise<void> {
    await this.#session.client.api.buy(customerId, skuId, count);
    const m = this.#session.m.customers;
    this.#session.announce(count === 0 ? m.takenOff(name) : m.numberKept(count, name));
    await this.load();
  }
}
