// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, steady, type Pace } from '#base/pace.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { sweepUnfinished, takeLease } from '#store/import-lease.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { openChanges } from '#store/changes.ts';
import { publishImport } from '#store/publish-import.ts';
import { writeBatch } from '#store/write-batch.ts';
import { foldChanges } from '#plan/fold.ts';
import { isPending } from '#users/user-table.ts';
import { batchOf, direct, E3, E5, graphUser, mergeBatch, owned } from '../users/merge-records.ts';
import {
  assign,
  C1,
  C2,
  clock,
  everything,
  imported,
  importOptions,
  loaded,
  newCustomer,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';

const existing = { kind: 'existing', id: C1 } as const;

/** A rest of an import of 40,000 users by which some of its blocks are written and some are not. */
const MIDWAY = 86;
const big = sampleBatch(40_000);

/** Does something once, when the import rests for the nth time. */
const interrupting = (nth: number, act: () => Promise<void>): Pace => {
  let rests = 0;
  return {
    due: () => true,
    rest: async () => {
      if (++rests === nth) await act();
    },
  };
};

const cancelAt = (nth: number): Pace =>
  interrupting(nth, async () => {
    throw new Cancelled();
  });

describe('an import', () => {
  it('is loaded as it was merged, over several blocks', async () => {
    const db = openStore();
    const batch = sampleBatch(9000);
    const merged = await mergeBatch(null, batch, importOptions, steady);
    const data = await imported(db, C1, batch);
    expect(await db.userBlocks.count()).toBe(3);
    expect(data.table.count).toBe(9000);
    expect(data.table.texts).toEqual(merged.columns.texts);
    expect(data.table.licenses.baseline).toEqual(merged.columns.licenses.baseline);
    expect(data.table.licenses.planned).toEqual(merged.columns.licenses.baseline);
    expect(data.sets.since(0)).toEqual(merged.sets.since(0));
    expect(data.customer).toMatchObject({ userCount: 9000, productCount: 2, pendingCount: 0 });
  });

  it('of anything is loaded as it was merged, again and again', async () => {
    const text = fc.constantFrom('', 'Zoë', '王小明', '👩‍💻', 'é', 'مريم', '\u0000', 'a'.repeat(300));
    const user = fc
      .record({ n: fc.nat(8), displayName: text, department: text, e3: fc.boolean() })
      .map(({ n, e3, ...part }) => graphUser(n, { ...part, licenses: e3 ? [direct(E3)] : [] }));
    const batch = fc.uniqueArray(user, { selector: ({ objectId }) => objectId });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 3 }), async (batches) => {
        const db = openStore();
        for (const users of batches) {
          const before = await loadCustomer(db, C1);
          const merged = await mergeBatch(before, batchOf(users), importOptions, steady);
          const after = await imported(db, C1, batchOf(users));
          expect(after.table.texts).toEqual(merged.columns.texts);
          expect(after.table.flags).toEqual(merged.columns.flags);
          expect(after.table.licenses.baseline).toEqual(merged.columns.licenses.baseline);
          expect(after.table.locations.baseline).toEqual(merged.columns.locations.baseline);
          expect(after.sets.since(0)).toEqual(merged.sets.since(0));
          expect(after.products).toEqual(merged.products);
        }
        expect(await db.userBlocks.count()).toBe(await db.licenseBlocks.count());
      }),
      { numRuns: 30 },
    );
  });

  it('leaves one revision of blocks, and nobody waiting', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(50));
    await imported(db, C1, sampleBatch(5000));
    expect(await db.userBlocks.count()).toBe(2);
    expect(await db.licenseBlocks.count()).toBe(2);
    expect(await db.imports.count()).toBe(0);
  });

  it('into a customer that was removed writes nothing', async () => {
    const db = openStore();
    const before = await everything(db);
    const end = await writeBatch(
      db,
      existing,
      { batch: sampleBatch(5), options: importOptions },
      { now: clock, pace: steady },
    );
    expect(end).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(await everything(db)).toEqual(before);
  });

  it('keeps tenant, name and a sample’s origin, and takes the newest age', async () => {
    const db = openStore();
    const before = await imported(db, C1, sampleBatch(5, { origin: 'sample', dataAt: 3000 }));
    const { customer } = await imported(db, C1, sampleBatch(5, { dataAt: 2000 }));
    expect(customer).toMatchObject({
      origin: 'sample',
      dataAt: 3000,
      name: 'Customer c1',
      version: before.customer.version + 1,
    });
  });
});

