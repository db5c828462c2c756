// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { backupWork } from '#worker/customers/backup.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import { C1, C2, imported, sampleBatch } from '../../store/open-store.ts';
import { openDesk } from '../desk.ts';

it('tells a backup by customers while it reads them and by bytes while it seals the file', async () => {
  const desk = openDesk();
  for (const id of [C1, C2]) await imported(desk.db, id, sampleBatch(20));
  const told: { counted: string; total: number | null }[] = [];
  const paceIn: PaceIn = (counted) => ({
    due: () => true,
    rest: (_done, total) => {
      told.push({ counted, total });
      return Promise.resolve();
    },
    waits: () => undefined,
  });
  const { blob } = await backupWork(desk, { customers: null, passphrase: 'a long one' }, paceIn);

  const totals = (of: string) => told.filter(({ counted }) => counted === of);
  expect(new Set(totals('customers').map(({ total }) => total))).toEqual(new Set([2]));
  expect(totals('bytes').length).toBeGreaterThan(0);
  expect(totals('bytes').every(({ total }) => total !== null && total <= blob.size)).toBe(true);
  expect(told).toHaveLength(totals('customers').length + totals('bytes').length);
});
