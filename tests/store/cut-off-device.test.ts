// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { steady } from '#base/pace.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import { backup } from '#store/backup.ts';
import { keepCatalogNames } from '#store/catalog-names.ts';
import { type SeatwiseDatabase, wipe } from '#store/database.ts';
import { writeDraft } from '#store/drafts.ts';
import { narrowFact, switchFact, widenFact } from '#store/fact-decisions.ts';
import { writeFacts } from '#store/facts.ts';
import { writeListPlan } from '#store/list-plans.ts';
import { keepMapping } from '#store/mappings.ts';
import { renamePreset, savePreset } from '#store/presets.ts';
import { putPurchase } from '#store/purchases.ts';
import { writeSelection } from '#store/selections.ts';
import { writeSettings } from '#store/settings.ts';
import { emptySelection } from '#users/selection-edit.ts';
import { E5 } from '../users/merge-records.ts';
import { cutOffAtEveryWrite, nothing } from './cut-off.ts';
import { putHandoverRows } from './handover-rows.ts';
import { EVERYWHERE, factOf, learnedAt } from './made-facts.ts';
import {
  assign,
  awaitedName,
  C1,
  C2,
  clock,
  everything,
  imported,
  listPlan,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { putSyncRows } from './sync-rows.ts';
import { putBack } from './put-back.ts';

const BUILT_IN = factOf('documented', EVERYWHERE, 'built in');
const LEARNED = learnedAt(C1);
const preset: Preset = {
  ...{ id: 'p1' as PresetId, name: 'New hire', draft: assign(E5), products: [] },
  ...{ savedAt: 7, operator: 'Kim' },
};
const settings = { locale: 'zh-Hans', amberDays: 4 };

/** Things of many kinds, at the customer that is there and at another one. */
async function furnish(db: SeatwiseDatabase): Promise<void> {
  await imported(db, C2, sampleBatch(3));
  await saved(db, C1, [1, 2], assign(E5));
  await putSyncRows(db, C1);
  await putHandoverRows(db, C1);
  await db.awaited.put({ ...awaitedName('change-1', 'new@contoso.com'), customerId: C1 });
  await writeFacts(db, [LEARNED, BUILT_IN]);
  await writeSettings(db, settings);
  await savePreset(db, preset);
}

/** A backup of a device on which C1 is another, and C2 too. */
const file = (async () => {
  const db = openStore();
  await imported(db, C1, sampleBatch(20));
  await furnish(db);
  await writeSettings(db, { locale: 'en' });
  return backup(db, null, 99, steady);
})();

cutOffAtEveryWrite({
  'a restore in the place of what is there': {
    before: furnish,
    act: async (db) => putBack(db, await file),
  },
  'a restore beside what is there': {
    before: nothing,
    act: async (db) => putBack(db, await file),
  },
  'learning facts': { before: nothing, act: (db) => writeFacts(db, [LEARNED, BUILT_IN]) },
  'switching a fact that the app brings': {
    before: nothing,
    act: (db) => switchFact(db, [BUILT_IN], BUILT_IN.id, false),
  },
  'switching a fact that was learned': {
    before: (db) => writeFacts(db, [LEARNED]),
    act: (db) => switchFact(db, [], LEARNED.id, false),
  },
  'widening a fact': {
    before: (db) => writeFacts(db, [LEARNED]),
    act: (db) => widenFact(db, LEARNED.id, 'Ada', 8),
  },
  'narrowing a fact': {
    before: async (db) => {
      await writeFacts(db, [LEARNED]);
      await widenFact(db, LEARNED.id, 'Ada', 8);
    },
    act: (db) => narrowFact(db, LEARNED.id),
  },
  'choosing settings': { before: nothing, act: (db) => writeSettings(db, settings) },
  'saving a preset': { before: nothing, act: (db) => savePreset(db, preset) },
  'renaming a preset': {
    before: (db) => savePreset(db, preset),
    act: (db) => renamePreset(db, preset.id, 'Newcomer'),
  },
  'keeping what columns are': {
    before: nothing,
    act: (db) => keepMapping(db, { kind: 'users', header: 'a b', columns: ['x'], savedAt: 1 }),
  },
  "keeping Microsoft's names": {
    before: nothing,
    act: (db) =>
      keepCatalogNames(db, {
        ...{ id: 'microsoft', fileName: 'names.csv', savedAt: 1 },
        ...{ products: [], servicePlans: [] },
      }),
  },
  'putting something on the list to buy': {
    before: nothing,
    act: (db) => putPurchase(db, { customerId: C1, skuId: E5, count: 3, addedAt: 1 }),
  },
  'keeping a selection': {
    before: nothing,
    act: (db) => {
      const members = BitSet.of([1, 2]);
      return writeSelection(
        db,
        { customerId: C1, window: 'w1', now: 1 },
        { ...emptySelection, members },
      );
    },
  },
  'keeping ticks': {
    before: nothing,
    act: (db) =>
      writeDraft(db, { customerId: C1, window: 'w1', scope: 'selection' }, assign(E5), 1),
  },
  'keeping a list that is reviewed': {
    before: nothing,
    act: (db) => writeListPlan(db, { customerId: C1, window: 'w1', now: 1 }, listPlan(1, 2)),
  },
});

it('a wipe that fails leaves all as it was, and can be done again', async () => {
  const db = openStore();
  await imported(db, C1, sampleBatch(10));
  await furnish(db);
  const was = await everything(db);
  const deleting = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('the disk is gone', 'UnknownError');
  });
  onTestFinished(() => deleting.mockRestore());
  await expect(wipe(db, clock())).rejects.toThrow('the disk is gone');
  expect(await everything(db)).toEqual(was);
  deleting.mockRestore();
  await wipe(db, clock());
  expect(Object.values(await everything(db)).flat()).toEqual([]);
});
