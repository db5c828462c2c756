import { noteRun } from '#store/runs.ts';
import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import type { Operation, OperationId, Outcome, RunId } from '#plan/operation.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { StoredOutbox } from '#store/outbox.ts';
import { landed } from '#sync/landed.ts';
import type { Agenda, Committed, Lease, OutboxStep, Seen } from '#sync/ports.ts';
import { readLocation } from '#users/usage-location.ts';
import { C1 } from './open-store.ts';
import { startReviewed } from './start-run.ts';

export const RUN = 'run-1' as RunId;
export const LEASE_TIME = 60_000;
export const DE = readLocation('DE') ?? 0;

/** A window that syncs C1, step by step. */
export class Syncing {
  readonly db: SeatwiseDatabase;
  readonly outbox: StoredOutbox;
  lease: Lease = { epoch: 0, expiresAt: 0 };
  now: number;
  #ids = 0;

  constructor(db: SeatwiseDatabase, owner: string, now: number) {
    this.db = db;
    this.now = now;
    this.outbox = new StoredOutbox(db, C1, owner, LEASE_TIME);
  }

  /** Starts the run, if there is none, and takes the lease; null while another has it. */
  static async start(db: SeatwiseDatabase, owner = 'w1', now = 2_000_000): Promise<Syncing | null> {
    if ((await startReviewed(db, C1, RUN, now, 'Ada')) === null) return null;
    const syncing = new Syncing(db, owner, now);
    const lease = await syncing.outbox.take(now);
    if (lease === null) return null;
    syncing.lease = lease;
    return syncing;
  }

  /** Ends the run, and starts another one of all that is pending now. */
  async again(): Promise<void> {
    await this.outbox.release(this.lease);
    await noteRun(
      this.db,
      { customerId: C1, id: RUN },
      { endedAt: this.now, end: { kind: 'done' } },
    );
    await startReviewed(this.db, C1, 'run-again' as RunId, this.now);
    const lease = await this.outbox.take(this.now);
    if (lease === null) throw new Error('another window has the lease');
    this.lease = lease;
  }

  async agenda(): Promise<Agenda> {
    const agenda = await this.outbox.agenda(this.lease);
    if (agenda === null) throw new Error('the lease is lost');
    return agenda;
  }

  async commit(...steps: OutboxStep[]): Promise<Committed | null> {
    const committed = await this.outbox.commit(this.lease, steps, (this.now += 10));
    if (committed !== null) this.lease = committed.lease;
    return committed;
  }

  /** The operations of everybody pending, as they are about to be sent. */
  async operations(): Promise<Operation[]> {
    return (await this.agenda()).pending.map(({ work, writtenAt }) => ({
      ...{ ...work, id: `${this.lease.epoch}-${this.#ids++}` as OperationId, writtenAt },
      state: { kind: 'sending', sentAt: this.now },
      ...{ attempts: 1, doubts: 0, locationSetAt: null },
    }));
  }

  /** Claims everybody pending. */
  async claim(): Promise<Operation[]> {
    const operations = await this.operations();
    await this.commit(...operations.map((operation) => ({ kind: 'claim', operation }) as const));
    return operations;
  }
}

/** What the cloud has of the user of an operation: these licenses, and what the operation did. */
export const seenAfter = (
  operation: Operation,
  licenses: LicenseSet,
  { isWhole = true, location = DE } = {},
): Seen => ({
  user: landed(operation, { userId: operation.userId, licenses: canonicalSet(licenses), location }),
  isWhole,
});

export const rejected: Outcome = {
  ...{
    kind: 'rejected',
    raw: 'not allowed',
    code: null,
    requestId: 'request-1',
    locationSet: false,
  },
};

/** The end of an operation. */
export const end = (operation: Operation, outcome: Outcome, seen: Seen | null): OutboxStep => ({
  ...{ kind: 'end', operation, outcome, seen },
});
