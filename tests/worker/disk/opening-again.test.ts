// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sweepUnfinished, takeLease } from '#store/import-lease.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { startView } from '#worker/users/first-pages.ts';
import { userCommands } from '#worker/users/user-commands.ts';
import { C1, C2, imported, openStore, sampleBatch } from '../../store/open-store.ts';
import { openDesk } from '../desk.ts';

const MINUTE = 60_000;

/** A database that counts the transactions in which something could be written. */
function countingStore() {
  const db = openStore();
  let writes = 0;
  db.use({
    stack: 'dbcore',
    name: 'counted writes',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === 'readwrite') writes++;
        return core.transaction(stores, mode, options);
      },
    }),
  });
  const writesDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const before = writes;
    await work();
    return writes - before;
  };
  return { db, writesDuring };
}

it('a window that is opened again where it stood writes nothing, so it waits for no other page', async () => {
  const { db, writesDuring } = countingStore();
  await imported(db, C1, sampleBatch(60));
  await imported(db, C2, sampleBatch(3));
  const views = [{ ...startView, page: 1 }, startView];
  const openAll = async () => {
    await sweepUnfinished(db, MINUTE);
    const desk = openDesk(db);
    const api = { ...userCommands(desk), ...selectionCommands(desk) };
    for (const customerId of [C1, C2])
      for (const view of customerId === C1 ? views.slice(0, 1) : views.slice(1)) {
        const ask = { customerId, window: 'w1', locale: 'en', view };
        await api.windowView(customerId, 'w1');
        await api.usersPage(ask);
        // the page as it is once the customer is read
        await desk.customers.open(customerId);
        await api.usersPage(ask);
        await api.selection(customerId, 'w1');
      }
  };
  expect(await writesDuring(openAll)).toBeGreaterThan(0);
  expect(await writesDuring(openAll)).toBe(0);
});

it('what a dead import left is swept at the start, and only then something is written', async () => {
  const { db, writesDuring } = countingStore();
  await imported(db, C1, sampleBatch(3));
  await takeLease(db, C1, 0);
  expect(await writesDuring(() => sweepUnfinished(db, 1))).toBe(0);
  expect(await writesDuring(() => sweepUnfinished(db, MINUTE))).toBe(1);
  expect(await db.imports.count()).toBe(0);
});
