import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { BLOCKS_AT_ONCE } from '#store/blocks.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { C1, imported, openStore, sampleBatch } from './open-store.ts';

/** Blocks of a customer: some are read at a time. */
const MANY = 40;
const SIZE = 50;

/** A database with a customer of many blocks, each as the first. */
async function withManyBlocks() {
  const db = openStore();
  await imported(db, C1, sampleBatch(SIZE));
  const [texts] = await db.userBlocks.toArray();
  const [plan] = await db.licenseBlocks.toArray();
  const numbers = Array.from({ length: MANY - 1 }, (_, i) => i + 1);
  await db.userBlocks.bulkPut(numbers.map((block) => ({ ...texts!, block })));
  await db.licenseBlocks.bulkPut(numbers.map((block) => ({ ...plan!, block })));
  return db;
}

it('the texts of few users stand in memory as bytes while a customer is loaded', async () => {
  const db = await withManyBlocks();
  let read = 0;
  let unpacked = 0;
  let most = 0;
  db.userBlocks.hook('reading', (block: unknown) => (read++, block));
  const rest = (done: number): Promise<void> => {
    unpacked = done / SIZE;
    most = Math.max(most, read - unpacked);
    return Promise.resolve();
  };
  const data = await loadCustomer(db, C1, { due: () => true, rest });
  expect(data?.table.count).toBe(MANY * SIZE);
  expect([read, unpacked]).toEqual([MANY, MANY]);
  // those that are unpacked, and those that come next
  expect(most).toBeLessThanOrEqual(2 * BLOCKS_AT_ONCE);
});

it('a customer is loaded as it is at one moment, also where an import puts other users in place meanwhile', async () => {
  const db = await withManyBlocks();
  let rests = 0;
  const rest = async (): Promise<void> => {
    if (++rests === 3) await imported(db, C1, sampleBatch(20));
  };
  const data = await loadCustomer(db, C1, { due: () => true, rest });
  expect(rests).toBeGreaterThan(3);
  expect(data).toEqual(await loadCustomer(db, C1));
});

it('a customer that is removed while it is loaded is not there', async () => {
  const db = await withManyBlocks();
  const rest = () => db.customers.delete(C1);
  expect(await loadCustomer(db, C1, { due: () => true, rest })).toBeNull();
});

it('a customer that lacks blocks is not loaded', async () => {
  const db = await withManyBlocks();
  const [first] = await db.userBlocks.toArray();
  await db.userBlocks.delete([C1, first!.revision, 5]);
  await expect(loadCustomer(db, C1)).rejects.toThrow('do not match');
});
