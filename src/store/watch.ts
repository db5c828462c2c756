import { liveQuery } from 'dexie';
import type { CustomerId } from '#customers/customer.ts';
import { cloudMoods } from './cloud.ts';
import type { SeatwiseDatabase } from './database.ts';
import { openRuns } from './runs.ts';
import type { RunRow } from './sync-rows.ts';

/** A customer that moved; null: it was removed. */
export interface CustomerMove {
  readonly id: CustomerId;
  readonly version: number | null;
}

/** How long after a lost connection the watch starts again, in ms. */
const RETRY_MS = 1000;

/**
 * Tells of customers that were added, changed or removed since the call, in this window or another one,
 * some milliseconds after the commit; also after the connection to the database was lost and came back.
 * Gives the function that ends it.
 */
export function watchCustomers(
  db: SeatwiseDatabase,
  onMove: (moves: CustomerMove[]) => void,
): () => void {
  let known: ReadonlyMap<CustomerId, number> | null = null;
  return watchQuery(
    () => db.customers.toArray(),
    (rows) => {
      const versions = new Map(rows.map(({ id, version }) => [id, version]));
      const moves = known === null ? [] : movesBetween(known, versions);
      known = versions;
      if (moves.length > 0) onMove(moves);
    },
  );
}

/**
 * Tells when facts were written or a person decided about one since the call, in this window or another
 * one. Gives the function that ends it.
 */
export function watchRules(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => Promise.all([db.ruleFacts.toArray(), db.factSwitches.toArray()]),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/** Tells when the cloud of a sample customer was told how to behave, in this window or another one. Gives the function that ends it. */
export function watchCloudMoods(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => cloudMoods(db),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/** Tells when presets were saved, renamed or deleted since the call, in this window or another one. Gives the function that ends it. */
export function watchPresets(db: SeatwiseDatabase, onChange: () => void): () => void {
  let isFirst = true;
  return watchQuery(
    () => db.presets.toArray(),
    () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
  );
}

/**
 * Gives the runs of all customers that have not ended, now and whenever a run was written, here or in
 * another window. Gives the function that ends it.
 */
export const watchRuns = (db: SeatwiseDatabase, onRuns: (open: RunRow[]) => void): (() => void) =>
  watchQuery(() => openRuns(db), onRuns);

/** Gives the answer of a query now and after every write to what it read, also after a lost connection. */
function watchQuery<T>(query: () => Promise<T>, onAnswer: (answer: T) => void): () => void {
  let stop = (): void => undefined;
  const start = (): void => {
    const retry = (): void => {
      const timer = setTimeout(start, RETRY_MS);
      stop = () => clearTimeout(timer);
    };
    const subscription = liveQuery(query).subscribe(onAnswer, retry);
    stop = () => subscription.unsubscribe();
  };
  start();
  return () => stop();
}

function movesBetween(
  before: ReadonlyMap<CustomerId, number>,
  after: ReadonlyMap<CustomerId, number>,
): CustomerMove[] {
  const moved = [...after].filter(([id, version]) => before.get(id) !== version);
  const removed = [...before.keys()].filter((id) => !after.has(id));
  return [
    ...moved.map(([id, version]) => ({ id, version })),
    ...removed.map((id) => ({ id, version: null })),
  ];
}
