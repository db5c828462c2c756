import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { ChangeView, OutcomeFilter } from '#worker/changes/change-types.ts';

interface ChangeQuery {
  /** Only users with this outcome. */
  readonly filter: OutcomeFilter;
  readonly page: number;
  readonly pageSize: number;
}

/** Reads what became of one Save, a page of users at a time; null where there is no such change. */
export const readChange = (session: Session, id: CustomerId, changeId: ChangeId) =>
  new Reading<ChangeView | null, ChangeQuery>(session, {
    query: { filter: 'all', page: 0, pageSize: 25 },
    ask: (api, { filter, page, pageSize }, locale) =>
      api.change({ customerId: id, changeId, filter, page, pageSize, locale }),
    concerns: changesOf(id),
  });
