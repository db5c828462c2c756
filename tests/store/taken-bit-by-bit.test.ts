// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { fail, ok } from '#base/result.ts';
import { BLOCK_SIZE, BLOCKS_AT_ONCE } from '#store/blocks.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { writeBrought, type ImportTarget } from '#store/write-batch.ts';
import type { UserRecord } from '#users/user-record.ts';
import { batchOf, direct, E3, E5, graphUser, owned, VISIO } from '../users/merge-records.ts';
import { runs } from '../runs.ts';
import {
  assign,
  C1,
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

const existing: ImportTarget = { kind: 'existing', id: C1 };
const batch = batchOf(null, { products: [owned(E3), owned(E5), owned(VISIO)] });

/** Imports users that come in these parts, and does something after each. */
const inParts = (
  db: SeatwiseDatabase,
  parts: readonly (readonly UserRecord[])[],
  after: (part: number) => Promise<void> = async () => undefined,
  target: ImportTarget = existing,
  wholeCustomer = false,
) =>
  writeBrought<never>(
    db,
    { ...target, from: 'cloud' },
    async (pace, take) => {
      for (const [i, users] of parts.entries()) {
        await take(users, pace);
        await after(i);
      }
      return ok({ batch, options: { ...importOptions, wholeCustomer }, pulled: null });
    },
    { now: clock, pace: steady },
  );

/** All that a person may see of a customer. */
async function shown(db: SeatwiseDatabase) {
  const { table, sets, products, customer } = await loaded(db, C1);
  const held = (numbers: Uint32Array) => [...numbers].map((number) => sets.at(number));
  const { baseline, planned } = table.licenses;
  const { texts, flags } = table;
  return {
    ...{ texts, flags: [...flags], products },
    ...{ baseline: held(baseline), planned: held(planned) },
    ...{ users: customer.userCount, pending: customer.pendingCount },
  };
}

describe('users that come bit by bit', () => {
  const licenses = fc.constantFrom([], [direct(E3)], [direct(VISIO)], [direct(E3), direct(VISIO)]);
  const record = fc
    .record({ n: fc.nat(8), licenses, department: fc.constantFrom('', 'Sales', '销售部') })
    .map(({ n, ...part }) => graphUser(n, part));
  const parts = fc.array(fc.array(record, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
  const saves = fc.array(fc.record({ after: fc.nat(3), user: fc.nat(4) }), { maxLength: 3 });

  it('are what they are when they come at once, whatever is saved while they come', async () => {
    await fc.assert(
      fc.asyncProperty(parts, saves, fc.boolean(), async (users, planned, isWhole) => {
        const [one, other] = [openStore(), openStore()];
        for (const db of [one, other]) await imported(db, C1, sampleBatch(5));
        const save = async (db: SeatwiseDatabase, i: number) => {
          const { user } = planned[i] ?? { user: 0 };
          await saved(db, C1, [user], assign(E5), `change-${i}`);
        };
        for (const i of planned.keys()) await save(other, i);
        await inParts(other, [users.flat()], undefined, existing, isWhole);

        const end = await inParts(
          one,
          users,
          async (part) => {
            const isLast = part === users.length - 1;
            for (const [i, { after }] of planned.entries()) {
              if (after === part || (isLast && after > part)) await save(one, i);
            }
          },
          existing,
          isWhole,
        );
        expect(end.ok).toBe(true);
        expect(await shown(one)).toEqual(await shown(other));
      }),
      { numRuns: runs({ quick: 12, all: 60 }) },
    );
  });

  it('are as they were told last, though their block was written by then', async () => {
    const db = openStore();
    const users = Array.from({ length: 5 * BLOCK_SIZE }, (_, n) => graphUser(n));
    const renamed = graphUser(7, { displayName: 'Zoë' });
    const blocks: number[] = [];
    const countBlocks = async () => void blocks.push(await db.userBlocks.count());
    await inParts(db, [users, [renamed]], countBlocks, newCustomer(C1));
    expect(blocks[0]).toBeGreaterThan(0);
    const { table } = await loaded(db, C1);
    expect(table.count).toBe(users.length);
    expect(table.texts.displayName[7]).toBe('Zoë');
    expect(table.texts.displayName[8]).toBe(users[8]?.displayName);
  });

  it('hold what they were told to hold, in more blocks than are written at once', async () => {
    const db = openStore();
    const held = (n: number) => [direct(n % 3 === 0 ? E3 : VISIO)];
    const length = BLOCKS_AT_ONCE * BLOCK_SIZE + 1;
    const users = Array.from({ length }, (_, n) => graphUser(n, { licenses: held(n) }));
    await inParts(db, [users], undefined, newCustomer(C1));
    const { table, sets } = await loaded(db, C1);
    const found = Array.from(table.licenses.planned, (set) => sets.at(set)[0]?.skuId);
    expect(found).toEqual(users.map(({ licenses }) => licenses?.[0]?.skuId));
  });

  it('leave nothing behind when the rest does not come', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    const before = await everything(db);
    const users = Array.from({ length: 5 * BLOCK_SIZE }, (_, n) => graphUser(n));
    const end = await writeBrought(
      db,
      { ...existing, from: 'cloud' },
      async (pace, take) => {
        await take(users, pace);
        return fail('cut off');
      },
      { now: clock, pace: steady },
    );
    expect(end).toEqual({ ok: false, error: 'cut off' });
    expect(await everything(db)).toEqual(before);
  });
});
