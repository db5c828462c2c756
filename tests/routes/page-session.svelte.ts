import type { ClientEvent } from '#client/client.ts';
import type { Locale } from '#messages/locale.ts';
import type { ReadingSession } from '#routes/reading.svelte.ts';

/** A session whose language and worker events the test says. */
export class PageSession {
  locale = $state<Locale>('en');
  #listeners: readonly ((event: ClientEvent) => void)[] = [];

  readonly client: ReadingSession['client'] = {
    // the tests' questions are answered by the test itself
    api: {} as ReadingSession['client']['api'],
    listen: (listener) => {
      this.#listeners = [...this.#listeners, listener];
      return () => {
        this.#listeners = this.#listeners.filter((one) => one !== listener);
      };
    },
  };

  tell(event: ClientEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
