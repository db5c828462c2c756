import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { ChangeView, OutcomeFilter } from '#worker/changes/change-types.ts';

/** How many rows a page of the result holds. */
export type ResultPageSize = 25 | 50 | 100;

/** What became of one Save: the rows shown, and which of them. */
export class ChangeResult {
  readonly customerId: CustomerId;
  readonly changeId: ChangeId;
  readonly #session: Session;
  #locale: LocaleTag;
  #question = 0;
  #filter = $state<OutcomeFilter>('all');
  #pageSize = $state<ResultPageSize>(25);
  #view = $state.raw<ChangeView | null>(null);
  #failure = $state<'failed' | 'missing' | null>(null);

  constructor(session: Session, customerId: CustomerId, changeId: ChangeId) {
    this.#session = session;
    this.#locale = session.locale;
    this.customerId = customerId;
    this.changeId = changeId;
  }

  get view(): ChangeView | null {
    return this.#view;
  }

  get filter(): OutcomeFilter {
    return this.#filter;
  }

  get pageSize(): ResultPageSize {
    return this.#pageSize;
  }

  get failure(): 'failed' | 'missing' | null {
    return this.#failure;
  }

  /** Follows changes of the customer, here or in another window, until the returned function is called. */
  follow(): () => void {
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.customerId;
      if (ours || event.kind === 'restarted') void this.show(this.#view?.page ?? 0);
    });
  }

  /** Shows only users with this outcome. */
  async choose(filter: OutcomeFilter): Promise<void> {
    this.#filter = filter;
    await this.show(0);
  }

  async resize(pageSize: ResultPageSize): Promise<void> {
    this.#pageSize = pageSize;
    await this.show(0);
  }

  /** Shows the same page in a language. */
  async showIn(locale: LocaleTag): Promise<void> {
    this.#locale = locale;
    await this.show(this.#view?.page ?? 0);
  }

  /** Reads a page, counted from 0; an answer that a newer question has overtaken is dropped. */
  async show(page: number): Promise<void> {
    const question = ++this.#question;
    const { api } = this.#session.client;
    try {
      const view = await api.change({
        customerId: this.customerId,
        changeId: this.changeId,
        filter: this.#filter,
        page,
        pageSize: this.#pageSize,
        locale: this.#locale,
      });
      if (question !== this.#question) return;
      this.#view = view;
      this.#failure = view === null ? 'missing' : null;
    } catch {
      if (question === this.#question) this.#failure = 'failed';
    }
  }
}
