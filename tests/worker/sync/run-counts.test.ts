// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { progressOf } from '#routes/pending/runs/run-states.ts';
import { assign } from '../../store/open-store.ts';
import { FakeLocks, FLOW, harborOn, openWindow, plan, usersWhere } from './harbor.ts';
import { HandClock } from './hand-clock.ts';

it('a run counts each of its users once, whenever it is asked while a batch ends', async () => {
  const clock = new HandClock();
  const db = await harborOn(clock);
  await plan(db, await usersWhere(db, (held) => !held.has(FLOW), 120), assign(FLOW));
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  await window.start();
  const totals = new Set<number>();
  await clock.until(async () => {
    const [pending, run] = await Promise.all([window.commands.pending(), window.run()]);
    for (const one of [pending[0]?.run ?? null, run]) {
      if (one !== null) totals.add(progressOf(one).total);
    }
    return run?.state === 'done';
  }, 'done');
  expect([...totals]).toEqual([120]);
}, 60_000);
