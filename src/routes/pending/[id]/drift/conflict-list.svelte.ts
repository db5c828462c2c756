import type { PageSize } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import { Reading, syncsOf } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type {
  ConflictChoice,
  ConflictChoiceUsers,
  ConflictPage,
} from '#worker/outcomes/outcome-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';

/** The users who are held back, and the customer's last sync; null: there is none. */
export interface Conflicts {
  readonly page: ConflictPage;
  readonly run: RunView | null;
}

export interface ConflictQuery {
  readonly text: string;
  readonly page: number;
  readonly pageSize: PageSize;
}

/** The users of a customer who are held back until a person chooses. */
export class ConflictList {
  readonly reading: Reading<Conflicts, ConflictQuery>;
  readonly #customerId: CustomerId;
  readonly #session: Session;
  #settling = $state(false);
  #settleFailed = $state(false);

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
    this.reading = new Reading<Conflicts, ConflictQuery>(session, {
      query: { text: '', page: 0, pageSize: 25 },
      ask: async (api, query, locale) => {
        const [page, run] = await Promise.all([
          api.conflicts({ customerId, ...query, locale }),
          api.run(customerId, null),
        ]);
        return { page, run };
      },
      concerns: syncsOf(customerId),
    });
  }

  get settling(): boolean {
    return this.#settling;
  }

  get settleFailed(): boolean {
    return this.#settleFailed;
  }

  /** Says what becomes of these users; true when it was written. */
  async settle(which: ConflictChoiceUsers, choice: ConflictChoice): Promise<boolean> {
    if (this.#settling) return false;
    this.#settling = true;
    this.#settleFailed = false;
    const { client, settings, m } = this.#session;
    try {
      const count = await client.api.settleConflicts({
        customerId: this.#customerId,
        which,
        choice,
        operator: settings.operator,
      });
      await this.reading.load();
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
