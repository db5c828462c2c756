// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { Standing, type ChangeId } from '#plan/change.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { foldChanges } from '#plan/fold.ts';
import { countPending } from '#plan/pending.ts';
import { getChange, listChanges, openChanges } from '#store/changes.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import type { NewStep } from '#store/save-step.ts';
import { writeBatch } from '#store/write-batch.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { runs } from '../runs.ts';
import { batchOf, direct, E3, E5, graphUser, owned, TEAMS } from '../users/merge-records.ts';
import {
  assign,
  C1,
  clock,
  contentOf,
  everything,
  imported,
  importOptions,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { stepOn } from './steps.ts';

type Kind = NewStep['kind'];

/** Does it on what is stored now; gives the customer after it. */
async function stepped(
  db: SeatwiseDatabase,
  changeId: string,
  kind: Kind,
  at = 7000,
): Promise<LoadedCustomer> {
  const end = await (await stepOn(db, await loaded(db, C1), changeId, kind)).save(at);
  if (!end.ok) throw new Error(end.error.kind);
  return end.value.data;
}

describe('undo and redo in the store', () => {
  it('take the older of two changes out and back, and both out leave nothing', async () => {
    const db = openStore();
    const before = await imported(db, C1, sampleBatch(9000));
    await saved(db, C1, [0, 1, 8999], assign(E5), 'older');
    const both = await saved(db, C1, [0, 10], assign(E3), 'newer');

    const without = await stepped(db, 'older', 'takenOut');
    expect(contentOf(await loaded(db, C1))).toEqual(contentOf(without));
    expect(without.customer.pendingCount).toBe(2);

    const again = await stepped(db, 'older', 'putBack', 8000);
    expect(again.table).toEqual(both.table);
    expect(contentOf(await loaded(db, C1))).toEqual(contentOf(again));

    await stepped(db, 'newer', 'takenOut', 9000);
    const nothing = await stepped(db, 'older', 'takenOut', 9500);
    expect(nothing.customer.pendingCount).toBe(0);
    expect(nothing.table).toEqual(before.table);
    expect(await openChanges(db, C1)).toEqual([]);
  });

  it('are in the journal, for each user', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    await saved(db, C1, [0, 1], assign(E3), 'older');
    await saved(db, C1, [10], assign(E5), 'newer');
    await stepped(db, 'older', 'takenOut');
    const stored = await getChange(db, C1, 'older' as ChangeId);
    const event = { kind: 'takenOut', at: 7000, operator: 'Ben', users: 1, lastSequence: 2 };
    expect(stored?.events).toEqual([event]);
    // user 1 held it already: nothing was planned, nothing is taken out
    expect([...(stored?.standing ?? [])]).toEqual([Standing.takenOut, Standing.open]);
    expect([...(stored?.eventOf ?? [])]).toEqual([1, 0]);
    const heads = await listChanges(db, C1);
    expect(heads.map(({ standings }) => standings.takenOut)).toEqual([0, 1]);
  });

  it('write only the blocks that they touch', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(9000));
    const data = await saved(db, C1, [5, 8500], assign(E5));
    const { save } = await stepOn(db, data, 'change-1', 'takenOut');
    const written: number[] = [];
    db.licenseBlocks.hook('updating', (_changes, key) => void written.push(key[2]));
    await save();
    expect(written.sort()).toEqual([0, 2]);
  });

  it('on numbers that moved write nothing', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const data = await saved(db, C1, [1], assign(E5));
    const { save: late } = await stepOn(db, data, 'change-1', 'takenOut');
    await saved(db, C1, [2], assign(E5), 'meanwhile');
    const before = await everything(db);
    expect(await late()).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await everything(db)).toEqual(before);
  });

  it('make a Save stale that was computed before', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const before = await saved(db, C1, [1], assign(E5));
    await stepped(db, 'change-1', 'takenOut');
    const { save: late } = await stepOn(db, before, 'change-1', 'takenOut');
    expect(await late(8000)).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it('repeated after the answer was lost are not done twice', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const data = await saved(db, C1, [1], assign(E5));
    const { save } = await stepOn(db, data, 'change-1', 'takenOut');
    const first = await save();
    const before = await everything(db);
    expect(await save()).toEqual(first);
    expect(await everything(db)).toEqual(before);
  });

  it('for a customer that was removed write nothing', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const data = await saved(db, C1, [1], assign(E5));
    const { save } = await stepOn(db, data, 'change-1', 'takenOut');
    await removeCustomer(db, C1, clock());
    expect(await save()).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });

  it('that fail halfway change nothing', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const data = await saved(db, C1, [1], assign(E5));
    const { save } = await stepOn(db, data, 'change-1', 'takenOut');
    const before = await everything(db);
    db.changeColumns.hook('updating', () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    await expect(save()).rejects.toThrow('disk full');
    expect(await everything(db)).toEqual(before);
  });

  it('outlive an import: what was taken out stays out and can be put back', async () => {
    const db = openStore();
    const location = { usageLocation: LOCATION_NONE };
    const batch = batchOf(
      [0, 1, 2].map((n) => graphUser(n, location)),
      {
        products: [owned(E3), owned(E5)],
      },
    );
    await imported(db, C1, batch);
    await saved(db, C1, [0, 1], { ...assign(E5), usageLocation: 'DE' }, 'older');
    const both = await saved(db, C1, [2], { ...assign(E3), usageLocation: 'FR' }, 'newer');
    await stepped(db, 'older', 'takenOut');
    const target = { kind: 'existing', id: C1 } as const;
    expect(
      (
        await writeBatch(
          db,
          target,
          { batch, options: importOptions },
          { now: clock, pace: steady },
        )
      ).ok,
    ).toBe(true);
    expect((await loaded(db, C1)).customer.pendingCount).toBe(1);
    const again = await stepped(db, 'older', 'putBack', 8000);
    expect(again.customer.pendingCount).toBe(3);
    expect([...again.table.locations.planned]).toEqual([...both.table.locations.planned]);
  });
});

