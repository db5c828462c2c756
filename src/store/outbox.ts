import type { CustomerId } from '#customers/customer.ts';
import { usualLimits } from '#sync/limits.ts';
import type { Agenda, Committed, Lease, Outbox, OutboxStep } from '#sync/ports.ts';
import type { Position, UserId } from '#users/ids.ts';
import { openChanges } from './changes.ts';
import { closeChanges, closingTables } from './close-changes.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { keptBack } from './kept-back.ts';
import { isImported } from './import-lease.ts';
import { loadCustomer, refreshCustomer } from './load-customer.ts';
import { OutboxPlan } from './outbox-plan.ts';
import { sortSteps, type SortedSteps } from './sort-steps.ts';
import { lastOutcomes, writesSince } from './outcomes.ts';
import { reviewOf, type Reviewed } from './reviews.ts';
import { getRun } from './runs.ts';
import { endSatisfied } from './satisfied.ts';
import { heldLease, setLeaseEnd, takeSyncLease } from './sync-lease.ts';
import type { OperationRow, OutcomesRow, RunRow } from './sync-rows.ts';
import { writeSteps, type Written } from './write-steps.ts';

/** How far back our own last changes of users are looked up, in ms: much longer than readings are behind. */
const LOOK_BACK = 3_600_000;

/** What the holder of the lease knows, and nobody else writes. */
interface Known {
  readonly run: RunRow;
  readonly review: Reviewed;
  /** When somebody last ended, in ms; null: nobody did. */
  activeAt: number | null;
  readonly open: Map<UserId, OperationRow>;
  readonly writes: Map<Position, number>;
  /** Outcomes are added to that part; others add theirs only with a raised version. */
  outcomes: OutcomesRow | null;
}

/**
 * The durable queue of one customer. Every call is one short transaction that checks the lease; what ends
 * moves the plan, the counts and the outcomes at once. A Save of another window goes on meanwhile: the plan
 * is read again then. Works on the customer's run that has not ended; without one there is nothing to take.
 */
export class StoredOutbox implements Outbox {
  readonly #db: SeatwiseDatabase;
  readonly #id: CustomerId;
  readonly #owner: string;
  readonly #leaseTime: number;
  #known: Known | null = null;
  #plan: OutboxPlan | null = null;
  /** Held back or handed over. */
  #kept: ReadonlySet<Position> = new Set();
  #moved = true;

  /** `owner` names this window. `leaseTime` in ms. */
  constructor(
    db: SeatwiseDatabase,
    customerId: CustomerId,
    owner: string,
    leaseTime = usualLimits.leaseTime,
  ) {
    this.#db = db;
    this.#id = customerId;
    this.#owner = owner;
    this.#leaseTime = leaseTime;
  }

