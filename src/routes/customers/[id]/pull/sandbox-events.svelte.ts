import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { AdminDeed } from '#worker/cloud/cloud-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

/** What another administrator can do, in the order in which it is offered. */
export const deeds: readonly AdminDeed[] = [
  'changesLicense',
  'givesThroughGroup',
  'changesLocation',
  'renames',
  'deletes',
];

/** What is made to happen once in the sandbox of a sample customer. */
export class SandboxEvents {
  deed = $state<AdminDeed>('changesLicense');
  readonly #session: Session;
  readonly #id: CustomerId;
  #products = $state.raw<readonly { readonly skuId: SkuId; readonly name: string }[]>([]);
  #acting = $state(false);
  #done = $state<number | null>(null);
  #failed = $state(false);

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#id = id;
  }

  /** What the customer owns. */
  get products(): readonly { readonly skuId: SkuId; readonly name: string }[] {
    return this.#products;
  }

  get acting(): boolean {
    return this.#acting;
  }

  /** To how many users it was done; null before. */
  get done(): number | null {
    return this.#done;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Reads the names of the products. */
  async load(locale: LocaleTag): Promise<void> {
    const { api } = this.#session.client;
    this.#products = await api.entitlements(this.#id, locale).catch(() => this.#products);
  }

  async act(): Promise<void> {
    if (this.#acting) return;
    this.#acting = true;
    this.#failed = false;
    this.#done = null;
    try {
      this.#done = await this.#session.client.api.actInSandbox(this.#id, this.deed);
    } catch {
      this.#failed = true;
    } finally {
      this.#acting = false;
    }
  }
}