const users = 12;
const mixedBatch = (): CustomerBatch =>
  batchOf(
    Array.from({ length: users }, (_, n) =>
      graphUser(n, {
        licenses: n % 3 === 0 ? [] : [direct(n % 3 === 1 ? E3 : E5, ...(n % 2 ? [TEAMS] : []))],
        ...(n % 4 === 0 ? { usageLocation: LOCATION_NONE } : {}),
      }),
    ),
    { products: [owned(E3), owned(E5)] },
  );

const product = fc.record({
  skuId: fc.constantFrom(E3, E5),
  action: fc.constantFrom('assign' as const, 'revoke' as const, 'leave' as const),
  servicePlans: fc.constantFrom({}, { [TEAMS]: 'off' as const }, { [TEAMS]: 'on' as const }),
});
const draft: fc.Arbitrary<Draft> = fc.record({
  products: fc.uniqueArray(product, { selector: ({ skuId }) => skuId, minLength: 1 }),
  swaps: fc.constant(emptyDraft.swaps),
  usageLocation: fc.constantFrom(null, 'DE'),
});
const act = fc.oneof(
  fc.record({
    kind: fc.constant('save' as const),
    positions: fc.uniqueArray(fc.nat(users - 1), { minLength: 1 }),
    draft,
  }),
  fc.record({ kind: fc.constantFrom('takenOut' as const, 'putBack' as const), which: fc.nat(9) }),
  fc.constant({ kind: 'import' as const }),
);

describe('whatever was saved, undone, redone and imported', () => {
  it('what is planned is the baseline with the open changes folded onto it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
        const db = openStore();
        await imported(db, C1, mixedBatch());
        let changes = 0;
        for (const [at, one] of acts.entries()) {
          if (one.kind === 'save') {
            await saved(db, C1, one.positions, one.draft, `change-${changes++}`);
          } else if (one.kind === 'import') {
            const target = { kind: 'existing', id: C1 } as const;
            await writeBatch(
              db,
              target,
              { batch: mixedBatch(), options: importOptions },
              { now: clock, pace: steady },
            );
          } else if (changes > 0) {
            const after = await stepped(db, `change-${one.which % changes}`, one.kind, 9000 + at);
            expect(contentOf(await loaded(db, C1))).toEqual(contentOf(after));
          }
          const { table, sets, products, customer } = await loaded(db, C1);
          const baseline = {
            licenses: table.licenses.baseline,
            locations: table.locations.baseline,
          };
          const folded = foldChanges(baseline, await openChanges(db, C1), sets, products);
          expect([...table.licenses.planned]).toEqual([...folded.licenses]);
          expect([...table.locations.planned]).toEqual([...folded.locations]);
          expect(customer.pendingCount).toBe(countPending(table));
          for (const head of await listChanges(db, C1)) {
            const { open, takenOut, ended } = head.standings;
            expect(open + takenOut + ended).toBe(head.counts.planned);
          }
        }
        await db.delete();
      }),
      { numRuns: runs({ quick: 12, all: 100 }) },
    );
  }, 60_000);
});
