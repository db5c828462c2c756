import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { readListed } from '#routes/customers/[id]/licenses/shopping-list.ts';
import type { PurchaseView } from '#worker/licenses/license-types.ts';
import { HeldAnswers, PageSession } from '../../../page-session.svelte.ts';

const ID = 'c1' as CustomerId;
const SKU = 's1' as SkuId;
const line = (customerId: string, skuId: string, count: number): PurchaseView =>
  ({ customerId, skuId, count }) as unknown as PurchaseView;

describe('how many are on the buy list', () => {
  it('says when it cannot be read, and reads it when it is tried again', async () => {
    const answers = new HeldAnswers<PurchaseView[]>();
    const listed = readListed(new PageSession({ purchases: () => answers.ask() }), ID, SKU);
    void listed.load();
    await answers.fail(0);
    expect([listed.answer, listed.failed]).toEqual([undefined, true]);
    void listed.load();
    await answers.answer(1, [line('c2', 's1', 9), line('c1', 's2', 8), line('c1', 's1', 7)]);
    expect([listed.answer, listed.failed]).toEqual([7, false]);
  });
});