  async take(now: number): Promise<Lease | null> {
    const db = this.#db;
    const tables = [db.leases, db.imports, db.runs, db.reviews, db.operations, db.outcomes];
    return db.transaction('rw', tables, async () => {
      const run = await getRun(db, this.#id, null);
      if (run === null || run.endedAt !== null) return null;
      if (await isImported(db, this.#id, now)) return null;
      const lease = await takeSyncLease(db, this.#id, {
        owner: this.#owner,
        now,
        time: this.#leaseTime,
      });
      if (lease === null) return null;
      const rows = await rowsUnder(db.operations, this.#id).toArray();
      const open = new Map(rows.map((row) => [row.userId, row]));
      const writes = await writesSince(db, this.#id, now - LOOK_BACK);
      const outcomes = await lastOutcomes(db, this.#id, run.id);
      const review = await reviewOf(db, this.#id, run.id);
      this.#known = { run, review, activeAt: run.activeAt ?? null, open, writes, outcomes };
      await db.runs.put({ ...run, end: null, waiting: null });
      return lease;
    });
  }

  async agenda(lease: Lease): Promise<Agenda | null> {
    const plan = await this.#readPlan();
    const known = this.#known;
    if (plan === null || known === null) return null;
    const control = await this.#controlFor(lease, known.run);
    if (control === null) return null;
    this.#moved = false;
    const open = plan.inTurn([...known.open.values()].map(({ operation }) => operation));
    const unwanted = open.filter((operation) => !plan.isWanted(operation));
    const pending = plan
      .inTurn(plan.works())
      .filter(({ userId, position }) => !known.open.has(userId) && !this.#kept.has(position))
      .filter((work) => plan.isReviewed(work, known.review))
      .map((work) => ({
        work,
        writtenAt: known.writes.get(work.position) ?? null,
        inTurn: plan.isInTurn(work),
      }));
    return {
      control,
      goodUntil: known.review.goodUntil(known.activeAt),
      open,
      unwanted: new Set(unwanted.map(({ userId }) => userId)),
      pending,
    };
  }

  async commit(lease: Lease, steps: readonly OutboxStep[], now: number): Promise<Committed | null> {
    const expiresAt = now + this.#leaseTime;
    for (let maySend = true; ;) {
      const plan = this.#plan ?? (await this.#readPlan());
      const known = this.#known;
      if (plan === null || known === null) return null;
      const held = { ...known, plan, kept: this.#kept, maySend };
      const sorted = endSatisfied(sortSteps(steps, held, now), plan);
      const end = await writeSteps(
        this.#db,
        { lease: { ...lease, expiresAt }, now },
        { held, sorted },
      );
      if (end.kind === 'lost') return null;
      if (end.kind === 'written') {
        this.#takeOver(plan, known, sorted, end);
        return {
          lease: { ...lease, expiresAt },
          goodUntil: known.review.goodUntil(known.activeAt),
          control: end.control,
          moved: this.#moved,
          refused: sorted.refused,
        };
      }
      if (end.kind === 'asked') maySend = false;
      else await this.#readPlan();
    }
  }

  async isAsked(lease: Lease): Promise<boolean> {
    return this.#known !== null && (await this.#controlFor(lease, this.#known.run)) === 'go';
  }

  async release(lease: Lease): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.leases, ...closingTables(db)], async () => {
      const held = await heldLease(db, this.#id, lease);
      if (held === null) return;
      await closeChanges(db, this.#id);
      await setLeaseEnd(db, held, 0);
    });
    this.#known = null;
    this.#plan = null;
  }

  /** What a person asked for; null when the lease is another's. */
  #controlFor(lease: Lease, { id }: RunRow): Promise<RunRow['control'] | null> {
    const db = this.#db;
    return db.transaction('r', db.leases, db.runs, async () => {
      if ((await heldLease(db, this.#id, lease)) === null) return null;
      return (await db.runs.get([this.#id, id]))?.control ?? null;
    });
  }

  /** Reads what others changed; null when the customer is gone. */
  async #readPlan(): Promise<OutboxPlan | null> {
    const known = this.#plan?.data;
    const data = known
      ? await refreshCustomer(this.#db, known)
      : await loadCustomer(this.#db, this.#id);
    this.#kept = await keptBack(this.#db, this.#id);
    if (data === null) return null;
    if (data !== known) {
      this.#moved = true;
      this.#plan = new OutboxPlan(data, await openChanges(this.#db, this.#id));
      // a person who cancels ends users in this run too
      const run = this.#known;
      if (run !== null) run.outcomes = await lastOutcomes(this.#db, this.#id, run.run.id);
    }
    return this.#plan;
  }

  /** Brings what is in memory up to what was written. */
  #takeOver(
    plan: OutboxPlan,
    known: Known,
    { puts, endings, ended, held, cancelled }: SortedSteps,
    { isMoved, activeAt, move, outcomes }: Written,
  ): void {
    known.activeAt = activeAt;
    this.#moved ||= isMoved;
    for (const row of puts) known.open.set(row.userId, row);
    for (const { operation } of endings) known.open.delete(operation.userId);
    for (const { position, attempts, at } of ended) {
      if (attempts > 0) known.writes.set(position, at);
    }
    known.outcomes = outcomes;
    if (held.length > 0) {
      this.#kept = new Set([...this.#kept, ...held.map(({ position }) => position)]);
    }
    if (move !== null) plan.moved(move);
    // what was saved for somebody who was being sent is left to do
    this.#moved ||= endings.some(
      ({ user: { position } }) => !this.#kept.has(position) && plan.work(position) !== null,
    );
    // what was taken out is not in the changes that are in memory
    if (cancelled.size > 0) this.#plan = null;
  }
}
