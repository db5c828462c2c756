// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { loadMessages } from '#messages/messages.ts';
import { lineText } from '#messages/sheet-text.ts';
import type { Draft, DraftProduct, Swap } from '#plan/draft.ts';
import { withPositions } from '#users/selection-edit.ts';
import { changeCommands } from '#worker/changes/change-commands.ts';
import { reportCommands } from '#worker/changes/report-commands.ts';
import type { Desk } from '#worker/desk.ts';
import { exportWork } from '#worker/exports/export.ts';
import { historyCommands } from '#worker/history/history-commands.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { sheetCommands } from '#worker/sheets/sheet-commands.ts';
import type { SheetSource, SheetView } from '#worker/sheets/sheet-types.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import { runs } from '../../runs.ts';
import { FakeLocks, FLOW, HARBOR, harborOn, openWindow, PROJECT, VISIO } from '../sync/harbor.ts';
import { HandClock } from '../sync/hand-clock.ts';

const scope = { kind: 'selection', window: 'w' } as const;
const onShortage = { kind: 'wait', first: [], waiting: [] } as const;
const locale = 'en';
const customerId = HARBOR;
const place = { page: 0, pageSize: 500 };

const line = (
  skuId: DraftProduct['skuId'],
  ...actions: DraftProduct['action'][]
): fc.Arbitrary<DraftProduct> =>
  fc.record({
    skuId: fc.constant(skuId),
    action: fc.constantFrom(...actions),
    servicePlans: fc.constant({}),
  });
const swap: Swap = { from: VISIO, to: PROJECT, decided: {}, ifUnknown: 'leaveOut' };
const anyDraft: fc.Arbitrary<Draft> = fc.record({
  // there is something to save nearly always: few hold the first one, and there are enough of it
  products: fc.tuple(line(FLOW, 'assign'), line(VISIO, 'assign', 'assign', 'revoke', 'leave')),
  swaps: fc.constantFrom([], [swap]),
  usageLocation: fc.constantFrom(null, null, 'SE'),
});

/** What every screen says of the change, without what only some of them can know. */
const toldIn = ({ users, lines, losing, units, staying }: SheetView) => ({
  ...{ users, lines, losing, staying },
  units: units.map(({ skuId, needed, freed }) => ({ skuId, needed, freed })),
});

async function effectsInExport(desk: Desk): Promise<string[]> {
  const style = { delimiter: ',', bom: false } as const;
  const options = { locale, format: 'csv', style, hidden: [], to: null } as const;
  const done = await exportWork(
    desk,
    { what: { kind: 'history', customerId }, ...options },
    steady,
  );
  if ('failure' in done || done.kind !== 'file') throw new Error(JSON.stringify(done));
  const { data } = Papa.parse<Record<string, string>>((await done.blob.text()).trimEnd(), {
    header: true,
  });
  return data.map((row) => row['What'] ?? JSON.stringify(Object.keys(row)));
}

describe('one change', { timeout: 120_000 }, () => {
  it('has the same numbers before Save, after it, in history, report, export, review, undo and at its people', async () => {
    const clock = new HandClock();
    const db = await harborOn(clock);
    const { desk, commands } = openWindow(db, clock, new FakeLocks(), 'one');
    const save = saveCommands(desk);
    const history = historyCommands(desk);
    const sheets = sheetCommands(desk);
    const undo = undoCommands(desk);
    const m = await loadMessages(locale);
    let saves = 0;
    const law = fc.asyncProperty(
      fc.uniqueArray(fc.nat(400), { minLength: 3, maxLength: 30 }),
      anyDraft,
      async (positions, draft) => {
        await desk.selections.edit(HARBOR, scope.window, (before) =>
          withPositions(before, positions, true, clock.now()),
        );
        const asked = { customerId, scope, draft, onShortage, locale };
        const { consequences, sheet } = await save.saveReview(asked);
        const told = toldIn(sheet);
        expect(told.staying.reduce((sum, one) => sum + one.users, told.users)).toBe(
          positions.length,
        );
        const who = { operator: 'Ada', reference: null, note: null };
        const request = { ...who, draft, onShortage, consequences };
        const saved = await save.save({ customerId, scope, request, locale });
        if (!saved.ok) {
          expect([saved.error.kind, told.lines]).toEqual(['nothingToDo', []]);
          await desk.selections.edit(HARBOR, scope.window, (before) =>
            withPositions(before, positions, false, clock.now()),
          );
          return;
        }
        saves++;
        const changeId = saved.value;
        const source: SheetSource = { kind: 'change', changeId };

        const after = await changeCommands(desk).change({
          ...{ customerId, changeId, filter: 'all', locale },
          ...place,
        });
        expect(toldIn(after!.sheet)).toEqual(told);
        expect(after!.counts.planned).toBe(told.users);
        const { rows: entries } = await history.history({ customerId, text: '', locale, ...place });
        const entry = entries.find((one) => one.changeId === changeId && one.kind === 'saved');
        expect(entry).toMatchObject({ planned: told.users, lines: told.lines });
        const report = await reportCommands(desk).changeReport({
          ...{ customerId, changeId, most: 10, locale },
        });
        expect(toldIn(report!.sheet)).toEqual(told);

        const open = await desk.customers.open(HARBOR);
        const words = issueWords(m, open.namer(locale), locale);
        const [exported] = await effectsInExport(desk);
        for (const one of told.lines) expect(exported).toContain(lineText(one, words));

        // nothing else is pending: what a sync would do is just this change
        const review = await commands.syncReview(HARBOR, locale);
        expect({ ...toldIn(review.sheet), staying: told.staying }).toEqual(told);

        for (const { item, users } of told.lines) {
          const ask = { customerId, source, item, text: '', locale, ...place };
          const people = await sheets.sheetPeople(ask);
          expect(people.total).toBe(users);
          const { userId } = people.rows[0]!;
          const mine = await history.userHistory({ customerId, userId, locale, ...place });
          const items = mine!.rows[0]!.lines.map((one) => one.item);
          expect(items).toContainEqual(item);
        }

        const step = { changeId, kind: 'takenOut' } as const;
        const back = await undo.stepView({ customerId, step, onShortage, locale });
        expect(back.preview).toMatchObject({ users: told.users, moved: told.users });
        expect(back.sheet.users).toBe(told.users);
        const freed = (units: SheetView['units']) =>
          units.map(({ skuId, needed, freed: gone }) => [skuId, needed - gone]).sort();
        expect(freed(back.sheet.units)).toEqual(
          freed(
            told.units.map((one) => ({
              ...one,
              needed: one.freed,
              freed: one.needed,
              available: null,
            })),
          ),
        );
        const done = await undo.moveChange(HARBOR, step, {
          consequences: back.consequences,
          operator: 'Ada',
          onShortage,
        });
        expect(done).toEqual({ ok: true, value: told.users });
      },
    );
    await fc.assert(law, { numRuns: runs({ quick: 16, all: 100 }), endOnFailure: true });
    expect(saves).toBeGreaterThan(4);
  });
});
