import type { CustomerId } from '#customers/customer.ts';
import { licenseKeys, type LicenseColumn } from '#routes/products/license-columns.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Sorting } from '#routes/tables/sorting.svelte.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { EntitlementView } from '#worker/licenses/license-types.ts';

/** What one customer owns. */
export class EntitlementList {
  readonly sorting = new Sorting<LicenseColumn>('product');
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #products = $state.raw<readonly EntitlementView[] | null>(null);
  #failed = $state(false);
  #locale: LocaleTag = 'en';
  #asked = 0;

  readonly shown = $derived.by(() =>
    this.sorting.apply(this.#products ?? [], licenseKeys, (a, b) => this.#session.compare(a, b)),
  );

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
  }

  /** Every product; null until read. */
  get products(): readonly EntitlementView[] | null {
    return this.#products;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Reads in this language and follows changes of the customer until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen((event) => {
      const concerns =
        event.kind === 'restarted' ||
        (event.kind === 'changed' && event.customerId === this.#customerId);
      if (concerns) void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { client } = this.#session;
    const locale = this.#locale;
    try {
      const products = await client.api.entitlements(this.#customerId, locale);
      if (asked !== this.#asked) return;
      this.#products = products;
      this.#failed = false;
    } catch {
      if (asked === this.#asked) this.#failed = true;
    }
  }

  /** Takes a person's word for how many licenses of a product there are. */
  async typeUnits(sku: SkuId, total: number): Promise<void> {
    await this.#session.client.api.typeUnits(this.#customerId, sku, total);
    await this.load();
  }
}
