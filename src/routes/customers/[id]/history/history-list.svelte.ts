import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { HistoryPage } from '#worker/history/history-types.ts';

/** How many entries a page of the history holds. */
export type HistoryPageSize = 5 | 25 | 50 | 100;

/** A customer's history: which entries are shown, kept up to date. */
export class HistoryList {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #locale: LocaleTag;
  #question = 0;
  #text = $state('');
  #pageSize = $state<HistoryPageSize>(25);
  #content = $state.raw<HistoryPage | null>(null);
  #failed = $state(false);

  constructor(session: Session, customerId: CustomerId, pageSize: HistoryPageSize = 25) {
    this.#session = session;
    this.#locale = session.locale;
    this.#customerId = customerId;
    this.#pageSize = pageSize;
  }

  /** What was searched for. */
  get text(): string {
    return this.#text;
  }

  get pageSize(): HistoryPageSize {
    return this.#pageSize;
  }

  /** The page last read; null before the first. */
  get content(): HistoryPage | null {
    return this.#content;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Follows changes of the customer, here or in another window, until the returned function is called. */
  follow(): () => void {
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.#customerId;
      if (ours || event.kind === 'restarted') void this.show(this.#content?.page ?? 0);
    });
  }

  async search(text: string): Promise<void> {
    this.#text = text;
    await this.show(0);
  }

  async resize(pageSize: HistoryPageSize): Promise<void> {
    this.#pageSize = pageSize;
    await this.show(0);
  }

  /** Shows the same page in a language. */
  async showIn(locale: LocaleTag): Promise<void> {
    this.#locale = locale;
    await this.show(this.#content?.page ?? 0);
  }

  /** Reads a page, counted from 0; an answer that a newer question has overtaken is dropped. */
  async show(page: number): Promise<void> {
    const question = ++this.#question;
    const { api } = this.#session.client;
    try {
      const content = await api.history({
        customerId: this.#customerId,
        text: this.#text,
        page,
        pageSize: this.#pageSize,
        locale: this.#locale,
      });
      if (question !== this.#question) return;
      this.#content = content;
      this.#failed = false;
    } catch {
      if (question === this.#question) this.#failed = true;
    }
  }
}
