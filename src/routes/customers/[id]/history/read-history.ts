import type { CustomerId } from '#customers/customer.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { HistoryPage } from '#worker/history/history-types.ts';

/** Reads a customer's history, so many entries at a time, newest first. */
export const readHistory = (session: Session, id: CustomerId, pageSize: number) =>
  new Reading(session, {
    query: { text: '', page: 0, pageSize },
    ask: (api, { text, page, pageSize: size }, locale): Promise<HistoryPage> =>
      api.history({ customerId: id, text, page, pageSize: size, locale }),
    concerns: changesOf(id),
  });
