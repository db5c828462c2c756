// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { removeCustomer } from '#store/edit-customers.ts';
import { keptLists, noteReviewedPart, partStates } from '#store/kept-lists.ts';
import { saveChange } from '#store/save-change.ts';
import { E5 } from '../users/merge-records.ts';
import { FailingWrites } from './failing-writes.ts';
import {
  assign,
  C1,
  C2,
  changeOf,
  clock,
  imported,
  loaded,
  openStore,
  sampleBatch,
} from './open-store.ts';
import { stepOn } from './steps.ts';

const LIST = 'list-7';
const sizes = new Map([
  [C1, 4],
  [C2, 2],
]);
const file = { id: 'digest', fileName: 'week.csv', bytes: new Uint8Array([1, 2]), at: 1, sizes };

/** A list of two customers, of which the part of the first is reviewed. */
async function reviewing() {
  const db = openStore();
  const writes = new FailingWrites(db);
  const data = await imported(db, C1, sampleBatch(20));
  await imported(db, C2, sampleBatch(3));
  await noteReviewedPart(db, file, { customerId: C1, listId: LIST });
  const change = changeOf(data, [1, 2], assign(E5));
  const save = () =>
    saveChange(db, data, change, { expectedVersion: data.customer.version, listId: LIST });
  const states = async () => {
    const [list] = await keptLists(db);
    return list === undefined ? [] : partStates(db, list.parts);
  };
  return { db, writes, change, save, states };
}

const left = (customerId: string, rows: number) => ({ customerId, rows, saved: null });

describe('a list of several customers that is worked on', () => {
  it('says what is saved from the moment on that it is in the journal, whatever is reviewed after', async () => {
    const { db, change, save, states } = await reviewing();
    expect(await states()).toEqual([left(C1, 4), left(C2, 2)]);
    expect((await save()).ok).toBe(true);
    const saved = { customerId: C1, rows: 4, saved: { changeId: change.id, at: change.savedAt } };
    expect(await states()).toEqual([saved, left(C2, 2)]);
    await noteReviewedPart(db, file, { customerId: C2, listId: 'list-8' });
    expect(await states()).toEqual([saved, left(C2, 2)]);
  });

  it('has nothing saved of which other rows are the customer’s by now', async () => {
    const { db, save, states } = await reviewing();
    await save();
    const others = { ...file, sizes: new Map([[C1, 5]]) };
    await noteReviewedPart(db, others, { customerId: C1, listId: 'list-8' });
    expect(await states()).toEqual([left(C1, 5)]);
  });

  it('has nothing saved by a Save that breaks off at any write', async () => {
    for (let n = 1; ; n++) {
      const { writes, save, states } = await reviewing();
      writes.failAt(n);
      await save().catch(() => undefined);
      if (!writes.stop()) break;
      expect(await states(), `write ${n}`).toEqual([left(C1, 4), left(C2, 2)]);
    }
  });

  it('is saved where everybody had it already', async () => {
    const { db, save, states } = await reviewing();
    await save();
    await noteReviewedPart(db, file, { customerId: C1, listId: 'list-8' });
    const data = await loaded(db, C1);
    const again = changeOf(data, [1, 2], assign(E5), 'again');
    expect(again.causes.map(({ kind }) => kind)).toEqual(['already']);
    const { version } = data.customer;
    await saveChange(db, data, again, { expectedVersion: version, listId: 'list-8' });
    expect((await states())[0]?.saved?.changeId).toBe(again.id);
  });

  it('is left to do again where everybody was taken out of the change', async () => {
    const { db, change, save, states } = await reviewing();
    await save();
    const { save: undo } = await stepOn(db, await loaded(db, C1), change.id, 'takenOut');
    expect((await undo()).ok).toBe(true);
    expect(await states()).toEqual([left(C1, 4), left(C2, 2)]);
  });

  it('keeps nothing of a customer that goes, and goes with the last one', async () => {
    const { db, states } = await reviewing();
    await removeCustomer(db, C1, clock());
    expect(await states()).toEqual([left(C2, 2)]);
    await removeCustomer(db, C2, clock());
    expect(await keptLists(db)).toEqual([]);
  });

  it('is one of the eight newest', async () => {
    const { db } = await reviewing();
    for (let n = 0; n < 9; n++) {
      const other = { ...file, id: `digest ${n}`, at: 2 + n };
      await noteReviewedPart(db, other, { customerId: C1, listId: `list ${n}` });
    }
    expect((await keptLists(db)).map(({ at }) => at)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
  });
});
