// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '#base/result.ts';
import { steady } from '#base/pace.ts';
import { backup } from '#store/backup.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { wipe, type SeatwiseDatabase } from '#store/database.ts';
import { sweepUnfinished, takeLease } from '#store/import-lease.ts';
import { refreshCustomer } from '#store/load-customer.ts';
import { writtenSince } from '#store/pulls.ts';
import { breakLease } from '#store/sync-lease.ts';
import { doubt } from '#sync/operation-steps.ts';
import { usualLimits } from '#sync/limits.ts';
import { writeBrought, type Bring } from '#store/write-batch.ts';
import { E5 } from '../users/merge-records.ts';
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
import { putBack } from './put-back.ts';
import { end, LEASE_TIME, seenAfter, Syncing } from './stored-sync.ts';

const DAY = 86_400_000;

const AT = 2_000_000;

/** Lets what is under way in the fake database come to its end. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 30; turns++) await new Promise((done) => setImmediate(done));
};

async function planned(): Promise<SeatwiseDatabase> {
  const db = openStore();
  await imported(db, C1, sampleBatch(30));
  await saved(db, C1, [1, 2, 3], assign(E5));
  return db;
}

/** A pull on a slow line: nothing comes until it is let through. */
function slowPull(db: SeatwiseDatabase, now: () => number) {
  let letThrough = (): void => undefined;
  const line = new Promise<void>((resolve) => (letThrough = resolve));
  const bring: Bring<never> = async (pace, take) => {
    const { users, ...batch } = sampleBatch(40);
    await line;
    await take(users ?? [], pace);
    return ok({ batch: { ...batch, users: null }, options: importOptions, pulled: null });
  };
  const target = { kind: 'existing', id: C1, from: 'cloud' } as const;
  const end = writeBrought(db, target, bring, { now, pace: steady });
  return { end, letThrough };
}

describe('an import and a sync of one customer', () => {
  afterEach(() => vi.useRealTimers());

  it('exclude each other however long the cloud takes to answer', async () => {
    const db = await planned();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let time = 1_000_000;
    const pull = slowPull(db, () => time);
    await settle();
    for (let seconds = 0; seconds < 300; seconds += 5) {
      time += 5_000;
      vi.advanceTimersByTime(5_000);
      await settle();
    }
    expect(await Syncing.start(db, 'w1', time)).toBeNull();
    pull.letThrough();
    expect(await pull.end).toMatchObject({ ok: true, value: { users: 40 } });
    expect(await Syncing.start(db, 'w1', time)).not.toBeNull();
  });

  it('an import that stood still puts nothing in place after its time, though nobody came', async () => {
    const db = await planned();
    let time = 1_000_000;
    const pull = slowPull(db, () => time);
    await settle();
    const before = await loaded(db, C1);
    time += 60_000;
    pull.letThrough();
    expect(await pull.end).toEqual({ ok: false, error: { kind: 'busy' } });
    expect(await loaded(db, C1)).toEqual(before);
    expect(await db.imports.count()).toBe(0);
  });

  it('an import does not begin while a sync may send, and leaves its right as it is', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    const before = await everything(db);
    expect(await takeLease(db, C1, sync.now + LEASE_TIME - 1)).toBeNull();
    expect(await everything(db)).toEqual(before);
  });

  it('a sync that thaws after an import began writes nothing', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    const [operation] = await sync.operations();
    const thawed = sync.now + LEASE_TIME + 1;
    expect(await takeLease(db, C1, thawed)).not.toBeNull();
    await db.imports.clear();
    sync.now = thawed;
    const before = await everything(db);
    expect(await sync.commit({ kind: 'claim', operation: operation! })).toBeNull();
    expect(await everything(db)).toEqual(before);
  });
});

