import { SvelteSet } from 'svelte/reactivity';
import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { Position } from '#users/ids.ts';
import type { PastedListView } from '#worker/awaited/list-types.ts';

/** How long the person may pause before what is pasted is read, in ms. */
const PAUSE_MS = 200;

/** A pasted list while it is looked at: who is meant, and whom the person chose where that is not clear. */
export class PastedUsers {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #text = $state('');
  #found = $state.raw<PastedListView | null>(null);
  #busy = $state(false);
  #failed = $state(false);
  readonly #chosen = new SvelteSet<Position>();
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Users meant without doubt, and those ticked. */
  readonly users = $derived.by(() => {
    const matched = this.#found?.matched ?? [];
    return [...matched, ...[...this.#chosen].filter((position) => !matched.includes(position))];
  });

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
  }

  get text(): string {
    return this.#text;
  }

  /** What the text means; null while there is none. */
  get found(): PastedListView | null {
    return this.#found;
  }

  /** True while what is shown is not yet that of the text. */
  get busy(): boolean {
    return this.#busy;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Takes another text; it is read after a pause. */
  write(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    if (text.trim() === '') {
      this.clear();
      return;
    }
    this.#busy = true;
    this.#timer = setTimeout(() => void this.read(), PAUSE_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#question++;
    this.#text = '';
    this.#found = null;
    this.#busy = false;
    this.#failed = false;
    this.#chosen.clear();
  }

  isChosen(position: Position): boolean {
    return this.#chosen.has(position);
  }

  /** Says of a user whom a name may mean whether that one is meant. */
  choose(position: Position, chosen: boolean): void {
    if (chosen) this.#chosen.add(position);
    else this.#chosen.delete(position);
  }

  /** Reads the text; an answer that a newer text has overtaken is dropped. */
  async read(): Promise<void> {
    const question = ++this.#question;
    const { client, locale } = this.#session;
    this.#busy = true;
    try {
      const found = await client.api.readList(this.#customerId, this.#text, locale);
      if (question !== this.#question) return;
      this.#found = found;
      this.#failed = false;
      const offered = found.ambiguous.flatMap(({ candidates }) => candidates);
      for (const position of [...this.#chosen]) {
        if (!offered.some((one) => one.position === position)) this.#chosen.delete(position);
      }
    } catch {
      if (question !== this.#question) return;
      this.#failed = true;
    }
    this.#busy = false;
  }
}
