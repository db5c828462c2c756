import type { CustomerId } from '#customers/customer.ts';
import { itemText } from '#messages/sheet-text.ts';
import { issueWords } from '#routes/issue-words.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { PlannedUsers } from '#worker/pending/pending-types.ts';
import type { UserRow } from '#worker/users/user-types.ts';

/** What is planned for a user, each part in words. */
export interface Planned {
  readonly items: readonly string[];
  readonly losing: readonly string[];
}

const NOBODY: PlannedUsers = {
  of: new Map(),
  names: { products: {}, servicePlans: {}, groups: {} },
};

const isPending = ({ licenses, locationPlanned }: UserRow): boolean =>
  locationPlanned || licenses.some(({ planned }) => planned !== 'same');

/** What is planned for the users of some rows, in the words of Pending. Asked only for those who are pending. */
export class PlannedWords {
  readonly #session: Session;
  readonly #reading: Reading<PlannedUsers, { readonly asked: string }>;

  /** `rows`: those for which somebody sees it. */
  constructor(session: Session, customerId: CustomerId, rows: () => readonly UserRow[]) {
    this.#session = session;
    // as a text: a tick makes new rows, and asks for nobody else
    const asked = $derived(
      rows()
        .filter(isPending)
        .map(({ position }) => position)
        .join(' '),
    );
    this.#reading = new Reading<PlannedUsers, { readonly asked: string }>(session, {
      query: { asked: '' },
      about: () => ({ asked }),
      ask: (api, query, locale) =>
        query.asked === ''
          ? Promise.resolve(NOBODY)
          : api.plannedFor({ customerId, positions: query.asked.split(' ').map(Number), locale }),
      concerns: changesOf(customerId),
    });
  }

  /** Reads, until the returned function is called. */
  follow(): () => void {
    return this.#reading.follow();
  }

  /** Null: nothing is. Until the worker has said what, only that something is. */
  of(row: UserRow): Planned | null {
    if (!isPending(row)) return null;
    const { m } = this.#session;
    const { of, names } = this.#reading.answer ?? NOBODY;
    const planned = of.get(row.position);
    if (planned === undefined) return { items: [m.words.pending], losing: [] };
    const words = issueWords(this.#session, names);
    return {
      items: planned.items.map((item) => itemText(item, words)),
      losing: planned.losing.map((service) => m.pending.people.losing[service]),
    };
  }
}