describe('an epoch', () => {
  const epochOf = async (db: SeatwiseDatabase, owner: string): Promise<number> => {
    const sync = (await Syncing.start(db, owner))!;
    const { epoch } = sync.lease;
    await sync.outbox.release(sync.lease);
    return epoch;
  };

  it('never comes twice, also after the customer was removed and everything was deleted', async () => {
    const db = await planned();
    const epochs = [await epochOf(db, 'w1')];
    await removeCustomer(db, C1, clock());
    await imported(db, C1, sampleBatch(30));
    epochs.push(await epochOf(db, 'w2'));
    await wipe(db, clock());
    await imported(db, C1, sampleBatch(30));
    epochs.push(await epochOf(db, 'w3'));
    expect(new Set(epochs).size).toBe(3);
  });
});

describe('a customer that is new on this device again', () => {
  it('is read anew by a window that still holds the one that was removed', async () => {
    const db = openStore();
    const held = await imported(db, C1, sampleBatch(30));
    await removeCustomer(db, C1, clock());
    const again = await imported(db, C1, sampleBatch(20));
    const refreshed = await refreshCustomer(db, held);
    expect(contentOf(refreshed!)).toEqual(contentOf(again));
    expect(again.revision).not.toBe(held.revision);
  });

  const removals: Readonly<Record<string, (db: SeatwiseDatabase) => Promise<void>>> = {
    removed: (db) => removeCustomer(db, C1, AT),
    replaced: () => Promise.resolve(),
    'deleted with everything': (db) => wipe(db, AT),
  };
  for (const [how, goes] of Object.entries(removals)) {
    it(`is not synced while something may land that was sent before it was ${how}`, async () => {
      const db = await planned();
      const file = await backup(db, null, AT, steady);
      const before = (await Syncing.start(db, 'w1', AT))!;
      const [first, second] = await before.claim();
      await before.commit(doubt(first!), end(second!, { kind: 'applied' }, seenAfter(second!, [])));
      // the window is closed, or stops: nobody has the right to send any more, and the answer is still out
      await before.outbox.release(before.lease);
      await goes(db);
      await putBack(db, file, { at: AT });
      expect(await Syncing.start(db, 'w2', AT + usualLimits.requestTimeout)).toBeNull();
      await breakLease(db, C1, 'w1');
      expect(await Syncing.start(db, 'w2', AT + usualLimits.requestTimeout)).toBeNull();
      expect(await Syncing.start(db, 'w2', AT + 130_000)).not.toBeNull();
    });
  }

  it('keeps of one that was removed no right that is over', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db, 'w1', AT))!;
    await sync.claim();
    await removeCustomer(db, C1, AT);
    expect(await db.leases.count()).toBe(1);
    await sweepUnfinished(db, AT + 10_000);
    expect(await db.leases.count()).toBe(1);
    await sweepUnfinished(db, AT + 130_000);
    expect(await everything(db)).toEqual(await everything(openStore()));
  });
});

describe('a clock that was ahead', () => {
  it('blocks no sync and no import by a right from then', async () => {
    const db = await planned();
    const ahead = (await Syncing.start(db, 'w1', 2_000_000 + 3 * DAY))!;
    expect(ahead.lease.expiresAt).toBeGreaterThan(3 * DAY);
    expect(await Syncing.start(db, 'w2', 2_000_000)).not.toBeNull();
    await db.leases.clear();
    expect(await takeLease(db, C1, 2_000_000 + 3 * DAY)).not.toBeNull();
    expect(await takeLease(db, C1, 2_000_000)).not.toBeNull();
  });

  it('keeps nobody from new data until that time comes', async () => {
    const db = await planned();
    const ahead = (await Syncing.start(db, 'w1', 2_000_000 + 3 * DAY))!;
    const [operation] = await ahead.claim();
    await ahead.commit(end(operation!, { kind: 'applied' }, seenAfter(operation!, [])));
    expect(await writtenSince(db, C1, ahead.now + 1)).toEqual(new Set([operation!.position]));
    expect(await writtenSince(db, C1, 2_000_000)).toEqual(new Set());
  });
});
