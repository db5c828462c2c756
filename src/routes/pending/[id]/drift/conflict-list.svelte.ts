import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type {
  ConflictChoice,
  ConflictChoiceUsers,
  ConflictPage,
} from '#worker/outcomes/outcome-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';

/** How many users a page holds. */
export type ConflictPageSize = 25 | 50 | 100;

/** The users of a customer who are held back until a person chooses. */
export class ConflictList {
  readonly customerId: CustomerId;
  readonly #session: Session;
  #locale: LocaleTag;
  #question = 0;
  #text = $state('');
  #pageSize = $state<ConflictPageSize>(25);
  #page = $state.raw<ConflictPage | null>(null);
  #run = $state.raw<RunView | null>(null);
  #failed = $state(false);
  #settling = $state(false);
  #settleFailed = $state(false);

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#locale = session.locale;
    this.customerId = customerId;
  }

  /** Null before the first answer. */
  get page(): ConflictPage | null {
    return this.#page;
  }

  /** The customer's last sync; null: there is none, or no answer yet. */
  get run(): RunView | null {
    return this.#run;
  }

  get text(): string {
    return this.#text;
  }

  get pageSize(): ConflictPageSize {
    return this.#pageSize;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get settling(): boolean {
    return this.#settling;
  }

  get settleFailed(): boolean {
    return this.#settleFailed;
  }

  /** Shows the conflicts in a language and follows the customer until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.show(this.#page?.page ?? 0);
    return this.#session.client.listen((event) => {
      const ours =
        (event.kind === 'changed' || event.kind === 'sync') && event.customerId === this.customerId;
      if (ours || event.kind === 'restarted') void this.show(this.#page?.page ?? 0);
    });
  }

  async search(text: string): Promise<void> {
    this.#text = text;
    await this.show(0);
  }

  async resize(pageSize: ConflictPageSize): Promise<void> {
    this.#pageSize = pageSize;
    await this.show(0);
  }

  /** Reads a page, counted from 0; an answer that a newer question has overtaken is dropped. */
  async show(page: number): Promise<void> {
    const question = ++this.#question;
    const { api } = this.#session.client;
    try {
      const [found, run] = await Promise.all([
        api.conflicts({
          customerId: this.customerId,
          text: this.#text,
          page,
          pageSize: this.#pageSize,
          locale: this.#locale,
        }),
        api.run(this.customerId, null),
      ]);
      if (question !== this.#question) return;
      this.#page = found;
      this.#run = run;
      this.#failed = false;
    } catch {
      if (question === this.#question) this.#failed = true;
    }
  }

  /** Says what becomes of these users; true when it was written. */
  async settle(which: ConflictChoiceUsers, choice: ConflictChoice): Promise<boolean> {
    if (this.#settling) return false;
    this.#settling = true;
    this.#settleFailed = false;
    const { client, settings, m } = this.#session;
    try {
      const count = await client.api.settleConflicts({
        customerId: this.customerId,
        which,
        choice,
        operator: settings.operator,
      });
      await this.show(this.#page?.page ?? 0);
      this.#session.announce(m.drift.settled[choice](count));
      return true;
    } catch {
      this.#settleFailed = true;
      return false;
    } finally {
      this.#settling = false;
    }
  }
}
