// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { Operation, OperationId } from '#plan/operation.ts';
import { raiseVersion } from '#store/customer-versions.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { sendableWorks } from '#store/kept-back.ts';
import { takeReview } from '#store/reviews.ts';
import { writeBatch } from '#store/write-batch.ts';
import type { Position } from '#users/ids.ts';
import { batchOf, direct, E3, E5, EXCHANGE, graphUser, owned } from '../users/merge-records.ts';
import {
  assign,
  C1,
  imported,
  importOptions,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { Syncing } from './stored-sync.ts';

const revoke = (skuId: typeof E5) => ({
  products: [{ skuId, action: 'revoke', servicePlans: {} } as const],
  swaps: [],
  usageLocation: null,
});

/** A customer with E5 planned for users 1, 2 and 3, which somebody reviewed. */
async function reviewed() {
  const db = openStore();
  await imported(db, C1, sampleBatch(30));
  const { table } = await saved(db, C1, [1, 2, 3], assign(E5));
  const sync = await Syncing.start(db);
  if (sync === null) throw new Error('nobody else sends');
  return { db, sync, planned: table.licenses.planned };
}

/** What is planned for a user now, about to be sent, whether a review showed it or not. */
async function operationOf(sync: Syncing, position: Position): Promise<Operation> {
  const works = await sendableWorks(sync.db, await loaded(sync.db, C1));
  const work = works.find((one) => one.position === position);
  if (work === undefined) throw new Error('nothing is planned');
  return {
    ...work,
    id: `of ${position}` as OperationId,
    writtenAt: null,
    state: { kind: 'sending', sentAt: sync.now },
    attempts: 1,
    doubts: 0,
    locationSetAt: null,
  };
}

const offered = async (sync: Syncing): Promise<Position[]> =>
  (await sync.agenda()).pending.map(({ work }) => work.position);

/** Tries to claim a user, whatever the agenda says. */
async function expectRefused(sync: Syncing, position: Position): Promise<void> {
  const operation = await operationOf(sync, position);
  const committed = await sync.commit({ kind: 'claim', operation });
  expect(committed?.refused).toEqual(new Set([operation.userId]));
  expect(await sync.db.operations.count()).toBe(0);
}

const planAs = async (db: SeatwiseDatabase, position: Position, number: number): Promise<void> => {
  await db.licenseBlocks.toCollection().modify((row) => {
    row.licenses.planned[position] = number;
  });
  await raiseVersion(db, C1);
};

describe('nobody is offered to a run, nor claimed by one', () => {
  it('whom its review did not show', async () => {
    const { db, sync } = await reviewed();
    await saved(db, C1, [4], assign(E5), 'later');
    expect(await offered(sync)).toEqual([1, 2, 3]);
    await expectRefused(sync, 4);
  });

  it('for whom something was saved since', async () => {
    const { db, sync } = await reviewed();
    await saved(db, C1, [2], revoke(E3), 'later');
    expect(await offered(sync)).toEqual([1, 3]);
    await expectRefused(sync, 2);
  });

  it('for whom what was saved since comes to the same', async () => {
    const { db, sync, planned } = await reviewed();
    await saved(db, C1, [2], revoke(E3), 'later');
    await planAs(db, 2, planned[2] ?? 0);
    expect(await offered(sync)).toEqual([1, 3]);
    await expectRefused(sync, 2);
  });

  it('whose mailbox another product was to keep that is gone by now, as new data say', async () => {
    const mailbox = { id: EXCHANGE, partName: 'EXCHANGE_S_ENTERPRISE', appliesTo: 'User' } as const;
    const products = [E3, E5].map((sku) => ({ ...owned(sku), servicePlans: [mailbox] }));
    const users = (...left: number[]) =>
      [1, 2].map((n) =>
        graphUser(n, { licenses: left.includes(n) ? [direct(E3)] : [direct(E3), direct(E5)] }),
      );
    const db = openStore();
    await imported(db, C1, batchOf(users(), { products }));
    await saved(db, C1, [0, 1], revoke(E3));
    const sync = (await Syncing.start(db))!;
    expect(await offered(sync)).toEqual([0, 1]);
    await sync.outbox.release(sync.lease);
    const written = await writeBatch(
      db,
      { kind: 'existing', id: C1 },
      { batch: batchOf(users(2), { products, dataAt: 2000 }), options: importOptions },
      { now: () => sync.now, pace: steady },
    );
    expect(written.ok).toBe(true);
    sync.lease = (await sync.outbox.take(sync.now))!;
    expect(await offered(sync)).toEqual([0]);
    await expectRefused(sync, 1);
  });

  it('whose plan is another one by now, though nothing was saved', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(30));
    const { table } = await saved(db, C1, [1, 2, 3], assign(E5));
    await saved(db, C1, [2], revoke(E3), 'both are reviewed');
    const sync = await Syncing.start(db);
    await planAs(db, 2, table.licenses.planned[2] ?? 0);
    expect(await offered(sync!)).toEqual([1, 3]);
    await expectRefused(sync!, 2);
  });
});

it('a review is taken of what a person saw, not of what came since', async () => {
  const { db } = await reviewed();
  const seen = (await loaded(db, C1)).customer.version;
  expect(await takeReview(db, C1, seen, 1)).toMatchObject({ at: 1, through: 1 });
  await saved(db, C1, [4], assign(E5), 'later');
  expect(await takeReview(db, C1, seen, 1)).toBeNull();
});

describe('who is claimed', () => {
  it('is not sent again where something else is wanted by now', async () => {
    const { db, sync } = await reviewed();
    const [first, second] = await sync.claim();
    const state = { kind: 'waiting', until: 0, why: 'nextStep' } as const;
    const waiting = [first!, second!].map((one) => ({ ...one, state }));
    await sync.commit(...waiting.map((operation) => ({ kind: 'update', operation }) as const));
    await saved(db, C1, [first!.position], revoke(E5), 'later');
    expect((await sync.agenda()).unwanted).toEqual(new Set([first!.userId]));
    const again = [first!, second!].map((operation) => ({ kind: 'update', operation }) as const);
    expect((await sync.commit(...again))?.refused).toEqual(new Set([first!.userId]));
    const stored = (await db.operations.toArray()).map(({ operation }) => operation);
    expect(stored.find(({ userId }) => userId === first!.userId)?.state).toEqual(state);
  });
});
