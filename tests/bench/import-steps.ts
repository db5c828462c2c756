import { steady } from '#base/pace.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { writeBatch } from '#store/write-batch.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { databaseName, type Arena } from './arena.ts';
import { differ, hold, rival, type Opponent } from './contest.ts';
import { rowsFrom, type RowsOnDisk, type StoredRows } from './row-store.ts';

/** Stores the batch as a new customer; how many users it then has. */
async function importBatch(
  db: SeatwiseDatabase,
  { spec, sample }: Pick<Arena, 'spec' | 'sample'>,
): Promise<number> {
  const target = { kind: 'new', id: spec.id, name: sample.name } as const;
  const options = { wholeCustomer: false, describe: describeBy(catalog) };
  const end = await writeBatch(
    db,
    target,
    { batch: sample.batch, options },
    { now: () => Date.now(), pace: steady },
  );
  if (!end.ok) throw new Error(`import refused: ${end.error.kind}`);
  return end.value.users;
}

function oneByOne({ spec, sample }: Arena, place: RowsOnDisk): Opponent<number> {
  const rows = rowsFrom(spec.id, sample.batch.users ?? []);
  let store: StoredRows | null = null;
  return rival({
    against: place.against,
    bound: place.isAsked ? { atLeast: spec.shape === 'roles' ? 12 : 8 } : null,
    prepare: async () => {
      await place.remove();
      store = await place.open();
    },
    run: async () => {
      await store?.addAll(rows);
      return rows.length;
    },
    finish: async () => {
      store?.close();
    },
    compare: differ,
  });
}

/** The bytes that the app's store holds of the customer, as one value. */
async function storedBytes(db: SeatwiseDatabase, { spec }: Arena): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const take = (value: unknown): void => {
    if (typeof value === 'string') parts.push(new TextEncoder().encode(value));
    else if (ArrayBuffer.isView(value)) {
      parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take);
  };
  const of = (table: 'userBlocks' | 'licenseBlocks' | 'licenseSets') =>
    db[table].filter(({ customerId }) => customerId === spec.id).each(take);
  await of('userBlocks');
  await of('licenseBlocks');
  await of('licenseSets');
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** What storing costs at the least: one durable write of as many bytes. */
function onePut(bytes: () => Promise<Uint8Array>): Opponent<number> {
  let value: Uint8Array | null = null;
  const opened = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('bench one put', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('bytes');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database for one put'));
    });
  return {
    against: 'one put of the same bytes',
    isLimit: true,
    prepare: async () => {
      value ??= await bytes();
    },
    run: async () => {
      const db = await opened();
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction('bytes', 'readwrite', { durability: 'strict' });
        transaction.objectStore('bytes').put(value, 'all');
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(new Error('one put failed'));
      });
      db.close();
    },
  };
}

/** Storing everything anew, from records that are ready in memory. Leaves the app's store filled. */
export async function importSteps(arena: Arena): Promise<void> {
  const { spec, referee, onDisk } = arena;
  let db = new SeatwiseDatabase(databaseName(spec));
  const anew = async (): Promise<void> => {
    await db.delete();
    db = new SeatwiseDatabase(databaseName(spec));
    await db.open();
  };
  // what the others need, whatever is asked for
  await anew();
  await importBatch(db, arena);
  const bytes = await storedBytes(db, arena);
  await hold(
    {
      step: 'import',
      isRepeatable: false,
      app: { prepare: anew, run: () => importBatch(db, arena) },
      opponents: [
        ...onDisk.map((place) => oneByOne(arena, place)),
        onePut(() => Promise.resolve(bytes)),
      ],
    },
    referee,
  );
  db.close();
}

/** Stores the customer in the database of the app itself, which has no other then. */
export async function storeForApp(spec: SampleSpec): Promise<void> {
  const db = new SeatwiseDatabase('seatwise');
  await db.delete();
  await db.open();
  await importBatch(db, { spec, sample: await makeSample(spec, Date.now(), steady) });
  db.close();
}
