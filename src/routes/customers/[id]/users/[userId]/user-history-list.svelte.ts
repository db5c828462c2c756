import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { UserId } from '#users/ids.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { UserHistoryPage } from '#worker/history/history-types.ts';

/** What concerned one user, a page at a time, kept up to date. */
export class UserHistoryList {
  readonly pageSize = 10;
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #userId: UserId;
  #locale: LocaleTag;
  #question = 0;
  #content = $state.raw<UserHistoryPage | null>(null);
  #failed = $state(false);

  constructor(session: Session, customerId: CustomerId, userId: UserId) {
    this.#session = session;
    this.#locale = session.locale;
    this.#customerId = customerId;
    this.#userId = userId;
  }

  /** The page last read; null before the first. */
  get content(): UserHistoryPage | null {
    return this.#content;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Shows it in this language and follows changes of the customer until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.show(this.#content?.page ?? 0);
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.#customerId;
      if (ours || event.kind === 'restarted') void this.show(this.#content?.page ?? 0);
    });
  }

  /** Reads a page, counted from 0; an answer that a newer question has overtaken is dropped. */
  async show(page: number): Promise<void> {
    const question = ++this.#question;
    const { api } = this.#session.client;
    try {
      const content = await api.userHistory({
        customerId: this.#customerId,
        userId: this.#userId,
        page,
        pageSize: this.pageSize,
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
