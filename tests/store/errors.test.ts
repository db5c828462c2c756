// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { storeFailure, withReopen } from '#store/errors.ts';
import { listCustomers } from '#store/customers.ts';
import { C1, imported, openStore, sampleBatch } from './open-store.ts';

describe('a failure of the store', () => {
  it('is found inside what wraps it', () => {
    const full = new DOMException('no space left', 'QuotaExceededError');
    expect(storeFailure(full)?.kind).toBe('quota');
    const aborted = new Dexie.AbortError('Transaction aborted', full);
    expect(storeFailure(aborted)).toEqual({
      kind: 'quota',
      detail: 'QuotaExceededError: no space left',
    });
    expect(storeFailure(new Error('saving', { cause: aborted }))?.kind).toBe('quota');
    expect(storeFailure(new Dexie.BulkError('3 failed', [full]))?.kind).toBe('quota');
  });

  it('is told from a bug', () => {
    expect(storeFailure(new TypeError('x is not a function'))).toBeNull();
    expect(storeFailure(new Dexie.AbortError('aborted'))).toBeNull();
    expect(storeFailure('text')).toBeNull();
    const ring: { name: string; message: string; inner?: unknown } = { name: 'a', message: '' };
    ring.inner = ring;
    expect(storeFailure(ring)).toBeNull();
  });
});

describe('a lost connection', () => {
  it('is opened anew, and the work done once more', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(1));
    let tries = 0;
    const customers = await withReopen(db, async () => {
      if (++tries === 1) {
        db.close();
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      }
      return listCustomers(db);
    });
    expect(customers).toHaveLength(1);
    expect(tries).toBe(2);
  });

  it('that stays lost is said, and a bug is not tried twice', async () => {
    const db = openStore();
    let tries = 0;
    const failing = (error: Error) => () => {
      tries++;
      return Promise.reject(error);
    };
    const lost = new DOMException('lost', 'InvalidStateError');
    await expect(withReopen(db, failing(lost))).rejects.toBe(lost);
    expect(tries).toBe(2);
    await expect(withReopen(db, failing(new TypeError('bug')))).rejects.toThrow('bug');
    expect(tries).toBe(3);
  });
});