describe('an import that does not come to its end', () => {
  it('leaves nothing when cancelled, at whatever point', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const before = await everything(db);
    for (const nth of [1, 40, 81, MIDWAY]) {
      const into = writeBatch(
        db,
        existing,
        { batch: big, options: importOptions },
        { now: clock, pace: cancelAt(nth) },
      );
      await expect(into).rejects.toThrow(Cancelled);
      expect(await everything(db)).toEqual(before);
    }
    const other = writeBatch(
      db,
      newCustomer(C2),
      { batch: big, options: importOptions },
      { now: clock, pace: cancelAt(MIDWAY) },
    );
    await expect(other).rejects.toThrow(Cancelled);
    expect(await everything(db)).toEqual(before);
  });

  it('is not visible while it runs', async () => {
    const db = openStore();
    const before = await imported(db, C1, sampleBatch(20));
    let during: unknown = null;
    const look = interrupting(MIDWAY, async () => {
      expect(await db.userBlocks.count()).toBeGreaterThan(1);
      during = (await loaded(db, C1)).table;
    });
    await writeBatch(
      db,
      existing,
      { batch: big, options: importOptions },
      { now: clock, pace: look },
    );
    expect(during).toEqual(before.table);
  });

  it('leaves nothing when its last transaction fails', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const before = await everything(db);
    const full = () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    };
    db.groups.hook('creating', full);
    db.groups.hook('updating', full);
    const end = writeBatch(
      db,
      existing,
      { batch: sampleBatch(9000), options: importOptions },
      { now: clock, pace: steady },
    );
    await expect(end).rejects.toThrow('disk full');
    expect(await everything(db)).toEqual(before);
  });

  it('is swept when its window died, once nobody can be writing it', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const before = await everything(db);
    const lease = (await takeLease(db, C1, 0))!;
    const block = (await db.userBlocks.toArray())[0]!;
    await db.userBlocks.put({ ...block, revision: lease.revision });
    await sweepUnfinished(db, 1);
    expect(await db.userBlocks.count()).toBe(2);
    await sweepUnfinished(db, 60_000);
    expect(await everything(db)).toEqual(before);
  });

  it('ends when the customer is removed meanwhile', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const remove = interrupting(MIDWAY, () => removeCustomer(db, C1, clock()));
    const end = await writeBatch(
      db,
      existing,
      { batch: big, options: importOptions },
      { now: clock, pace: remove },
    );
    expect(end).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });
});

