// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#plan/change.ts';
import { dropAwaited, listAwaited, standAwaited } from '#store/awaited-rows.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { refreshCustomer } from '#store/load-customer.ts';
import { saveChange } from '#store/save-change.ts';
import { E5 } from '../users/merge-records.ts';
import {
  assign,
  awaitedName,
  C1,
  C2,
  changeOf,
  clock,
  contentOf,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
} from './open-store.ts';

const NEW = awaitedName('change-1', 'New@contoso.com');
const OTHER = awaitedName('change-1', 'other@contoso.com');

/** A customer with a Save that also waits for two names. */
async function waitingCustomer(db = openStore()) {
  const data = await imported(db, C1, sampleBatch(20));
  const waiting = { added: [NEW, OTHER], resolved: [] };
  const saved = await saveChange(db, data, changeOf(data, [1], assign(E5)), {
    expectedVersion: data.customer.version,
    waiting,
  });
  if (!saved.ok) throw new Error(saved.error.kind);
  return { db, data: saved.value.data };
}

describe('names that a Save waits for', () => {
  it('are written with it, and loaded by every window', async () => {
    const { db, data } = await waitingCustomer();
    expect(data.awaited).toEqual([NEW, OTHER]);
    expect(contentOf(await loaded(db, C1))).toEqual(contentOf(data));
  });

  it('are not written when the Save is not', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    db.changeColumns.hook('creating', () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    const waiting = { added: [NEW], resolved: [] };
    const save = saveChange(db, data, changeOf(data, [1], assign(E5)), {
      expectedVersion: data.customer.version,
      waiting,
    });
    await expect(save).rejects.toThrow('disk full');
    expect(await listAwaited(db, C1)).toEqual([]);
  });

  it('can be all that a Save is for', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const waiting = { added: [NEW], resolved: [] };
    const saved = await saveChange(db, data, changeOf(data, [], assign(E5)), {
      expectedVersion: data.customer.version,
      waiting,
    });
    expect(saved.ok && saved.value.change.users).toEqual(new Uint32Array(0));
    expect(saved.ok && saved.value.data.customer.pendingCount).toBe(0);
    expect((await loaded(db, C1)).awaited).toEqual([NEW]);
  });

  it('leave the list with the Save that is for them', async () => {
    const { db, data } = await waitingCustomer();
    const change = changeOf(data, [2], assign(E5), 'review');
    const saved = await saveChange(db, data, change, {
      expectedVersion: data.customer.version,
      waiting: {
        added: [],
        resolved: [NEW],
      },
    });
    expect(saved.ok && saved.value.data.awaited).toEqual([OTHER]);
    expect((await loaded(db, C1)).awaited).toEqual([OTHER]);
  });

  it('can be dropped, and other windows notice', async () => {
    const { db, data } = await waitingCustomer();
    await dropAwaited(db, C1, [NEW]);
    const fresh = await refreshCustomer(db, data);
    expect(fresh?.awaited).toEqual([OTHER]);
    expect(fresh?.customer.version).toBe(data.customer.version + 1);
    await dropAwaited(db, C2, [OTHER]);
    expect(await listAwaited(db, C1)).toEqual([OTHER]);
  });

  it('are taken out and put back with their change', async () => {
    const { db } = await waitingCustomer();
    const id = 'change-1' as ChangeId;
    await standAwaited(db, { customerId: C1, id }, true);
    expect((await listAwaited(db, C1)).map(({ isTakenOut }) => isTakenOut)).toEqual([true, true]);
    await standAwaited(db, { customerId: C1, id: 'another' as ChangeId }, false);
    await standAwaited(db, { customerId: C1, id }, false);
    expect(await listAwaited(db, C1)).toEqual([NEW, OTHER]);
  });

  it('outlive an import', async () => {
    const { db } = await waitingCustomer();
    await imported(db, C1, sampleBatch(30));
    expect((await loaded(db, C1)).awaited).toEqual([NEW, OTHER]);
  });

  it('go with the customer', async () => {
    const { db } = await waitingCustomer();
    await removeCustomer(db, C1, clock());
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });
});
