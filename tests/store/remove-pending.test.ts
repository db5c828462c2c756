// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Standing } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { foldChanges } from '#plan/fold.ts';
import { countPending } from '#plan/pending.ts';
import { openChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { removePending, type RemovedUsers, undoRemoval } from '#store/remove-pending.ts';
import { isPending } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { E3, E5 } from '../users/merge-records.ts';
import { handover } from './handover-rows.ts';
import {
  assign,
  C1,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { stepOn } from './steps.ts';
import { syncRows } from './sync-rows.ts';

const swap: Draft = {
  products: [],
  swaps: [{ from: E3, to: E5, decided: {}, ifUnknown: 'leaveOut' }],
  usageLocation: null,
};
const drafts: readonly Draft[] = [
  assign(E5),
  swap,
  { ...assign(E3), products: [{ skuId: E3, action: 'revoke', servicePlans: {} }] },
  { ...assign(E5), products: [{ skuId: E5, action: 'revoke', servicePlans: {} }] },
];

const USERS = 14;
const some = fc.uniqueArray(fc.nat(USERS - 1), { minLength: 1 });

async function remove(db: SeatwiseDatabase, positions: readonly number[]): Promise<RemovedUsers> {
  const { version } = (await loaded(db, C1)).customer;
  const step = { operator: 'Ben', at: 7000, expectedVersion: version };
  const done = await removePending(db, C1, positions, step);
  if (!done.ok) throw new Error(done.error.kind);
  return done.value;
}

/** Everything that is planned, with how each change stands for each user, but for who did what and when. */
async function plan(db: SeatwiseDatabase) {
  const { table, customer } = await loaded(db, C1);
  const changes = await openChanges(db, C1);
  const standing = changes.map(({ id, standing: of }) => [id, [...of]]);
  return { table, standing, pending: customer.pendingCount };
}

describe('taking pending users out of the plan', () => {
  it('leaves nothing planned for them, all that is planned for others, and a plan that the changes make', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(drafts.length - 1), some), { minLength: 1, maxLength: 4 }),
        some,
        async (saves, asked) => {
          const db = openStore();
          await imported(db, C1, sampleBatch(USERS));
          for (const [i, [draft, users]] of saves.entries())
            await saved(db, C1, users, drafts[draft]!, `change-${i}`);
          const before = await loaded(db, C1);
          const kept = await plan(db);
          const positions = asked.filter((position) => isPending(before.table, position));
          const removed = await remove(db, positions);
          const after = await loaded(db, C1);
          const { baseline } = before.table.licenses;
          const planned = before.table.licenses.planned.map((set, position) =>
            positions.includes(position) ? (baseline[position] ?? 0) : set,
          );
          expect(after.table.licenses).toEqual({ baseline, planned });
          expect(after.customer.pendingCount).toBe(countPending(after.table));
          const { table, sets, products } = after;
          const columns = { licenses: baseline, locations: table.locations.baseline };
          const rebuilt = foldChanges(columns, await openChanges(db, C1), sets, products);
          expect(rebuilt.licenses).toEqual(planned);

          expect(await undoRemoval(db, removed, { operator: 'Ada', at: 8000 })).toEqual({
            ok: true,
            value: null,
          });
          expect(await plan(db)).toEqual(kept);
        },
      ),
      { numRuns: runs({ quick: 6, all: 100 }) },
    );
  });

  it('puts back nobody who was taken out before', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(USERS));
    await saved(db, C1, [1, 2], assign(E5));
    const first = await remove(db, [1]);
    const second = await remove(db, [2]);
    await undoRemoval(db, second, { operator: 'Ada', at: 8000 });
    const { table } = await loaded(db, C1);
    expect([1, 2].map((position) => isPending(table, position))).toEqual([false, true]);
    const { takenOut, open } = Standing;
    expect((await plan(db)).standing).toEqual([['change-1', [takenOut, open]]]);
    expect(await undoRemoval(db, first, { operator: 'Ada', at: 8000 })).toMatchObject({
      error: { kind: 'stale' },
    });
  });

  it('can be put back later, change by change, as any undo', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(USERS));
    await saved(db, C1, [1, 2], assign(E5));
    const before = (await loaded(db, C1)).table;
    await remove(db, [1]);
    const redo = await stepOn(db, await loaded(db, C1), 'change-1', 'putBack');
    expect(await redo.save()).toMatchObject({ ok: true });
    expect((await loaded(db, C1)).table).toEqual(before);
  });

  it.each([
    [
      'the customer has moved',
      async (db: SeatwiseDatabase) => saved(db, C1, [5], assign(E5), 'more'),
    ],
    [
      'one of them is being sent',
      (db: SeatwiseDatabase) => db.operations.put(syncRows(C1).operation),
    ],
    ['one of them was handed over', (db: SeatwiseDatabase) => db.handovers.put(handover(C1, [1]))],
  ])('writes nothing where %s', async (_, happens) => {
    const db = openStore();
    await imported(db, C1, sampleBatch(USERS));
    await saved(db, C1, [1, 2], assign(E5));
    const { version } = (await loaded(db, C1)).customer;
    await happens(db);
    const before = await everything(db);
    const step = { operator: 'Ben', at: 7000, expectedVersion: version };
    expect(await removePending(db, C1, [1, 2], step)).toEqual({
      ok: false,
      error: { kind: 'stale' },
    });
    expect(await everything(db)).toEqual(before);
  });
});