describe('two imports of one customer', () => {
  it('exclude each other, and do not hinder another customer', async () => {
    const db = openStore();
    const ends: unknown[] = [];
    const second = interrupting(3, async () => {
      ends.push(
        await writeBatch(
          db,
          newCustomer(C1),
          { batch: sampleBatch(5), options: importOptions },
          { now: clock, pace: steady },
        ),
      );
      ends.push(
        await writeBatch(
          db,
          newCustomer(C2),
          { batch: sampleBatch(5), options: importOptions },
          { now: clock, pace: steady },
        ),
      );
    });
    const first = await writeBatch(
      db,
      newCustomer(C1),
      { batch: sampleBatch(5000), options: importOptions },
      { now: clock, pace: second },
    );
    expect(first.ok).toBe(true);
    expect(ends).toMatchObject([{ ok: false, error: { kind: 'busy' } }, { ok: true }]);
  });

  it('the one that stood still too long writes nothing after another took its place', async () => {
    const db = openStore();
    let time = 0;
    const takeOver = interrupting(MIDWAY, async () => {
      time += 60_000;
      const second = await writeBatch(
        db,
        newCustomer(C1),
        { batch: sampleBatch(7), options: importOptions },
        { now: () => time, pace: steady },
      );
      expect(second.ok).toBe(true);
    });
    const first = await writeBatch(
      db,
      newCustomer(C1),
      { batch: big, options: importOptions },
      { now: () => time, pace: takeOver },
    );
    expect(first).toEqual({ ok: false, error: { kind: 'busy' } });
    expect((await loaded(db, C1)).table.count).toBe(7);
    expect(await db.userBlocks.count()).toBe(1);
  });

  it('the one that lost its place at the very end puts nothing in place', async () => {
    const db = openStore();
    const base = await imported(db, C1, sampleBatch(20));
    const lease = (await takeLease(db, C1, 0))!;
    const batch = sampleBatch(30);
    const merged = await mergeBatch(await loaded(db, C1), batch, importOptions, steady);
    await db.imports.update(C1, { owner: 'another' });
    const before = await everything(db);
    const { licenses, locations } = base.table;
    const ready = {
      lease,
      base,
      name: '',
      batch,
      merged,
      plan: { licenses, locations, settledThrough: new Uint32Array() },
      pulled: null,
    };
    expect(await publishImport(db, ready, 1)).toBe('lost');
    expect(await everything(db)).toEqual(before);
  });

  it('a slow one that says so is not taken for dead', async () => {
    const db = openStore();
    let time = 0;
    const ends: unknown[] = [];
    const slow: Pace = {
      due: () => true,
      rest: async () => {
        time += 6000;
        const other = await writeBatch(
          db,
          newCustomer(C1),
          { batch: sampleBatch(1), options: importOptions },
          { now: () => time, pace: steady },
        );
        ends.push(other.ok);
      },
    };
    const first = await writeBatch(
      db,
      newCustomer(C1),
      { batch: sampleBatch(3000), options: importOptions },
      { now: () => time, pace: slow },
    );
    expect(first.ok).toBe(true);
    expect(ends.length).toBeGreaterThan(3);
    expect(ends).not.toContain(true);
  });
});

describe('the plan under an import', () => {
  it('is folded anew: done changes are no longer pending, the others stay', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    await saved(db, C1, [0, 10, 11], assign(E5));
    const users = [graphUser(0, { licenses: [direct(E5)] })];
    const { customer, table, sets } = await imported(db, C1, batchOf(users));
    expect(customer.pendingCount).toBe(2);
    expect([0, 10, 11].map((i) => isPending(table, i))).toEqual([false, true, true]);
    expect(sets.at(table.licenses.planned[11] ?? 0).map(({ skuId }) => skuId)).toEqual([E3, E5]);
  });

  it.each([20, MIDWAY])('keeps a Save made while the import ran (at rest %i)', async (nth) => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const save = interrupting(nth, async () => {
      await saved(db, C1, [0, 11], assign(E5));
    });
    // the import brings license sets of its own, which the Save must not collide with
    const both = [direct(E3), direct(E5)];
    const users = Array.from({ length: 40_000 }, (_, n) => graphUser(n + 1, { licenses: both }));
    const batch = batchOf(users, { products: [owned(E3), owned(E5)] });
    const end = await writeBatch(
      db,
      existing,
      { batch, options: importOptions },
      { now: clock, pace: save },
    );
    expect(end.ok).toBe(true);
    const { customer, table, sets, products } = await loaded(db, C1);
    expect(customer.pendingCount).toBe(1);
    expect(sets.at(table.licenses.planned[0] ?? 0).map(({ skuId }) => skuId)).toEqual([E5]);
    const folded = foldChanges(
      { licenses: table.licenses.baseline, locations: table.locations.baseline },
      await openChanges(db, C1),
      sets,
      products,
    );
    expect(table.licenses.planned).toEqual(folded.licenses);
    expect(await db.userBlocks.count()).toBe(10);
  });

  it('is nothing for a gone user, and comes back with them', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    await saved(db, C1, [0, 1], assign(E5));
    const whole = { ...importOptions, wholeCustomer: true };
    const rest = batchOf(sampleBatch(20).users!.slice(1));
    await writeBatch(db, existing, { batch: rest, options: whole }, { now: clock, pace: steady });
    const gone = await loaded(db, C1);
    expect(gone.customer).toMatchObject({ pendingCount: 1, userCount: 19 });
    expect(isPending(gone.table, 0)).toBe(false);
    const back = await imported(db, C1, sampleBatch(20));
    expect(back.customer).toMatchObject({ pendingCount: 2, userCount: 20 });
  });
});
