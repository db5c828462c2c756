import { expect, it } from 'vitest';
import type { ClientEvent } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import { CustomerReview } from '#routes/pending/review/customer-review.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { SyncReview } from '#worker/sync/sync-types.ts';

const ID = 'c1' as CustomerId;
const settle = () => new Promise((resolve) => setTimeout(resolve));

interface At {
  readonly version: number;
  readonly isOld: boolean;
  /** How many users get the product. */
  readonly users?: number;
}

const reviewAt = ({ version, isOld, users = 3 }: At): SyncReview =>
  ({
    ...{ version, isOld, users, claimed: 0, shortages: [], digest: String(users) },
    sheet: { lines: [{ item: { kind: 'assign', skuId: 'e3' }, users }] },
  }) as unknown as SyncReview;

/** A review that is followed; the customer stands at a version, and a pull ends when the test says so. */
function followed(first: At) {
  let now = first;
  let listener: (event: ClientEvent) => void = () => undefined;
  const pulls: ((end: unknown) => void)[] = [];
  let held = 0;
  const session = {
    locale: 'en',
    online: true,
    hold: () => {
      held++;
      return () => held--;
    },
    client: {
      api: { syncReview: () => Promise.resolve(reviewAt(now)) },
      listen: (one: typeof listener) => {
        listener = one;
        return () => undefined;
      },
      run: () => ({ end: new Promise((resolve) => pulls.push(resolve)), cancel: () => undefined }),
    },
  } as unknown as Session;
  const review = new CustomerReview(session, ID);
  review.reading.follow();
  const move = async (to: typeof now): Promise<void> => {
    now = to;
    listener({ kind: 'changed', customerId: ID, version: to.version });
    await settle();
  };
  return { review, pulls, move, held: () => held };
}

it('says what moved only where something did, and is ready once that was looked at', async () => {
  const { review, move } = followed({ version: 1, isOld: false });
  await settle();
  expect([review.moved, review.ready]).toEqual([null, true]);
  await move({ version: 2, isOld: false });
  expect([review.moved, review.ready, review.view?.version]).toEqual([null, true, 2]);
  await move({ version: 3, isOld: false, users: 4 });
  const item = { kind: 'assign', skuId: 'e3' };
  expect([review.moved, review.ready]).toEqual([[{ item, before: 3, after: 4 }], false]);
  review.accept();
  expect([review.moved, review.ready]).toEqual([null, true]);
});

it('reads old data anew once without being asked, and does not call that a move', async () => {
  const { review, pulls, move, held } = followed({ version: 1, isOld: true });
  await settle();
  expect(held()).toBe(1);
  expect([pulls.length, review.pullRun.running, review.ready]).toEqual([1, true, false]);
  // what the pull writes is shown when it is done
  await move({ version: 2, isOld: false, users: 5 });
  expect(review.view?.version).toBe(1);
  pulls[0]?.({ kind: 'done', value: { kind: 'pulled' } });
  await settle();
  expect([review.view?.version, review.moved, review.ready]).toEqual([2, null, true]);
  expect(held()).toBe(0);
  await move({ version: 3, isOld: true, users: 6 });
  expect([pulls.length, review.moved?.length]).toEqual([1, 1]);
});
