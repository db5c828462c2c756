// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assign, loaded } from '../../store/open-store.ts';
import { FakeLocks, HARBOR, harborOn, openWindow, plan, FLOW, withoutProduct } from './harbor.ts';
import { HandClock, settle } from './hand-clock.ts';

async function planned(count: number) {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await withoutProduct(db, FLOW, count);
  await plan(db, users, assign(FLOW));
  const locks = new FakeLocks();
  const window = openWindow(db, clock, locks, 'window-1');
  return { clock, db, users, locks, window };
}

describe('a sync of this window', { timeout: 60_000 }, () => {
  it('sends what is pending, counts it, and agrees with the cloud in the end', async () => {
    const { clock, db, window, users } = await planned(40);
    expect(await window.start()).toEqual({ ok: true, value: null });
    await clock.until(async () => (await window.run())?.state === 'done', 'done');
    const run = await window.run();
    expect(run?.counts).toMatchObject({ applied: 40, left: 0, waiting: 0, inDoubt: 0 });
    expect(run?.differs).toEqual([]);
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
    const page = await window.commands.outcomes(HARBOR, run!.id, 'all', '', 0, 25, 'en');
    expect(page.total).toBe(users.length);
    expect(page.rows[0]).toMatchObject({
      outcome: 'applied',
      sent: [{ skuId: FLOW, action: 'assign', change: { id: 'change-1' } }],
    });
    await settle();
    window.unfollow();
  });
});
