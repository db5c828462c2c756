import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { count, customerId, type Row } from './shapes.ts';

/**
 * What the cloud of a sample customer keeps: of each user that changed there, and each product of which
 * licenses were bought, one row in the cloud's own shape.
 */
export const cloudRow = v.object({
  customerId,
  // the user's object id or the product's id; '' names the cloud's head
  part: v.string(),
  // of the change that wrote it, from 1; the head has 0
  sequence: count,
  value: v.unknown(),
});
export type CloudRow = Row<typeof cloudRow>;

/** The one row that is there before anything changed. */
interface CloudHead {
  /** New for every customer that is made: what a worker remembers of a removed one is not believed. */
  readonly life: string;
  readonly mood: unknown;
}

/** How far a worker knows a cloud. */
export interface CloudKnown {
  readonly life: string;
  readonly sequence: number;
}

/** What a worker does not know yet. */
export interface CloudNews {
  readonly life: string;
  /** True when `rows` are all there are, because the worker knows nothing, or of another life. */
  readonly isWhole: boolean;
  readonly rows: readonly CloudRow[];
}

const HEAD = '';

/** To be called in a transaction over `cloud`. */
async function headOf(db: SeatwiseDatabase, id: CustomerId): Promise<CloudHead | null> {
  const row = await db.cloud.get([id, HEAD]);
  return row === undefined ? null : (row.value as CloudHead);
}

const headRow = (customerId: CustomerId, value: CloudHead): CloudRow => ({
  customerId,
  part: HEAD,
  sequence: 0,
  value,
});

async function newsSince(
  db: SeatwiseDatabase,
  id: CustomerId,
  life: string,
  known: CloudKnown | null,
): Promise<CloudNews> {
  const isWhole = known?.life !== life;
  const since = isWhole ? 0 : known.sequence;
  const rows = await db.cloud
    .where('[customerId+sequence]')
    .between([id, since], [id, Infinity], false, true)
    .toArray();
  return { life, isWhole, rows };
}

/**
 * Visits the cloud of a customer in one transaction: `work` is told what is not known here yet and gives
 * the rows to write. `known` is asked inside, so that two visits never learn the same. False, with nothing
 * done, when the customer is not on this device.
 */
export function visitCloud(
  db: SeatwiseDatabase,
  id: CustomerId,
  known: () => CloudKnown | null,
  work: (news: CloudNews) => readonly Omit<CloudRow, 'customerId'>[],
): Promise<boolean> {
  return db.transaction('rw', db.customers, db.cloud, async () => {
    if ((await db.customers.get(id)) === undefined) return false;
    const head = await headOf(db, id);
    const life = head?.life ?? crypto.randomUUID();
    if (head === null) await db.cloud.put(headRow(id, { life, mood: null }));
    const rows = work(await newsSince(db, id, life, known()));
    await db.cloud.bulkPut(rows.map((row) => ({ ...row, customerId: id })));
    return true;
  });
}

/** The same for work that changes nothing; false also while the cloud was never visited. */
export function readCloud(
  db: SeatwiseDatabase,
  id: CustomerId,
  known: () => CloudKnown | null,
  work: (news: CloudNews) => void,
): Promise<boolean> {
  return db.transaction('r', db.cloud, async () => {
    const head = await headOf(db, id);
    if (head === null) return false;
    work(await newsSince(db, id, head.life, known()));
    return true;
  });
}

/** How the cloud was told to behave; null when nobody said. */
export async function readCloudMood(db: SeatwiseDatabase, id: CustomerId): Promise<unknown> {
  return (await headOf(db, id))?.mood ?? null;
}

/** How all clouds were told to behave. */
export const cloudMoods = async (db: SeatwiseDatabase): Promise<unknown[]> =>
  (await db.cloud.where('part').equals(HEAD).toArray()).map(({ value }) => value);

/** Tells the cloud how to behave. */
export function writeCloudMood(
  db: SeatwiseDatabase,
  id: CustomerId,
  mood: unknown,
): Promise<boolean> {
  return db.transaction('rw', db.customers, db.cloud, async () => {
    if ((await db.customers.get(id)) === undefined) return false;
    const head = await headOf(db, id);
    await db.cloud.put(headRow(id, { life: head?.life ?? crypto.randomUUID(), mood }));
    return true;
  });
}

/**
 * What a backup carries of the cloud: what was done in it, so that a restored sample customer still
 * matches its cloud. Not its head: a restored cloud is another life, and behaves.
 */
export const cloudToKeep = async (db: SeatwiseDatabase, id: CustomerId): Promise<CloudRow[]> =>
  (await rowsUnder(db.cloud, id).toArray()).filter(({ part }) => part !== HEAD);
