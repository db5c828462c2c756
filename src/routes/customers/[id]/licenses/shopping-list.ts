import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { LedgerLine } from '#plan/preview.ts';
import { Reading, type ReadingSession } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { needOf } from '#plan/things-to-buy.ts';

/** Reads how many of a product are on the customer's buy list already. */
export const readListed = (session: ReadingSession, customerId: CustomerId, sku: SkuId) =>
  new Reading<number>(session, {
    query: {},
    ask: async (api, _, locale) => {
      const lines = await api.purchases(locale);
      return lines.find((one) => one.customerId === customerId && one.skuId === sku)?.count ?? 0;
    },
  });

/** Puts what is planned beyond what is available on the customer's buy list; never lowers a number on it. */
export async function putShortagesOnList(
  session: Session,
  customerId: CustomerId,
  ledger: readonly LedgerLine[],
): Promise<void> {
  const { api } = session.client;
  const listed = await api.purchases(session.locale);
  for (const line of ledger) {
    if (line.short === 0) continue;
    const { skuId } = line;
    const before = listed.find((one) => one.customerId === customerId && one.skuId === skuId);
    await api.buy(customerId, skuId, Math.max(before?.count ?? 0, needOf(line).together));
  }
}
