// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#plan/draft.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Consequences } from '#plan/consequences.ts';
import { listCommands } from '#worker/lists/list-commands.ts';
import { reversalCommands } from '#worker/undo/reversal-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { openDesk } from '../desk.ts';
import { assign, loaded } from '../../store/open-store.ts';
import { FakeLocks, FLOW, HARBOR, harborOn, openWindow, plan, usersWhere } from './harbor.ts';
import { HandClock } from './hand-clock.ts';

const CHANGE = 'change-1' as ChangeId;
const nobody = { gone: 0, changedSince: 0, notApplied: 0, impossible: 0 };

/** A device on which 20 users got Power Automate Free, and a sync applied it to them. */
async function synced() {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(db, (held) => !held.has(FLOW), 20);
  const before = (await loaded(db, HARBOR)).table.licenses.baseline.slice();
  await plan(db, users, assign(FLOW));
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const sync = async () => {
    await window.start();
    await clock.until(async () => (await window.run())?.state === 'done', 'done');
  };
  return { clock, db, users, before, window, sync };
}

const request = (consequences: Consequences) => ({
  draft: emptyDraft,
  consequences,
  operator: 'Ada',
  reference: null,
  note: null,
  onShortage: { kind: 'ask' } as const,
});

describe('a synced change that is undone', { timeout: 60_000 }, () => {
  it('becomes a new change that plans what was there before, and is synced like any', async () => {
    const { db, users, before, window, sync } = await synced();
    await sync();
    const { reversal, reverseChange } = reversalCommands(window.desk);
    expect(await reversal(HARBOR, CHANGE)).toMatchObject({ users: 20, stays: nobody });
    const made = await reverseChange(HARBOR, 'w1', CHANGE);
    if (!made.ok) throw new Error(made.error.kind);
    // nothing is planned by looking at it
    const { customer } = await loaded(db, HARBOR);
    expect(customer.pendingCount).toBe(0);

    // after a reload
    const again = openDesk(db, window.desk.now);
    const scope = { kind: 'list', window: 'w1', listId: made.value } as const;
    expect(await listCommands(again).reviewedList(HARBOR, 'w1', made.value)).toMatchObject({
      kind: 'reversed',
      changeId: CHANGE,
      stays: nobody,
    });
    const { save, savePreview } = saveCommands(again);
    const shown = await savePreview({
      customerId: HARBOR,
      scope,
      draft: emptyDraft,
      onShortage: { kind: 'ask' },
      locale: 'en',
    });
    const saved = await save({
      customerId: HARBOR,
      scope,
      request: request(shown.consequences),
      locale: 'en',
    });
    expect(saved.ok).toBe(true);
    const { table } = await loaded(db, HARBOR);
    for (const user of users) expect(table.licenses.planned[user]).toBe(before[user]);
    expect(await listCommands(again).reviewedList(HARBOR, 'w1', made.value)).toBeNull();

    await sync();
    const after = await loaded(db, HARBOR);
    expect(after.customer.pendingCount).toBe(0);
    for (const user of users) expect(after.table.licenses.baseline[user]).toBe(before[user]);
    // what was undone cannot be undone again
    expect(await reverseChange(HARBOR, 'w1', CHANGE)).toEqual({
      ok: false,
      error: { kind: 'nothingToDo' },
    });
    expect(await reversal(HARBOR, CHANGE)).toMatchObject({ users: 0, stays: { changedSince: 20 } });
  });

  it('is for nobody before it is sent', async () => {
    const { window } = await synced();
    const { reversal, reverseChange } = reversalCommands(window.desk);
    expect(await reversal(HARBOR, CHANGE)).toMatchObject({ users: 0, stays: { notApplied: 20 } });
    expect((await reverseChange(HARBOR, 'w1', CHANGE)).ok).toBe(false);
  });
});
