import type { PageSize } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { RunId } from '#plan/operation.ts';
import { Reading, syncsOf, type ReadingSession } from '#routes/reading.svelte.ts';
import type {
  OutcomePage,
  RetryNumbers,
  SyncOutcomeFilter,
} from '#worker/outcomes/outcome-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';

/** A run as it stands, null where there is no such run, and what became of its users. */
export interface Outcomes {
  readonly run: RunView | null;
  readonly page: OutcomePage;
}

/** Which of the users are shown. */
export interface OutcomeQuery {
  readonly filter: SyncOutcomeFilter;
  readonly text: string;
  readonly page: number;
  readonly pageSize: PageSize;
}

/** What can be planned again: everything (`product` null), or all but a product. */
export interface RetryOffer extends RetryNumbers {
  readonly product: { readonly skuId: SkuId; readonly name: string } | null;
}

/** Reads what became of the users of one sync. */
export const readOutcomes = (
  session: ReadingSession,
  customerId: CustomerId,
  runId: RunId,
): Reading<Outcomes, OutcomeQuery> =>
  new Reading<Outcomes, OutcomeQuery>(session, {
    query: { filter: 'all', text: '', page: 0, pageSize: 25 },
    ask: async (api, query, locale) => {
      const [run, page] = await Promise.all([
        api.run(customerId, runId),
        api.outcomes({ customerId, runId, ...query, locale }),
      ]);
      return { run, page };
    },
    concerns: syncsOf(customerId),
  });
