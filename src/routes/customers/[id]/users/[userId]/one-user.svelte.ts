import type { CustomerId } from '#customers/customer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { UserId } from '#users/ids.ts';
import type { UserView } from '#worker/users/user-types.ts';

/** One user's page: what is known and planned, kept up to date. */
export class OneUser {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #userId: UserId;
  #view = $state.raw<UserView | null | undefined>(undefined);
  #failed = $state(false);
  #locale: LocaleTag;
  #asked = 0;

  constructor(session: Session, customerId: CustomerId, userId: UserId) {
    this.#session = session;
    this.#customerId = customerId;
    this.#userId = userId;
    this.#locale = session.locale;
  }

  /** Undefined until the worker answered; null where the customer has no such user. */
  get view(): UserView | null | undefined {
    return this.#view;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Shows the user in this language, and changes from here or another window, until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen((event) => {
      const isOurs = event.kind === 'changed' && event.customerId === this.#customerId;
      if (isOurs || event.kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { client } = this.#session;
    try {
      const view = await client.api.user(this.#customerId, this.#userId, this.#locale);
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#failed = false;
    } catch {
      if (asked === this.#asked) this.#failed = true;
    }
  }
}
