// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { writeDraft } from '#store/drafts.ts';
import { writeFacts } from '#store/facts.ts';
import { reviewOf } from '#store/reviews.ts';
import { readSelection } from '#store/selections.ts';
import { emptySelection } from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';
import { E3, E5 } from '../users/merge-records.ts';
import { anySet } from '../licenses/any-set.ts';
import { runs } from '../runs.ts';
import { FailingWrites } from './failing-writes.ts';
import { factOf } from './made-facts.ts';
import {
  assign,
  awaitedName,
  C1,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { ADDED_IN_2, VERSION_1, VERSION_3, VERSION_4, VERSION_5 } from './old-schemas.ts';
import { putHandoverRows } from './handover-rows.ts';
import { putSyncRows, syncRows } from './sync-rows.ts';
import {
  blockAsSecond,
  columnsAsFirst,
  draftRowAsFirst,
  handoverAsFifth,
  headAsFirst,
  operationAsFifth,
  setsAsSixth,
} from './version-1.ts';

/** How version 1 stored a filter. */
const FIRST_QUERY = {
  ...{ text: '', holds: null, withoutLicense: false, withoutLocation: false },
  sort: { by: 'displayName', descending: false },
};

type Rows = Record<keyof typeof VERSION_1, Record<string, unknown>[]>;

/** Of each table of version 1, what is in it. */
async function rowsOf(db: Dexie): Promise<Rows> {
  const names = Object.keys(VERSION_1);
  const tables = names.map(async (name) => [name, await db.table(name).toArray()] as const);
  return Object.fromEntries(await Promise.all(tables)) as Rows;
}

/** Today's rows as version 1 wrote them. */
const asVersion1 = (rows: Rows): Rows => ({
  ...rows,
  licenseBlocks: rows.licenseBlocks.map(blockAsSecond),
  licenseSets: rows.licenseSets.map(setsAsSixth),
  drafts: rows.drafts.map(draftRowAsFirst),
  changes: rows.changes.map((head, i) => headAsFirst(head, rows.changeColumns[i]!)),
  changeColumns: rows.changeColumns.map(columnsAsFirst),
});

/** A database of that number with a claim under way and users who are handed over, and what is in it today. */
async function asWritten(version: number, stores: Readonly<Record<string, string>>) {
  const today = openStore();
  await imported(today, C1, sampleBatch(5));
  await saved(today, C1, [0, 1], assign(E5));
  await putSyncRows(today, C1);
  await putHandoverRows(today, C1);
  const rows: Record<string, unknown[]> = await everything(today);
  const asFifth: Partial<typeof rows> = {
    operations: (rows['operations'] as Rows['customers']).map(operationAsFifth),
    handovers: (rows['handovers'] as Rows['customers']).map(handoverAsFifth),
  };
  const sets = (await today.licenseSets.toArray()).map((row) => setsAsSixth({ ...row }));
  const old: Record<string, unknown[]> = {
    ...rows,
    licenseSets: sets,
    ...(version < 6 ? asFifth : {}),
  };
  const db = new Dexie(crypto.randomUUID());
  db.version(version).stores(stores);
  await db.open();
  for (const { name } of db.tables) await db.table(name).bulkPut(old[name]!);
  db.close();
  return { name: db.name, rows };
}

describe('a database that version 6 wrote', () => {
  it('is opened with everything in it: license sets are columns', async () => {
    const { name, rows } = await asWritten(6, VERSION_5);
    expect(await everything(new SeatwiseDatabase(name))).toEqual(rows);
  });

  it('stays one of version 6 where the upgrade is cut off, and is upgraded the next time', async () => {
    const { name, rows } = await asWritten(6, VERSION_5);
    const asStored = async () => {
      const old = new Dexie(name);
      old.version(6).stores(VERSION_5);
      const sets = await old.table<Record<string, unknown>>('licenseSets').toArray();
      old.close();
      return sets;
    };
    const before = await asStored();
    // of an import and of a Save
    expect(before.length).toBeGreaterThan(1);
    const cut = new SeatwiseDatabase(name);
    new FailingWrites(cut).failAt(2);
    await expect(cut.open()).rejects.toThrow();
    cut.close();
    expect(await asStored()).toEqual(before);
    expect(await everything(new SeatwiseDatabase(name))).toEqual(rows);
  });

  it('gives every user the licenses that were stored, whatever is told of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySet, { maxLength: 20 }), async (some) => {
        const sets = new LicenseSets();
        for (const one of some) sets.intern(one);
        const told = Array.from({ length: sets.size }, (_, number) => sets.told(number));
        const name = crypto.randomUUID();
        const old = new Dexie(name);
        old.version(6).stores(VERSION_5);
        const half = Math.ceil(told.length / 2);
        await old.table('licenseSets').bulkAdd([
          { customerId: C1, first: 0, sets: told.slice(0, half) },
          { customerId: C1, first: half, sets: told.slice(half) },
        ]);
        old.close();
        const opened = new SeatwiseDatabase(name);
        const back = new LicenseSets(await opened.licenseSets.toArray());
        expect(told.map((_, number) => back.told(number))).toEqual(told);
        expect(back.size).toBe(told.length);
        await opened.delete();
      }),
      { numRuns: runs({ quick: 20, all: 500 }) },
    );
  });
});

