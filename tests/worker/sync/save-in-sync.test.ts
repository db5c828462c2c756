// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { assign, loaded } from '../../store/open-store.ts';
import {
  FakeLocks,
  FLOW,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  PROJECT,
  usersWhere,
  VISIO,
} from './harbor.ts';
import { HandClock } from './hand-clock.ts';

const SCOPE = { kind: 'selection', window: 'w1' } as const;
const ASK = { kind: 'ask' } as const;

describe('a Save during a sync', { timeout: 60_000 }, () => {
  it('that was looked at before batches came back is written at the first press, and is sent', async () => {
    const clock = new HandClock();
    const db = await harborOn(clock);
    const users = await usersWhere(
      db,
      (held) => !held.has(FLOW) && !held.has(VISIO) && !held.has(PROJECT),
      60,
    );
    await plan(db, users, assign(FLOW));
    const window = openWindow(db, clock, new FakeLocks(), 'one');
    const { desk } = window;
    await desk.clouds.setMood(HARBOR, { ...calmMood, requestsPerWindow: 45 });
    await window.start();
    const applied = async () => (await window.run())?.counts.applied ?? 0;
    await clock.until(async () => (await applied()) > 0, 'the first batch');

    // the first and the last of those who are being sent
    const chosen = [users[0]!, users.at(-1)!];
    await selectionCommands(desk).editSelection(HARBOR, 'w1', {
      kind: 'set',
      positions: chosen,
      selected: true,
    });
    const { save, savePreview } = saveCommands(desk);
    const { consequences } = await savePreview({
      customerId: HARBOR,
      scope: SCOPE,
      draft: assign(PROJECT),
      onShortage: ASK,
      locale: 'en',
    });
    const before = await applied();
    await clock.until(async () => (await applied()) > before, 'the next batch');

    const done = await save({
      customerId: HARBOR,
      scope: SCOPE,
      request: {
        draft: assign(PROJECT),
        consequences,
        onShortage: ASK,
        operator: 'Ada',
        reference: null,
        note: null,
      },
      locale: 'en',
    });
    expect(done.ok).toBe(true);

    await desk.clouds.setMood(HARBOR, calmMood);
    await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
    if ((await loaded(db, HARBOR)).customer.pendingCount > 0) {
      await window.start();
      await clock.until(async () => (await window.run())?.endedAt !== null, 'ended again');
    }
    const { customer, table, sets } = await loaded(db, HARBOR);
    expect(customer.pendingCount).toBe(0);
    for (const user of chosen) {
      const held = sets.at(table.licenses.baseline[user]!).map(({ skuId }) => skuId);
      expect(held).toEqual(expect.arrayContaining([FLOW, PROJECT]));
    }
  });
});
