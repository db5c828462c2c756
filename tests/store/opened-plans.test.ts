// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#plan/change.ts';
import { knownPlan, noteOpenedPlan } from '#store/opened-plans.ts';
import { saveChange, type NewChange } from '#store/save-change.ts';
import { E5 } from '../users/merge-records.ts';
import { FailingWrites } from './failing-writes.ts';
import { handedPlanId } from './handover-rows.ts';
import {
  assign,
  C1,
  C2,
  changeOf,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
} from './open-store.ts';

const PLAN = handedPlanId(7);
const LIST = 'list-7';

/** A customer at which a plan file is reviewed. */
async function reviewing() {
  const db = openStore();
  const writes = new FailingWrites(db);
  const data = await imported(db, C1, sampleBatch(20));
  const opened = { customerId: C1, id: PLAN, fileName: 'plan.json', listId: LIST };
  expect(await noteOpenedPlan(db, opened)).toBeNull();
  const change = changeOf(data, [1, 2], assign(E5));
  const save = (
    one: NewChange = change,
    version = data.customer.version,
    listId: string | null = LIST,
  ) =>
    saveChange(db, data, one, {
      expectedVersion: version,
      waiting: { added: [], resolved: [] },
      listId,
    });
  return { db, writes, data, opened, change, save };
}

const savedAs = ({ id, savedAt }: NewChange) => ({
  ...{ kind: 'savedHere', customerId: C1, changeId: id, at: savedAt },
});

describe('the Save of a plan file', () => {
  it('is known with its date from the moment on that it is in the journal', async () => {
    const { db, save, change } = await reviewing();
    expect(await knownPlan(db, PLAN)).toBeNull();
    expect((await save()).ok).toBe(true);
    expect(await knownPlan(db, PLAN)).toEqual(savedAs(change));
    const [row] = await db.openedPlans.toArray();
    expect(row?.saved?.changeId).toBe(change.id);
  });

  it('that breaks off at any write has not happened at all, and can be done again', async () => {
    let points = 0;
    for (let n = 1; ; n++) {
      const { db, writes, save } = await reviewing();
      const before = await everything(db);
      writes.failAt(n);
      const failed = await save().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!writes.stop()) break;
      points++;
      expect(failed, `write ${n}`).not.toBeNull();
      expect(await everything(db), `write ${n}`).toEqual(before);
      expect(await knownPlan(db, PLAN), `write ${n}`).toBeNull();
      expect((await save()).ok, `write ${n}`).toBe(true);
      expect(await knownPlan(db, PLAN), `write ${n}`).not.toBeNull();
    }
    expect(points).toBeGreaterThan(4);
  });

  it('happens once, whichever window or customer it is tried at', async () => {
    const { db, save, opened } = await reviewing();
    await imported(db, C2, sampleBatch(20));
    await noteOpenedPlan(db, { ...opened, customerId: C2 });
    await save();
    const before = await everything(db);
    for (const id of [C1, C2]) {
      const data = await loaded(db, id);
      const again = { ...changeOf(data, [3], assign(E5)), id: 'again' as ChangeId };
      const waiting = { added: [], resolved: [] };
      const end = await saveChange(db, data, again, {
        expectedVersion: data.customer.version,
        waiting,
        listId: LIST,
      });
      expect(end).toEqual({ ok: false, error: { kind: 'planSaved' } });
    }
    expect(await everything(db)).toEqual(before);
  });

  it('is answered like the first time when it is asked for again', async () => {
    const { save } = await reviewing();
    const first = await save();
    expect(await save()).toEqual(first);
  });

  it('stays known where another window opens the file at the same moment', async () => {
    const { db, save, opened, change } = await reviewing();
    await save();
    expect(await noteOpenedPlan(db, opened)).toEqual(savedAs(change));
    expect(await knownPlan(db, PLAN)).toEqual(savedAs(change));
  });

  it('has nothing to do with lists of other files', async () => {
    const { db, save, change } = await reviewing();
    expect((await save(change, undefined, 'another list')).ok).toBe(true);
    expect(await knownPlan(db, PLAN)).toBeNull();
  });
});
