import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { AwaitedView } from '#worker/awaited/list-types.ts';

/** The users of one change who came. */
export interface Arrival {
  readonly changeId: ChangeId;
  readonly savedAt: number;
  readonly names: readonly AwaitedView[];
}

/** The users whom Saves of a customer wait for, and who of them came. */
export class AwaitedList {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #names = $state.raw<readonly AwaitedView[]>([]);
  #failed = $state(false);
  #locale: LocaleTag = 'en';
  #asked = 0;

  /** Those who came, by change, the newest first. */
  readonly arrivals = $derived.by((): readonly Arrival[] => {
    const came = this.#names.filter(({ fits }) => fits === 'one');
    const ids = came.map(({ changeId }) => changeId);
    const distinct = ids.filter((changeId, i) => ids.indexOf(changeId) === i);
    return distinct.map((changeId) => {
      const names = came.filter((one) => one.changeId === changeId);
      return { changeId, savedAt: names[0]?.savedAt ?? 0, names };
    });
  });

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
  }

  /** Everybody who is waited for. */
  get names(): readonly AwaitedView[] {
    return this.#names;
  }

  /** True when something that was asked for did not work. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Reads in this language and follows changes of the customer until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.#customerId;
      if (ours || event.kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const names = await this.#session.client.api.awaited(this.#customerId, this.#locale);
      if (asked === this.#asked) this.#names = names;
    } catch {
      // the customer's own page says that it cannot be read
    }
  }

  /** Waits for these no longer; all are of one change. */
  async drop(names: readonly AwaitedView[]): Promise<void> {
    const [first] = names;
    if (first === undefined) return;
    const keys = names.map(({ key }) => key);
    const { api } = this.#session.client;
    await this.#try(() => api.dropAwaited(this.#customerId, first.changeId, keys));
    await this.load();
  }

  /** Selects those of a change who came, with what it planned ticked; false where that failed. */
  review(changeId: ChangeId): Promise<boolean> {
    const { client, window } = this.#session;
    return this.#try(() => client.api.reviewAwaited(this.#customerId, window, changeId));
  }

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    return !this.#failed;
  }
}
