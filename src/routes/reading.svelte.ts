import { untrack } from 'svelte';
import type { Client } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Locale } from '#messages/locale.ts';
import type { WorkerEvent } from '#worker/api.ts';
import { Lateness } from './lateness.svelte.ts';
import type { Session } from './session.svelte.ts';

/** What a reading needs of the session: the language, and the door to the worker. */
export type ReadingSession = Pick<Session, 'locale'> & {
  readonly client: Pick<Client, 'listen' | 'api'>;
};

interface Source<Answer, Query extends object> {
  /** Asks the worker, whichever lives now, in the language of the page. */
  readonly ask: (api: Client['api'], query: Query, locale: Locale) => Promise<Answer>;
  /** The first question. */
  readonly query: Query;
  /** The part of the question that the page holds: followed in an `$effect`, it is asked again when that changes. */
  readonly about?: () => Partial<Query>;
  /** Whether an event may have changed the answer that is shown (undefined: none yet). Default: no event does. */
  readonly concerns?: (event: WorkerEvent, answer: Answer | undefined) => boolean;
  /** Told of each answer as it is shown, and of the one whose place it takes; never of an overtaken one. */
  readonly onshown?: (answer: Answer, before: Answer | undefined) => void;
}

/** What can be drawn as a reading is: the last good answer, and whether the newest question failed. */
export interface Showable<Answer> {
  /** Undefined before the first. */
  readonly answer: Answer | undefined;
  readonly failed: boolean;
  /** True while the newest question waits longer than it should. */
  readonly late: boolean;
  load(): Promise<unknown>;
}

/** Concerns a reading about this customer. */
export const changesOf =
  (id: CustomerId) =>
  (event: WorkerEvent): boolean =>
    event.kind === 'changed' && event.customerId === id;

/** Concerns a reading about this customer and its syncs. */
export const syncsOf =
  (id: CustomerId) =>
  (event: WorkerEvent): boolean =>
    (event.kind === 'changed' || event.kind === 'sync') && event.customerId === id;

/** Concerns a reading about customers in general. */
export const anyChange = ({ kind }: WorkerEvent): boolean => kind === 'changed';

/**
 * What the worker answers to a question, kept up to date while it is followed.
 *
 * Only the newest question counts: an answer or a failure that it has overtaken is dropped. The last
 * good answer stays when a later question fails. Events that come while a question is under way are
 * read together, once, after it.
 */
export class Reading<Answer, Query extends object = object> {
  readonly #session: ReadingSession;
  readonly #source: Source<Answer, Query>;
  #locale: Locale;
  #asked = 0;
  #isOld = false;
  #query = $state.raw() as Query;
  #answered = $state.raw<Query>();
  #answer = $state.raw<Answer>();
  #busy = $state(false);
  #failed = $state(false);
  readonly #lateness = new Lateness();

  constructor(session: ReadingSession, source: Source<Answer, Query>) {
    this.#session = session;
    this.#source = source;
    this.#locale = untrack(() => session.locale);
    this.#query = source.query;
  }

  /** The last good answer; undefined before the first. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** What was asked last. */
  get query(): Query {
    return this.#query;
  }

  /** What `answer` answers: while another question is under way, or failed, still the one before. */
  get answered(): Query | undefined {
    return this.#answered;
  }

  /** True while the newest question is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** True when the newest question that ended could not be answered. */
  get failed(): boolean {
    return this.#failed;
  }

  get late(): boolean {
    return this.#lateness.late;
  }

  /**
   * Asks, and asks again after events that concern it and after a restart of the worker, until the
   * returned function is called. In an `$effect` it also asks again in another language, and about
   * something else.
   */
  follow(): () => void {
    const { locale } = this.#session;
    const part = this.#source.about?.();
    return untrack(() => this.#follow(locale, part));
  }

  /** Asks for something else, from now on; true when its answer is shown. */
  show(part: Partial<Query>): Promise<boolean> {
    this.#query = { ...untrack(() => this.#query), ...part };
    return this.load();
  }

  /** Asks the same again; true when its answer is shown, false where it failed or was overtaken. */
  async load(): Promise<boolean> {
    const asked = ++this.#asked;
    const query = untrack(() => this.#query);
    this.#isOld = false;
    this.#busy = true;
    this.#lateness.begin();
    const isShown = await this.#read(asked, query);
    if (asked === this.#asked) this.#rest();
    return isShown;
  }

  /** Shows an answer that came another way, such as that of a command; a question under way is overtaken. */
  take(answer: Answer): void {
    this.#asked++;
    this.#put(
      answer,
      untrack(() => this.#query),
    );
    this.#rest();
  }

  /** Changes what is shown until the next answer comes; a question under way goes on. */
  amend(change: (answer: Answer) => Answer): void {
    const answer = untrack(() => this.#answer);
    if (answer !== undefined) this.#answer = change(answer);
  }

  #follow(locale: Locale, part: Partial<Query> | undefined): () => void {
    this.#locale = locale;
    void this.show(part ?? {});
    const deaf = this.#session.client.listen((event) => {
      // what a stopped worker still owed never comes
      if (event.kind === 'restarted') void this.load();
      else if (event.kind !== 'stopped' && this.#concerns(event)) this.#refresh();
    });
    return () => {
      deaf();
      this.#isOld = false;
      this.#lateness.end();
    };
  }

  async #read(asked: number, query: Query): Promise<boolean> {
    let answer: Answer;
    try {
      const { api } = this.#session.client;
      answer = await this.#source.ask(api, query, this.#locale);
    } catch {
      if (asked === this.#asked) this.#failed = true;
      return false;
    }
    if (asked !== this.#asked) return false;
    this.#put(answer, query);
    return true;
  }

  #put(answer: Answer, query: Query): void {
    const before = untrack(() => this.#answer);
    this.#answer = answer;
    this.#answered = query;
    this.#failed = false;
    this.#source.onshown?.(answer, before);
  }

  #concerns(event: WorkerEvent): boolean {
    return this.#source.concerns?.(event, this.#answer) ?? false;
  }

  /** No question is under way any more; what was told meanwhile may be newer than its answer. */
  #rest(): void {
    this.#busy = false;
    this.#lateness.end();
    if (this.#isOld) void this.load();
  }

  #refresh(): void {
    if (this.#busy) this.#isOld = true;
    else void this.load();
  }
}
