import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { OutcomePage, SyncOutcomeFilter } from '#worker/outcomes/outcome-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';

/** How many users a page of outcomes holds. */
export type OutcomePageSize = 25 | 50 | 100;

/** What became of the users of one sync: which of them are shown, and the run as it stands. */
export class OutcomeList {
  readonly customerId: CustomerId;
  readonly runId: RunId;
  readonly #session: Session;
  #locale: LocaleTag;
  #question = 0;
  #asking = false;
  #again = false;
  #filter = $state<SyncOutcomeFilter>('all');
  #text = $state('');
  #pageSize = $state<OutcomePageSize>(25);
  #run = $state.raw<RunView | null>(null);
  #page = $state.raw<OutcomePage | null>(null);
  #failure = $state<'failed' | 'missing' | null>(null);

  constructor(session: Session, customerId: CustomerId, runId: RunId) {
    this.#session = session;
    this.#locale = session.locale;
    this.customerId = customerId;
    this.runId = runId;
  }

  /** Null before the first answer. */
  get run(): RunView | null {
    return this.#run;
  }

  get page(): OutcomePage | null {
    return this.#page;
  }

  get filter(): SyncOutcomeFilter {
    return this.#filter;
  }

  get text(): string {
    return this.#text;
  }

  get pageSize(): OutcomePageSize {
    return this.#pageSize;
  }

  get failure(): 'failed' | 'missing' | null {
    return this.#failure;
  }

  /** Shows the outcomes in a language and follows the run until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.show(this.#page?.page ?? 0);
    return this.#session.client.listen((event) => {
      const ours =
        (event.kind === 'sync' || event.kind === 'changed') && event.customerId === this.customerId;
      if (ours || event.kind === 'restarted') void this.#refresh();
    });
  }

  async choose(filter: SyncOutcomeFilter): Promise<void> {
    this.#filter = filter;
    await this.show(0);
  }

  async search(text: string): Promise<void> {
    this.#text = text;
    await this.show(0);
  }

  async resize(pageSize: OutcomePageSize): Promise<void> {
    this.#pageSize = pageSize;
    await this.show(0);
  }

  /** Reads a page, counted from 0; an answer that a newer question has overtaken is dropped. */
  async show(page: number): Promise<void> {
    const question = ++this.#question;
    const { api } = this.#session.client;
    const { customerId, runId } = this;
    try {
      const [run, outcomes] = await Promise.all([
        api.run(customerId, runId),
        api.outcomes({
          customerId,
          runId,
          filter: this.#filter,
          text: this.#text,
          page,
          pageSize: this.#pageSize,
          locale: this.#locale,
        }),
      ]);
      if (question !== this.#question) return;
      this.#run = run;
      this.#page = outcomes;
      this.#failure = run === null ? 'missing' : null;
    } catch {
      if (question === this.#question) this.#failure = 'failed';
    }
  }

  /** A run tells more often than a page can be read: what is told meanwhile is read once. */
  async #refresh(): Promise<void> {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      await this.show(this.#page?.page ?? 0);
    }
    this.#asking = false;
  }
}
