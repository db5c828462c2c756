// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { writeBatch } from '#store/write-batch.ts';
import { makeSamples } from '#worker/customers/samples.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import {
  C1,
  clock,
  imported,
  importOptions,
  newCustomer,
  sampleBatch,
} from '../../store/open-store.ts';
import { openDesk } from '../desk.ts';
import { Imports } from './case-files.ts';

/** Where some work stood at each of its rests, once it could count. */
async function toldBy(work: (pace: Pace) => Promise<unknown>) {
  const told: { readonly done: number; readonly total: number }[] = [];
  await work({
    due: () => true,
    rest: async (done, total) => void (total !== null && told.push({ done, total })),
  });
  return { done: told.map(({ done }) => done), totals: new Set(told.map(({ total }) => total)) };
}

/** From little to nearly all of `total`, and never back. */
function expectToGrow({ done, totals }: Awaited<ReturnType<typeof toldBy>>, total: number): void {
  expect([...totals]).toEqual([total]);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done[0]).toBeLessThan(total / 2);
  expect(done.at(-1)).toBeGreaterThan(total / 2);
  expect(done.at(-1)).toBeLessThanOrEqual(total);
}

it('an import tells its passes over the users as one that only grows', async () => {
  const { db } = openDesk();
  const what = { batch: sampleBatch(20_000), options: importOptions };
  const into = (target: Parameters<typeof writeBatch>[1]) =>
    toldBy((pace) => writeBatch(db, target, what, { now: clock, pace }));
  expectToGrow(await into(newCustomer(C1)), 20_000);
  expectToGrow(await into({ kind: 'existing', id: C1 }), 20_000);
});

it('an import into several customers counts the users of all of them', async () => {
  const imports = new Imports();
  await imported(imports.desk.db, C1, sampleBatch(20));
  const line = (domain: string) => (_: unknown, n: number) => `user${n}@${domain},Somebody`;
  const lines = ['contoso.com', 'alder.example'].flatMap((domain) =>
    Array.from({ length: 500 }, line(domain)),
  );
  const file = new File(
    [['User principal name,Display name', ...lines, ''].join('\r\n')],
    'all.csv',
  );
  const { importId } = await imports.read(file);
  const parts = [
    { into: { kind: 'existing', id: C1 }, domains: ['contoso.com'] },
    { into: { kind: 'new', name: 'Alder' }, domains: ['alder.example'] },
  ] as const;
  const ask = { importId, parts, takesDamage: false, takesAsHeld: false, meanings: [] };
  expectToGrow(await toldBy((pace) => new ImportDesk(imports.desk).writeParts(ask, pace)), 1000);
});

it('making the sample customers is told as one, over all of them', async () => {
  const desk = openDesk();
  // the big one is there already
  await imported(desk.db, 'sample-group' as CustomerId, sampleBatch(1));
  expectToGrow(await toldBy((pace) => makeSamples(desk, pace)), 3225);
});
