import { page } from '$app/state';
import type { Customer } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { PendingWatch } from '#routes/pending-watch.svelte.ts';
import { Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { guided, isDone, stepAfter, type GuideFacts, type GuideStep } from './guide-steps.ts';
import type { Guide } from './guide.svelte.ts';

interface Query {
  readonly step: GuideStep;
  /** What may have been done on one screen is looked for on the next one. */
  readonly path: string;
}

/** What is known of the sample customer that the guide is about. */
interface Known extends Pick<GuideFacts, 'selected' | 'deedAt'> {
  readonly customer: Customer;
  /** The newest change; null where there is none, or no step asks. */
  readonly changeId: ChangeId | null;
}

/** Notices by the app's own state what was done, and leads the guide on. */
export class GuideWatch {
  /** Null: the sample customer is not on this device. */
  readonly reading: Reading<Known | null, Query>;
  readonly #guide: Guide;
  readonly #pending: PendingWatch;

  constructor(session: Session, guide: Guide, pending: PendingWatch) {
    this.#guide = guide;
    this.#pending = pending;
    this.reading = new Reading<Known | null, Query>(session, {
      query: { step: 'choose', path: '' },
      about: () => ({ step: guide.step ?? 'end', path: page.url.pathname }),
      ask: async (api, { step }, locale) => {
        const customer = guided(await api.customers());
        if (customer === undefined) return null;
        const { id } = customer;
        const selected = step === 'choose' ? (await api.selection(id, session.window)).count : 0;
        const ask = { customerId: id, text: '', locale, page: 0, pageSize: 1 };
        const [newest] = step === 'choose' ? [] : (await api.history(ask)).rows;
        const deedAt =
          newest === undefined ? null : 'event' in newest ? newest.event.at : newest.savedAt;
        return { customer, selected, deedAt, changeId: newest?.changeId ?? null };
      },
      concerns: ({ kind }) => kind === 'changed',
    });
  }

  /** Goes on where the step was done; true then. To be called in an `$effect`. */
  goOn(): boolean {
    const { step, since } = this.#guide;
    const known = this.reading.answer;
    // what was answered for another step does not count for this one
    if (step === null || !known || this.reading.answered?.step !== step) return false;
    const run = this.#pending.rows.find(({ customer }) => customer.id === known.customer.id)?.run;
    const facts: GuideFacts = {
      managing:
        page.route.id === '/customers/[id]/licenses' && page.params['id'] === known.customer.id,
      selected: known.selected,
      pending: known.customer.pendingCount,
      syncedFrom: run === undefined || run === null || run.endedAt === null ? null : run.startedAt,
      deedAt: known.deedAt,
    };
    if (!isDone(step, facts, since)) return false;
    this.#guide.go(stepAfter(step));
    return true;
  }
}
