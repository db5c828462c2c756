// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#plan/change.ts';
import { getChange, listChanges, openChanges } from '#store/changes.ts';
import { renameCustomer, removeCustomer } from '#store/edit-customers.ts';
import { loadCustomer, refreshCustomer } from '#store/load-customer.ts';
import { saveChange } from '#store/save-change.ts';
import { typeUnits } from '#store/type-units.ts';
import { E3, E5, VISIO } from '../users/merge-records.ts';
import {
  assign,
  C1,
  changeOf,
  clock,
  contentOf,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';

describe('a Save', () => {
  it('gives in memory what another window loads', async () => {
    const db = openStore();
    const { customer } = await imported(db, C1, sampleBatch(9000));
    const data = await saved(db, C1, [0, 1, 8999], assign(E5));
    expect(data.customer).toMatchObject({ pendingCount: 3, version: customer.version + 1 });
    expect(contentOf(await loaded(db, C1))).toEqual(contentOf(data));
  });

  it('does not change the customer that it was made from', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const before = contentOf(data).table.licenses.planned.slice();
    const { version } = data.customer;
    await saveChange(db, data, changeOf(data, [1, 2], assign(E5)), {
      expectedVersion: data.customer.version,
    });
    expect(data.table.licenses.planned).toEqual(before);
    expect(data.customer.version).toBe(version);
  });

  it('writes only the blocks that it touches', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(9000));
    const written: number[] = [];
    db.licenseBlocks.hook('updating', (_changes, key) => void written.push(key[2]));
    await saveChange(db, data, changeOf(data, [5, 6, 8500], assign(E5)), {
      expectedVersion: data.customer.version,
    });
    expect(written.sort()).toEqual([0, 2]);
  });

  it('is in the journal with its before-image and counts', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const change = changeOf(data, [0, 1, 2], assign(E3));
    const result = await saveChange(db, data, change, { expectedVersion: data.customer.version });
    const stored = await getChange(db, C1, change.id);
    expect(result.ok && result.value.change).toEqual(stored);
    const opened = { standing: new Uint8Array(3), eventOf: new Uint16Array(3), events: [] };
    expect(stored).toEqual({ ...change, customerId: C1, sequence: 1, ...opened });
    const [head] = await listChanges(db, C1);
    expect(head).toMatchObject({
      userCount: 3,
      counts: { planned: 1, already: 2 },
      standings: { open: 1, takenOut: 0, ended: 0 },
      operator: 'Ada',
    });
    expect(head).not.toHaveProperty('users');
    expect(await getChange(db, C1, 'no-such' as ChangeId)).toBeNull();
  });

  it('comes after the earlier ones', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(20));
    await saved(db, C1, [0], assign(E5), 'z');
    await saved(db, C1, [1], assign(E5), 'a');
    expect((await openChanges(db, C1)).map(({ id }) => id)).toEqual(['z', 'a']);
    expect((await listChanges(db, C1)).map(({ id }) => id)).toEqual(['a', 'z']);
  });

  it('on numbers that moved writes nothing', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const late = changeOf(data, [3], assign(E5), 'late');
    await saved(db, C1, [1], assign(E5), 'first');
    const before = await everything(db);
    const stale = { ok: false, error: { kind: 'stale' } };
    expect(await saveChange(db, data, late, { expectedVersion: data.customer.version })).toEqual(
      stale,
    );
    expect(
      await saveChange(db, data, late, { expectedVersion: data.customer.version + 1 }),
    ).toEqual(stale);
    expect(await everything(db)).toEqual(before);
  });

  it('repeated after its answer was lost is not made twice', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const change = changeOf(data, [1], assign(E5));
    const first = await saveChange(db, data, change, { expectedVersion: data.customer.version });
    const before = await everything(db);
    const second = await saveChange(db, data, change, { expectedVersion: data.customer.version });
    expect(second).toEqual(first);
    expect(await everything(db)).toEqual(before);
  });

  it('for a customer that was removed writes nothing', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    await removeCustomer(db, C1, clock());
    const result = await saveChange(db, data, changeOf(data, [1], assign(E5)), {
      expectedVersion: data.customer.version,
    });
    expect(result).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });

  it('that fails halfway changes nothing', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    const before = await everything(db);
    db.changeColumns.hook('creating', () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    const save = saveChange(db, data, changeOf(data, [1], assign(E5)), {
      expectedVersion: data.customer.version,
    });
    await expect(save).rejects.toThrow('disk full');
    expect(await everything(db)).toEqual(before);
  });
});

describe('a loaded customer', () => {
  it('is the same object while nothing moved', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    expect(await refreshCustomer(db, data)).toBe(data);
  });

  it('follows a Save of another window without loading texts again', async () => {
    const db = openStore();
    const mine = await imported(db, C1, sampleBatch(5000));
    // interned here and never saved: the number is another set's in the store
    changeOf(mine, [7], assign(VISIO));
    changeOf(mine, [1], { ...assign(E5), usageLocation: 'DE' });
    await saved(db, C1, [0, 4999], assign(E5));
    const fresh = await refreshCustomer(db, mine);
    expect(contentOf(fresh!)).toEqual(contentOf(await loaded(db, C1)));
    expect(fresh?.table.texts).toBe(mine.table.texts);
  });

  it('follows an import, a new name and typed numbers', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    await renameCustomer(db, C1, 'Fabrikam');
    await typeUnits(db, C1, { sku: E5, total: 12, consumed: 3 });
    const named = await refreshCustomer(db, data);
    expect(named?.customer).toMatchObject({ name: 'Fabrikam', version: data.customer.version + 2 });
    expect(named?.products.find(({ skuId }) => skuId === E5)).toMatchObject({
      units: { enabled: 12, consumed: 3, warning: 0 },
      unitsFrom: 'typed',
    });
    await imported(db, C1, sampleBatch(30));
    expect((await refreshCustomer(db, data))?.table.count).toBe(30);
  });

  it('is null once it was removed', async () => {
    const db = openStore();
    const data = await imported(db, C1, sampleBatch(20));
    await removeCustomer(db, C1, clock());
    expect(await refreshCustomer(db, data)).toBeNull();
    expect(await loadCustomer(db, C1)).toBeNull();
    expect(await typeUnits(db, C1, { sku: E3, total: 1, consumed: 0 })).toEqual({
      ok: false,
      error: { kind: 'gone' },
    });
  });
});
