import { expect, it } from 'vitest';
import type { ClientEvent } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import { CustomerReview } from '#routes/pending/review/customer-review.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { SyncReview } from '#worker/sync/sync-types.ts';

const ID = 'c1' as CustomerId;
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A review that is followed; the customer stands at a version, and a pull ends when the test says so. */
function followed(first: { readonly version: number; readonly isOld: boolean }) {
  let now = first;
  let listener: (event: ClientEvent) => void = () => undefined;
  const pulls: ((end: unknown) => void)[] = [];
  const session = {
    locale: 'en',
    online: true,
    client: {
      api: { syncReview: () => Promise.resolve({ ...now, users: 3, claimed: 0 } as SyncReview) },
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
  return { review, pulls, move };
}

it('tells that the numbers moved since the person looked at them first', async () => {
  const { review, move } = followed({ version: 1, isOld: false });
  await settle();
  expect([review.moved, review.ready]).toEqual([false, true]);
  await move({ version: 2, isOld: false });
  expect([review.moved, review.view?.version]).toEqual([true, 2]);
});

it('reads old data anew once without being asked, and does not call that a move', async () => {
  const { review, pulls, move } = followed({ version: 1, isOld: true });
  await settle();
  expect([pulls.length, review.progress !== null, review.ready]).toEqual([1, true, false]);
  // what the pull writes is shown when it is done
  await move({ version: 2, isOld: false });
  expect(review.view?.version).toBe(1);
  pulls[0]?.({ kind: 'done', value: { kind: 'pulled' } });
  await settle();
  expect([review.view?.version, review.moved, review.ready]).toEqual([2, false, true]);
  await move({ version: 3, isOld: true });
  expect([pulls.length, review.moved]).toEqual([1, true]);
});
