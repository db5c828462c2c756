// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Change, ChangeId } from '#plan/change.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import {
  changesOf,
  changesOfUser,
  getChange,
  listChanges,
  plannedByChanges,
} from '#store/changes.ts';
import { saveChange } from '#store/save-change.ts';
import { historyCommands } from '#worker/history/history-commands.ts';
import { E5 } from '../users/merge-records.ts';
import { openDesk } from '../worker/desk.ts';
import { assign, C1, changeOf, imported, openStore, sampleBatch } from './open-store.ts';

const MANY = 230;
const page = { customerId: C1, locale: 'en', page: 0, pageSize: 25 } as const;

/** User n of 10 gets and loses E5 in turn, in so many Saves. */
async function saved(db: SeatwiseDatabase, count: number): Promise<void> {
  let data = await imported(db, C1, sampleBatch(10));
  for (let n = 0; n < count; n++) {
    const revoke = { products: [{ skuId: E5, action: 'revoke', servicePlans: {} }] } as const;
    const draft = { ...assign(E5), ...(Math.floor(n / 10) % 2 === 0 ? {} : revoke) };
    const change = changeOf(data, [n % 10], draft, `change-${n}`);
    const end = await saveChange(db, data, change, { expectedVersion: data.customer.version });
    if (!end.ok) throw new Error(end.error.kind);
    ({ data } = end.value);
  }
}

/** How often the database is asked, from now on. */
function counted(db: SeatwiseDatabase): () => number {
  let count = 0;
  db.use({
    stack: 'dbcore',
    name: 'counted',
    create: (core) => ({
      ...core,
      transaction: (...asked) => {
        count++;
        return core.transaction(...asked);
      },
    }),
  });
  return () => count;
}

async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
}

it('gives many changes as each of them is, in their order, without those that are gone', async () => {
  const db = openStore();
  await saved(db, MANY);
  const heads = await listChanges(db, C1);
  const each: (Change | null)[] = [];
  for (const { id } of heads) each.push(await getChange(db, C1, id));
  expect(await all(changesOf(db, C1, heads))).toEqual(each);

  const gone = heads[50]!.id;
  await db.changes.delete([C1, gone]);
  const left = await all(changesOf(db, C1, heads));
  expect(left.map(({ id }) => id)).toEqual(heads.map(({ id }) => id).filter((id) => id !== gone));
  const ofUser = await all(changesOfUser(db, C1, 3));
  const ids = ofUser.map(({ change }) => change.id);
  const saves = Array.from({ length: MANY / 10 }, (_, n) => `change-${10 * n + 3}` as ChangeId);
  expect(ids).toEqual(saves.reverse().filter((id) => id !== gone));
});

it('is searched without asking the database for each change', async () => {
  const db = openStore();
  const asked = counted(db);
  await saved(db, MANY);
  const { history } = historyCommands(openDesk(db));
  const shown = await history({ ...page, text: '' });
  expect(shown).toMatchObject({ total: MANY, matching: MANY });

  const before = asked();
  const { matching } = await history({ ...page, text: 'part_06eb' });
  expect(matching).toBe(MANY);
  expect(asked() - before).toBeLessThan(20);

  // who prepared it, and who asks while it is prepared, reads no change a second time
  const prepared = historyCommands(openDesk(db));
  const begun = asked();
  const ready = prepared.prepareHistorySearch(C1);
  expect(await prepared.history({ ...page, text: 'part_06eb' })).toMatchObject({ matching: MANY });
  await ready;
  expect(asked() - begun).toBeLessThan(12);
  const later = asked();
  expect(await prepared.history({ ...page, text: 'part_06eb' })).toMatchObject({ matching: MANY });
  expect(asked() - later).toBeLessThan(3);
});

it('gives what many changes planned as each of them says, without those that are gone', async () => {
  const db = openStore();
  await saved(db, 130);
  const heads = (await listChanges(db, C1)).filter((_, n) => n % 3 > 0);
  await db.changeColumns.delete([C1, heads[5]!.id]);
  const planned = await all(plannedByChanges(db, C1, heads));
  const left = heads.filter((_, n) => n !== 5);
  const byId = new Map(planned.map((one) => [one.id, one]));
  expect(byId.size).toBe(planned.length);
  expect([...byId.keys()].sort()).toEqual(left.map(({ id }) => id).sort());
  for (const { id } of left) {
    expect(await getChange(db, C1, id)).toMatchObject({
      users: byId.get(id)?.users,
      parts: byId.get(id)?.parts,
    });
  }
});
