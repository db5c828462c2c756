import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { HandoverView } from '#worker/handover-types.ts';

/** What of a customer is handed over, and how much could be. */
export class HandedOver {
  readonly #session: Session;
  readonly #id: CustomerId;
  #rows = $state.raw<readonly HandoverView[] | null>(null);
  #ready = $state(0);
  #failed = $state(false);
  #tookBack = $state<number | null>(null);

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#id = id;
  }

  /** Null while they are read. */
  get rows(): readonly HandoverView[] | null {
    return this.#rows;
  }

  /** How many users can be handed over now. */
  get ready(): number {
    return this.#ready;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** For how many users the last taking back was. */
  get tookBack(): number | null {
    return this.#tookBack;
  }

  /** Reads now and whenever the customer changes, here or in another window. */
  follow(): () => void {
    void this.load();
    return this.#session.client.listen((event) => {
      const isOurs = event.kind === 'changed' && event.customerId === this.#id;
      if (isOurs || event.kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const { api } = this.#session.client;
    try {
      const [rows, ready] = await Promise.all([
        api.handovers(this.#id),
        api.canBeHandedOver(this.#id),
      ]);
      this.#rows = rows;
      this.#ready = ready;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
  }

  async takeBack({ id }: HandoverView): Promise<void> {
    try {
      this.#tookBack = await this.#session.client.api.takeBack(this.#id, id);
    } catch {
      this.#failed = true;
    }
    await this.load();
  }
}
