import { flushSync } from 'svelte';
import type { ClientEvent } from '#client/client.ts';
import type { Locale } from '#messages/locale.ts';
import type { ReadingSession } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { WindowId } from '#worker/scope-types.ts';

type Api = ReadingSession['client']['api'];

/** A session whose language, worker events and worker's answers the test says. */
export class PageSession {
  locale = $state<Locale>('en');
  readonly window = 'w1' as WindowId;
  readonly client: ReadingSession['client'];
  #listeners: readonly ((event: ClientEvent) => void)[] = [];

  /** `api`: the commands that are asked for. */
  constructor(api: Partial<Record<keyof Api, () => Promise<unknown>>> = {}) {
    this.client = { api: api as unknown as Api, listen: (listener) => this.#listen(listener) };
  }

  /** For a class that takes a whole session and uses no more of it than there is here. */
  get whole(): Session {
    return this as unknown as Session;
  }

  tell(event: ClientEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #listen(listener: (event: ClientEvent) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  }
}

/** What a command will answer once the test says so. */
export class HeldAnswers<Answer> {
  readonly #waiting: ((ending: Promise<Answer>) => void)[] = [];

  get asked(): number {
    return this.#waiting.length;
  }

  ask(): Promise<Answer> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers the question with this number, counted from 0, and lets what waits for it go on. */
  async answer(question: number, answer: Answer): Promise<void> {
    await this.#end(question, Promise.resolve(answer));
  }

  async fail(question: number): Promise<void> {
    await this.#end(question, Promise.reject(new Error('not read')));
  }

  async #end(question: number, ending: Promise<Answer>): Promise<void> {
    this.#waiting[question]?.(ending);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

/** Follows a reading as a page does, until the returned function is called. */
export function onPage(reading: { follow(): () => void }): () => void {
  const leave = $effect.root(() => {
    $effect(() => reading.follow());
  });
  flushSync();
  return leave;
}
