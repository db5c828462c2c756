// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { steady } from '#base/pace.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import { backup } from '#store/backup.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { listPresets, renamePreset, savePreset } from '#store/presets.ts';
import { watchPresets } from '#store/watch.ts';
import { wipe } from '#store/database.ts';
import { E3, EXCHANGE } from '../users/merge-records.ts';
import { C1, clock, imported, openStore, sampleBatch } from './open-store.ts';
import { putBack } from './put-back.ts';

const preset = (id: string, name: string): Preset => ({
  id: id as PresetId,
  name,
  draft: {
    products: [{ skuId: E3, action: 'assign', servicePlans: { [EXCHANGE]: 'off' } }],
    swaps: [],
    usageLocation: 'DE',
  },
  products: [
    { skuId: E3, name: 'Office 365 E3', skuPartNumber: 'E3', servicePlans: { [EXCHANGE]: 'Mail' } },
  ],
  savedAt: 7,
  operator: 'Kim',
});

describe('presets', () => {
  it('have names of their own, whatever the case and the blanks', async () => {
    const db = openStore();
    await savePreset(db, preset('p1', 'New hire'));
    const taken = { ok: false, error: { kind: 'nameTaken', id: 'p1' } };
    expect(await savePreset(db, preset('p2', 'NEW  hire '))).toEqual(taken);
    await savePreset(db, preset('p2', 'Leaver'));
    expect(await renamePreset(db, 'p2' as PresetId, 'new hire')).toEqual(taken);
    expect(await renamePreset(db, 'p1' as PresetId, 'New Hire')).toEqual({ ok: true, value: 'p1' });
    expect((await listPresets(db)).map(({ name }) => name).sort()).toEqual(['Leaver', 'New Hire']);
  });

  it('of a backup come under a number where their name is taken', async () => {
    const there = openStore();
    await savePreset(there, preset('p1', 'New hire'));
    await savePreset(there, preset('p2', 'Leaver'));
    await savePreset(there, preset('p3', 'New hire (2)'));
    const file = await backup(there, null, 99, steady);
    const here = openStore();
    await savePreset(here, preset('q', 'NEW hire'));
    await savePreset(here, preset('p2', 'Gone'));
    for (let times = 0; times < 2; times++) {
      await putBack(here, file);
      const names = (await listPresets(here)).map(({ id, name }) => [id, name]);
      expect(names.sort()).toEqual([
        ['p1', 'New hire (2)'],
        ['p2', 'Gone'],
        ['p3', 'New hire (2) (2)'],
        ['q', 'NEW hire'],
      ]);
    }
  });

  it('are replaced by their id, and one that is gone cannot be renamed back', async () => {
    const db = openStore();
    await savePreset(db, preset('p1', 'New hire'));
    await savePreset(db, { ...preset('p1', 'New hire'), savedAt: 8 });
    expect((await listPresets(db)).map(({ savedAt }) => savedAt)).toEqual([8]);
    await db.presets.delete('p1' as PresetId);
    await renamePreset(db, 'p1' as PresetId, 'Again');
    expect(await listPresets(db)).toEqual([]);
  });

  it('stay when a customer is removed, come back from a backup, and go when the device is wiped', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    await savePreset(db, preset('p1', 'New hire'));
    await removeCustomer(db, C1, clock());
    const file = await backup(db, null, 99, steady);
    await wipe(db, clock());
    expect(await listPresets(db)).toEqual([]);
    expect((await putBack(db, file)).ok).toBe(true);
    expect(await listPresets(db)).toEqual([preset('p1', 'New hire')]);
  });

  it('are not part of the backup of one customer', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    await savePreset(db, preset('p1', 'New hire'));
    expect(await (await backup(db, [C1], 99, steady)).text()).not.toContain('New hire');
  });

  it('tell other windows when they change, and not when only customers do', async () => {
    const db = openStore();
    const other = openStore(db.name);
    await savePreset(db, preset('p1', 'New hire'));
    const told = vi.fn();
    const stop = watchPresets(other, told);
    await imported(db, C1, sampleBatch(3));
    await new Promise((later) => setTimeout(later, 50));
    expect(told).not.toHaveBeenCalled();
    await renamePreset(db, 'p1' as PresetId, 'Starter');
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    stop();
  });
});
