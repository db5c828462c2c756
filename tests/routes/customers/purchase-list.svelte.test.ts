import { expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { en } from '#messages/en.ts';
import { PurchaseList } from '#routes/customers/purchase-list.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { PurchaseView } from '#worker/licenses/license-types.ts';

const line: PurchaseView = {
  customerId: 'c1' as CustomerId,
  customerName: 'Contoso',
  isSample: false,
  skuId: 's1' as SkuId,
  skuPartNumber: 'E3',
  name: 'Office 365 E3',
  count: 3,
  addedAt: 1,
};

/** A list whose worker answers as `api` does. */
function listed(api: { readonly purchases: () => unknown; readonly buy?: () => unknown }) {
  const told: string[] = [];
  const session = {
    client: { api },
    locale: 'en',
    m: en,
    compare: (a: string, b: string) => a.localeCompare(b),
    announce: (words: string) => told.push(words),
  } as unknown as Session;
  return { list: new PurchaseList(session, null), told };
}

const refused = () => Promise.reject(new Error('no room'));
const read = () => Promise.resolve([line]);

it('says that it could not be read', async () => {
  const { list } = listed({ purchases: refused });
  await list.reading.load();
  expect([list.reading.failed, list.lines]).toEqual([true, []]);
});

it('says that a number could not be kept, and keeps the one that stands', async () => {
  const { list, told } = listed({ purchases: read, buy: refused });
  await list.reading.load();
  expect(await list.change(line, 5)).toBe(false);
  expect([list.notKept, list.lines, told]).toEqual([true, [line], []]);
});

it('forgets that once a number is kept', async () => {
  let answer = refused as () => Promise<void>;
  const { list, told } = listed({ purchases: read, buy: () => answer() });
  await list.change(line, 5);
  answer = () => Promise.resolve();
  expect(await list.change(line, 5)).toBe(true);
  expect([list.notKept, told.length]).toEqual([false, 1]);
});
