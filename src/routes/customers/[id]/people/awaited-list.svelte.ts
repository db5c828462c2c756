import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { AwaitedView } from '#worker/awaited/list-types.ts';

/** The users of one change who came. */
export interface Arrival {
  readonly changeId: ChangeId;
  readonly savedAt: number;
  readonly names: readonly AwaitedView[];
}

/** The users whom Saves of a customer wait for, and who of them came. */
export class AwaitedList {
  /** The customer's own page says where it cannot be read. */
  readonly reading: Reading<readonly AwaitedView[]>;
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #failed = $state(false);

  /** Those who came, by change, the newest first. */
  readonly arrivals = $derived.by((): readonly Arrival[] => {
    const came = this.names.filter(({ fits }) => fits === 'one');
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
    this.reading = new Reading(session, {
      query: {},
      ask: (api, _, locale): Promise<readonly AwaitedView[]> => api.awaited(customerId, locale),
      concerns: changesOf(customerId),
    });
  }

  /** Everybody who is waited for. */
  get names(): readonly AwaitedView[] {
    return this.reading.answer ?? [];
  }

  /** True when something that was asked for did not work. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Waits for these no longer; all are of one change. */
  async drop(names: readonly AwaitedView[]): Promise<void> {
    const [first] = names;
    if (first === undefined) return;
    const keys = names.map(({ key }) => key);
    const { api } = this.#session.client;
    await this.#try(() => api.dropAwaited(this.#customerId, first.changeId, keys));
    await this.reading.load();
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
