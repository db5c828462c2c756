import type { PageSize } from '#base/page.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type {
  PendingQuery,
  PendingSelectionEdit,
  PendingUser,
  PendingUserPage,
  RemovalView,
  Removed,
} from '#worker/pending/pending-types.ts';

interface Query {
  readonly query: PendingQuery;
  readonly page: number;
  readonly pageSize: PageSize;
}

/** The pending users of all customers: which are shown, who is selected, and their removal. */
export class PendingUserList {
  readonly reading: Reading<PendingUserPage, Query>;
  readonly #session: Session;
  #asked = $state.raw<RemovalView | null>(null);
  #trouble = $state.raw<'stale' | 'failed' | null>(null);
  #removed = $state.raw<Removed | null>(null);
  #notUndone = $state(0);
  #busy = $state(false);

  /** `query`: which users the page asks for now. */
  constructor(session: Session, query: () => PendingQuery) {
    this.#session = session;
    this.reading = new Reading<PendingUserPage, Query>(session, {
      query: { query: query(), page: 0, pageSize: 25 },
      about: () => ({ query: query(), page: 0 }),
      ask: (api, asked, locale) => api.pendingUsers({ ...asked, locale }),
      concerns: ({ kind }) => kind === 'changed' || kind === 'sync',
    });
  }

  /** What a person is asked about before it is done; null: nothing. */
  get asked(): RemovalView | null {
    return this.#asked;
  }

  get trouble(): 'stale' | 'failed' | null {
    return this.#trouble;
  }

  /** What was removed, for as long as nobody undid or dismissed it. */
  get removed(): Removed | null {
    return this.#removed;
  }

  /** Users whom the last undo could not put back. */
  get notUndone(): number {
    return this.#notUndone;
  }

  get busy(): boolean {
    return this.#busy;
  }

  tick(users: readonly PendingUser[], selected: boolean): Promise<void> {
    const chosen = users.map(({ customerId, userId }) => ({ customerId, userId }));
    const nameOf = ({ customerId, userId }: PendingUser): string => `${customerId} ${userId}`;
    const wanted = users.map(nameOf);
    // the box fills at once; the numbers follow
    this.reading.amend((page) => ({
      ...page,
      rows: page.rows.map((row) => (wanted.includes(nameOf(row)) ? { ...row, selected } : row)),
    }));
    return this.#edit({ kind: 'set', users: chosen, selected });
  }

  selectMatching(): Promise<void> {
    return this.#edit({ kind: 'matching', query: this.reading.query.query });
  }

  clear(): Promise<void> {
    return this.#edit({ kind: 'clear' });
  }

  /** Asks about removing the selected users. */
  ask(): Promise<void> {
    this.#trouble = null;
    return this.#work(() => this.#look());
  }

  leave(): void {
    this.#asked = null;
  }

  /** Removes them as shown. */
  remove(): Promise<void> {
    return this.#work(async () => {
      const { client, locale, settings } = this.#session;
      const shown = this.#asked?.shown ?? '';
      const { operator } = settings;
      const done = await client.api.removePending({ locale, operator, shown });
      if (!done.ok) {
        await this.#look();
        this.#trouble = 'stale';
        return;
      }
      this.#asked = null;
      this.#removed = done.value;
      this.#notUndone = 0;
      await this.reading.load();
    });
  }

  undo(): Promise<void> {
    return this.#work(async () => {
      const { client, settings, m } = this.#session;
      const { users } = await client.api.undoPendingRemoval(settings.operator);
      this.#notUndone = (this.#removed?.users ?? 0) - users;
      this.#removed = null;
      await this.reading.load();
      if (users > 0) this.#session.announce(m.pending.people.undone(users));
    });
  }

  dismiss(): void {
    this.#removed = null;
    this.#notUndone = 0;
  }

  async #look(): Promise<void> {
    const { client, locale } = this.#session;
    this.#asked = await client.api.pendingRemoval(locale);
  }

  async #edit(edit: PendingSelectionEdit): Promise<void> {
    const { client, locale } = this.#session;
    await client.api.editPendingSelection(edit, locale);
    await this.reading.load();
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#trouble = null;
    try {
      await work();
    } catch {
      this.#trouble = 'failed';
    } finally {
      this.#busy = false;
    }
  }
}
