// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { LicenseSets } from '#licenses/license-sets.ts';
import { direct, E3, E5 } from '../users/merge-records.ts';
import { FailingWrites } from './failing-writes.ts';
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
import { end, rejected, seenAfter, Syncing } from './stored-sync.ts';

const conflict = { kind: 'conflict', drifts: [{ kind: 'licenseChanged', skuId: E5 }] } as const;

/** A run that claims three users and ends them in three ways, with a write of one commit failing. */
async function claimed(failAt: number, during: 'claim' | 'end', error?: () => Error) {
  const db = openStore();
  const writes = new FailingWrites(db);
  await imported(db, C1, sampleBatch(10));
  await saved(db, C1, [1, 2, 3], assign(E5));
  const syncing = (await Syncing.start(db))!;
  const operations = await syncing.operations();
  const claim = operations.map((operation) => ({ kind: 'claim', operation }) as const);
  const licenses = [direct(E3)];
  const [one, two, three] = operations;
  const ends = [
    end(one!, { kind: 'applied' }, seenAfter(one!, licenses)),
    end(two!, rejected, null),
    end(three!, conflict, {
      user: { userId: three!.userId, licenses: [], location: 0 },
      isWhole: true,
    }),
  ];
  if (during === 'end') await syncing.commit(...claim);
  const before = await everything(db);
  writes.failAt(failAt, error);
  const steps = during === 'claim' ? claim : ends;
  const failed = await syncing.commit(...steps).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const wasReached = writes.stop();
  return { db, syncing, steps, before, failed, wasReached };
}

describe('a commit that is cut off', () => {
  it.each(['claim', 'end'] as const)('at any write leaves nothing (%s)', async (during) => {
    let points = 0;
    for (let n = 1; ; n++) {
      const { db, syncing, steps, before, failed, wasReached } = await claimed(n, during);
      if (!wasReached) break;
      points++;
      expect(failed, `write ${n}`).not.toBeNull();
      expect(await everything(db), `write ${n}`).toEqual(before);
      // the same window goes on as if nothing had been
      expect((await syncing.commit(...steps))?.refused.size, `write ${n}`).toBe(0);
      const { customer, table, sets } = await loaded(db, C1);
      expect(customer.pendingCount).toBe(during === 'claim' ? 3 : 1);
      expect(new LicenseSets(sets.since(0)).size).toBe(sets.size);
      expect(table.count).toBe(10);
      expect(await db.operations.count()).toBe(during === 'claim' ? 3 : 0);
      expect(await db.outcomes.count()).toBe(during === 'claim' ? 0 : 1);
    }
    expect(points).toBeGreaterThan(during === 'claim' ? 1 : 6);
  });

  it('by a full disk says so, and leaves nothing', async () => {
    const full = () => new Dexie.QuotaExceededError('full');
    const { db, before, failed } = await claimed(2, 'end', full);
    expect(String(failed)).toMatch(/QuotaExceeded/);
    expect(await everything(db)).toEqual(before);
  });
});
