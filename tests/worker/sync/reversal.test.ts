// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#plan/draft.ts';
import type { ChangeId } from '#plan/change.ts';
import type { SheetLine } from '#plan/change-sheet.ts';
import type { Consequences } from '#plan/consequences.ts';
import { listCommands } from '#worker/lists/list-commands.ts';
import { sheetCommands } from '#worker/sheets/sheet-commands.ts';
import { reversalCommands } from '#worker/undo/reversal-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { openDesk } from '../desk.ts';
import { assign, loaded } from '../../store/open-store.ts';
import { FakeLocks, FLOW, HARBOR, harborOn, openWindow, plan, usersWhere } from './harbor.ts';
import { HandClock } from './hand-clock.ts';

const CHANGE = 'change-1' as ChangeId;
const asked = { customerId: HARBOR, changeId: CHANGE, locale: 'en' } as const;
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
    const shownFirst = await reversal(asked);
    const line = { item: { kind: 'revoke', skuId: FLOW }, users: 20 };
    expect(shownFirst).toMatchObject({ stays: nobody, sheet: { users: 20, lines: [line] } });
    const source = { kind: 'reversal', changeId: CHANGE } as const;
    const people = sheetCommands(window.desk).sheetPeople;
    const [{ item }] = shownFirst.sheet.lines as [SheetLine];
    const page = { text: '', page: 0, pageSize: 5 };
    expect(await people({ ...asked, source, item, ...page })).toMatchObject({ total: 20 });
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
    const { save, saveReview } = saveCommands(again);
    const shown = await saveReview({
      customerId: HARBOR,
      scope,
      draft: emptyDraft,
      onShortage: { kind: 'ask' },
      locale: 'en',
    });
    // what the question said is what the review of the new change says
    expect(shown.sheet).toEqual(shownFirst.sheet);
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
    const nobodyLeft = { sheet: { users: 0, lines: [] }, stays: { changedSince: 20 } };
    expect(await reversal(asked)).toMatchObject(nobodyLeft);
  });

  it('is for nobody before it is sent', async () => {
    const { window } = await synced();
    const { reversal, reverseChange } = reversalCommands(window.desk);
    expect(await reversal(asked)).toMatchObject({ sheet: { users: 0 }, stays: { notApplied: 20 } });
    expect((await reverseChange(HARBOR, 'w1', CHANGE)).ok).toBe(false);
  });
});
