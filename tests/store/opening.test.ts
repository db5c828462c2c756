// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { SeatwiseDatabase } from '#store/database.ts';
import { copyOfData, whyClosed, type Closed } from '#store/opening.ts';
import { listCustomers } from '#store/customers.ts';
import { C1, everything, imported, sampleBatch } from './open-store.ts';
import { schemaOf, VERSION_5 } from './old-schemas.ts';

/** What a newer Seatwise would bring. */
const NEXT = { tomorrow: 'id' };

/** Opens a database as a newer Seatwise does. */
async function openNext(name: string): Promise<Dexie> {
  const next = new Dexie(name);
  next.version(7).stores(VERSION_5);
  next.version(8).stores(NEXT);
  return next.open();
}

/** A window of today with a customer, and what it was told. */
async function openWindow(name: string) {
  const told: Closed[] = [];
  const db = new SeatwiseDatabase(name, (why) => told.push(why));
  await imported(db, C1, sampleBatch(5));
  return { db, told };
}

const nameOf = (error: unknown): unknown => error instanceof Error && error.name;

describe('old code and newer data', () => {
  it('lets go of the database when another window brings it up to a newer version, and is not opened again', async () => {
    const name = crypto.randomUUID();
    const { db, told } = await openWindow(name);
    const next = await openNext(name);
    expect(told).toEqual(['newerWindow']);
    expect(await listCustomers(db).catch(nameOf)).toBe('DatabaseClosedError');
    expect(next.backendDB().version).toBe(80);
    // nothing of the old window stands in the way of the next step
    next.close();
    await new Dexie(name).delete();
  });

  it('does not use a database that a newer version wrote, and leaves it as it is', async () => {
    const name = crypto.randomUUID();
    const { db } = await openWindow(name);
    const before = await everything(db);
    db.close();
    (await openNext(name)).close();
    const old = new SeatwiseDatabase(name);
    const error: unknown = await listCustomers(old).catch((reason: unknown) => reason);
    expect(whyClosed(error)).toBe('newerData');
    const cleared: unknown = await old.customers.clear().catch((reason: unknown) => reason);
    expect(whyClosed(cleared)).toBe('newerData');
    const next = await openNext(name);
    expect(await next.table('customers').toArray()).toHaveLength(before['customers']!.length);
    next.close();
  });

  it('gives a copy of what it may not use', async () => {
    const name = crypto.randomUUID();
    const { db } = await openWindow(name);
    db.close();
    const next = await openNext(name);
    await next.table('tomorrow').put({ id: 'new' });
    next.close();
    const copy = JSON.parse(await (await copyOfData(name, 7)).text()) as {
      rows: [string, unknown][];
    };
    expect(copy).toMatchObject({ format: 'seatwise-copy', databaseVersion: 8, madeAt: 7 });
    const tables = copy.rows.map(([table]) => table);
    expect(tables).toEqual(expect.arrayContaining(['customers', 'userBlocks', 'tomorrow']));
  });

  it('opens again after everything was deleted by another window', async () => {
    const name = crypto.randomUUID();
    const { db, told } = await openWindow(name);
    await new SeatwiseDatabase(name).delete();
    expect(told).toEqual([]);
    expect(await listCustomers(db)).toEqual([]);
  });
});

describe('the schema', () => {
  it('is that of its number: another one gets the next number, and a test that opens the old one', async () => {
    const db = new SeatwiseDatabase(crypto.randomUUID());
    await db.open();
    expect(db.verno).toBe(7);
    expect(schemaOf(db)).toEqual(schemaOf(await openVersion5()));
  });
});

async function openVersion5(): Promise<Dexie> {
  const fifth = new Dexie(crypto.randomUUID());
  fifth.version(5).stores(VERSION_5);
  return fifth.open();
}

describe('a database that cannot be opened', () => {
  it('is told apart: no room, newer data, or anything else', () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    expect(
      whyClosed(Object.assign(new Error('open failed'), { name: 'OpenFailedError', inner: full })),
    ).toBe('diskFull');
    expect(whyClosed(new Error('Internal error opening backing store'))).toBe('notOpened');
  });
});
