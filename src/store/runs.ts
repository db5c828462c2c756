import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import type { Control } from '#sync/ports.ts';
import type { Position } from '#users/ids.ts';
import { cancelUnsent, cancelTables } from './cancel-unsent.ts';
import { getCustomer } from './customers.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { Review } from './reviews.ts';
import { leaseHolder } from './sync-lease.ts';
import type { OperationRow, RunName, RunRow } from './sync-rows.ts';

const NOTHING = { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 };

/** The runs of a customer, newest first. */
export async function listRuns(db: SeatwiseDatabase, id: CustomerId): Promise<RunRow[]> {
  const runs = db.runs.where('[customerId+startedAt]').between([id], [id, []]);
  return (await runs.toArray()).reverse();
}

/** The runs of all customers that have not ended. */
export const openRuns = (db: SeatwiseDatabase): Promise<RunRow[]> =>
  db.runs.filter(({ endedAt }) => endedAt === null).toArray();

/** One run; null for `runId`: the newest. Null when there is none. */
export async function getRun(
  db: SeatwiseDatabase,
  id: CustomerId,
  runId: RunId | null,
): Promise<RunRow | null> {
  if (runId !== null) return (await db.runs.get([id, runId])) ?? null;
  const newest = db.runs.where('[customerId+startedAt]').between([id], [id, []]);
  return (await newest.last()) ?? null;
}

/** A run, its customer and who is claimed, as they stood at one moment; null: one of them is gone. */
export const runMoment = (db: SeatwiseDatabase, id: CustomerId, runId: RunId) =>
  db.transaction('r', [db.runs, db.customers, db.operations], async () => {
    const [run, customer, operations] = await Promise.all([
      getRun(db, id, runId),
      getCustomer(db, id),
      openOperations(db, id),
    ]);
    return run && customer && { run, customer, operations };
  });

/** A run that is to be begun; `review`: what the person who starts it saw. */
export interface NewRun {
  readonly customerId: CustomerId;
  readonly id: RunId;
  readonly operator: string;
  readonly review: Review;
}

/**
 * Begins a run, which sends what its review showed. One that has not ended ends by that: what it had
 * claimed is followed by the new one. Null where somebody sends for the customer. Nothing is sent by that.
 */
export function startRun(
  db: SeatwiseDatabase,
  { customerId, id, operator, review }: NewRun,
  now: number,
): Promise<RunRow | null> {
  return db.transaction('rw', db.leases, db.runs, db.reviews, async () => {
    if ((await leaseHolder(db, customerId, now)) !== null) return null;
    const last = await getRun(db, customerId, null);
    if (last !== null && last.endedAt === null) {
      const end = { kind: 'stopped' } as const;
      await db.runs.put({ ...last, end: last.end ?? end, endedAt: now, waiting: null });
    }
    await rowsUnder(db.reviews, customerId).delete();
    await db.reviews.put({ customerId, runId: id, ...review });
    // of two runs the newer one must be told by its start
    const startedAt = Math.max(now, (last?.startedAt ?? 0) + 1);
    const run: RunRow = {
      customerId,
      id,
      startedAt,
      operator,
      endedAt: null,
      end: null,
      control: 'go',
      counts: NOTHING,
      waiting: null,
      learned: 0,
      differs: null,
    };
    await db.runs.add(run);
    return run;
  });
}

/** What whoever drives a run writes about it; the counts are the outbox's. */
export type RunNote = Partial<Pick<RunRow, 'endedAt' | 'end' | 'waiting' | 'learned' | 'differs'>>;

/** Writes such a note. */
export async function noteRun(
  db: SeatwiseDatabase,
  { customerId, id }: RunName,
  note: RunNote,
): Promise<void> {
  await db.runs.update([customerId, id], note);
}

/**
 * Asks a run to pause, go on, or stop; whoever sends takes it up with its next commit. `cancel` also takes
 * everybody who is not claimed out of the plan at once; those who are, are ended by whoever sends.
 */
export async function setControl(
  db: SeatwiseDatabase,
  { customerId, id }: RunName,
  control: Control,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  await db.transaction('rw', [db.runs, ...cancelTables(db)], async () => {
    const run = await db.runs.get([customerId, id]);
    if (run === undefined) return;
    const { counts } = run;
    const cancelled = control === 'cancel' ? await cancelUnsent(db, run, { operator: by, at }) : 0;
    await db.runs.put({
      ...run,
      control,
      counts: { ...counts, cancelled: counts.cancelled + cancelled },
    });
  });
}

/** Users who are claimed, with the sequence of the newest change that goes with them. */
export const sendingThrough = async (
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<ReadonlyMap<Position, number>> =>
  new Map(
    (await openOperations(db, id)).map(({ operation, through }) => [operation.position, through]),
  );

/** Users who are claimed and have no outcome yet. */
export const openOperations = (db: SeatwiseDatabase, id: CustomerId): Promise<OperationRow[]> =>
  rowsUnder(db.operations, id).toArray();