describe('a database that version 5 wrote', () => {
  it('is opened with everything in it: a claim has a state, and a handover its column', async () => {
    const { name, rows } = await asWritten(5, VERSION_5);
    expect(await everything(new SeatwiseDatabase(name))).toEqual(rows);
    expect(JSON.stringify([rows['operations'], rows['handovers']])).not.toMatch(/standing/);
  });
});

describe('a database that version 4 wrote', () => {
  it('is opened with everything in it', async () => {
    const { name, rows } = await asWritten(4, VERSION_4);
    expect(await everything(new SeatwiseDatabase(name))).toEqual({ ...rows, keptLists: [] });
  });
});

describe('a database that version 3 wrote', () => {
  it('is opened with everything in it, and a run that was under way has no review to go on by', async () => {
    const { name, rows } = await asWritten(3, VERSION_3);
    const db = new SeatwiseDatabase(name);
    expect(await everything(db)).toEqual({ ...rows, reviews: [], keptLists: [] });
    const review = await reviewOf(db, C1, syncRows(C1).run.id);
    expect(review.goodUntil(Date.now())).toBe(0);
    expect(review.user(1)).toBeNull();
  });
});

describe('a database that version 2 wrote', () => {
  it('is opened with everything in it, and nothing sent', async () => {
    const today = openStore();
    await imported(today, C1, sampleBatch(5000));
    await saved(today, C1, [0, 4999], assign(E5));
    await today.awaited.put({ ...awaitedName('change-1', 'new@contoso.com'), customerId: C1 });
    const name = crypto.randomUUID();
    const second = new Dexie(name);
    second.version(1).stores(VERSION_1);
    second.version(2).stores(ADDED_IN_2);
    for (const table of second.tables) {
      const rows = (await today.table(table.name).toArray()) as Rows['customers'];
      const isSets = table.name === 'licenseSets';
      const isBlock = table.name === 'licenseBlocks';
      await table.bulkAdd(
        isBlock ? rows.map(blockAsSecond) : isSets ? rows.map(setsAsSixth) : rows,
      );
    }
    expect(JSON.stringify(await second.table('licenseBlocks').toArray())).not.toMatch(/settled/);
    second.close();

    const opened = new SeatwiseDatabase(name);
    const { settledThrough } = await loaded(opened, C1);
    expect(settledThrough).toEqual(new Uint32Array(5000));
    expect(await everything(opened)).toEqual(await everything(today));
  });
});

describe('a database that version 1 wrote', () => {
  it('is opened with everything in it: drafts without swaps, changes of one part, all open', async () => {
    const today = openStore();
    await imported(today, C1, sampleBatch(5));
    await saved(today, C1, [0, 1, 2], assign(E5));
    await saved(today, C1, [4, 3], { ...assign(E3), usageLocation: 'DE' }, 'a-second');
    await writeDraft(today, { customerId: C1, window: 'w1', scope: 'selection' }, assign(E5), 1);
    await writeFacts(today, [factOf('sample', { kind: 'customer', id: C1 })]);
    const name = crypto.randomUUID();
    const first = new Dexie(name);
    first.version(1).stores(VERSION_1);
    const old = asVersion1(await rowsOf(today));
    for (const [table, rows] of Object.entries(old)) await first.table(table).bulkAdd(rows);
    expect(Object.keys(old.changes[0]!)).toEqual(
      expect.arrayContaining(['draft', 'state', 'userCount', 'counts', 'shortages']),
    );
    expect(old.changeColumns[0]).not.toHaveProperty('standing');
    expect(JSON.stringify(old)).not.toMatch(/swaps|parts|standings|events|settled/);
    await first.table('selections').add({
      ...{ customerId: C1, scope: 'users', window: 'w1', at: 1 },
      value: {
        members: Uint32Array.of(2),
        matching: { ...FIRST_QUERY, text: 'ann', holds: E3 },
        seen: 5,
        chosenAt: 7,
      },
    });
    first.close();

    const opened = new SeatwiseDatabase(name);
    const selection = await readSelection(opened, C1, 'w1');
    expect(selection).toEqual({
      ...emptySelection,
      ...{ members: BitSet.of([1]), seen: 5, chosenAt: 7 },
      matching: { ...everybody, text: 'ann', holdsAny: [E3] },
    });
    expect((await loaded(opened, C1)).awaited).toEqual([]);
    await opened.selections.clear();
    expect(await everything(opened)).toEqual(await everything(today));
  });
});
