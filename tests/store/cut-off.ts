import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { SeatwiseDatabase } from '#store/database.ts';
import { runs } from '../runs.ts';
import { FailingWrites } from './failing-writes.ts';
import { C1, everything, imported, openStore, sampleBatch } from './open-store.ts';

/** Something that writes, and what has to be there before, beside ten users of C1. */
interface Deed {
  readonly before: (db: SeatwiseDatabase) => Promise<unknown>;
  readonly act: (db: SeatwiseDatabase) => Promise<unknown>;
}

export const nothing = async (): Promise<void> => {};

/** Holds deeds to it that each, cut off at any of its writes, leaves all as it was, and can be done again. */
export function cutOffAtEveryWrite(deeds: Readonly<Record<string, Deed>>): void {
  describe.each(Object.entries(deeds))('%s that is cut off', (_, { before, act }) => {
    it.each([
      ['an error', () => new Error('the disk is gone')],
      ['a full disk', () => new Dexie.QuotaExceededError('full')],
    ])('by %s at any write leaves all as it was, and can be done again', async (_how, error) => {
      const db = openStore();
      const writes = new FailingWrites(db);
      await imported(db, C1, sampleBatch(10));
      await before(db);
      const was = await everything(db);
      // where it writes often, a quick look takes the first writes and then every fifth
      for (let n = 1; ; n += n < 5 ? 1 : runs({ quick: 5, all: 1 })) {
        writes.failAt(n, error);
        const failed = await act(db).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (!writes.stop()) {
          // done in the end, however often it was cut off before
          expect(n).toBeGreaterThan(1);
          expect(await everything(db)).not.toEqual(was);
          return;
        }
        expect(failed, `write ${n}`).not.toBeNull();
        expect(await everything(db), `write ${n}`).toEqual(was);
      }
    });
  });
}
