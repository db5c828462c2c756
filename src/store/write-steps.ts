import type { CustomerId } from '#customers/customer.ts';
import type { Lease } from '#sync/ports.ts';
import type { UserId } from '#users/ids.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { OutboxPlan, PlanMove } from './outbox-plan.ts';
import type { SortedSteps } from './sort-steps.ts';
import { outcomesAfter, type EndedOperation } from './outcomes.ts';
import { settleEnds } from './settle-ends.ts';
import { heldLease, setLeaseEnd } from './sync-lease.ts';
import type { OutcomesRow, RunRow } from './sync-rows.ts';
import { takeOutUsers } from './take-out-users.ts';
import { moveTables, writeMove } from './write-plan.ts';

/** What the holder of the lease has in memory of what it writes to. */
interface HeldInMemory {
  readonly run: RunRow;
  readonly plan: OutboxPlan;
  /** The newest part of the run's outcomes. */
  readonly outcomes: OutcomesRow | null;
}

/** What a commit wrote. */
export interface Written {
  readonly kind: 'written';
  readonly control: RunRow['control'];
  /** When somebody last ended, in ms; null: nobody did. */
  readonly activeAt: number | null;
  /** Somebody changed the customer meanwhile, which is no matter for what was written. */
  readonly isMoved: boolean;
  /** What it made of the plan; null when nothing ended. */
  readonly move: PlanMove | null;
  readonly outcomes: OutcomesRow | null;
}

/** Why nothing was written. */
type NotWritten =
  /** The lease is another's, or the customer or its run is gone. */
  | { readonly kind: 'lost' }
  /** Somebody changed the customer: to be sorted again. */
  | { readonly kind: 'moved' }
  /** A person asked the run to pause or stop: without what would be sent. */
  | { readonly kind: 'asked' };

function countsAfter(before: RunRow['counts'], ended: readonly EndedOperation[]): RunRow['counts'] {
  const counts = { ...before };
  for (const { cause } of ended) counts[cause.kind]++;
  return counts;
}

/**
 * Writes the steps of one commit in one durable transaction, under a lease that lasts until its
 * `expiresAt` then.
 */
export function writeSteps(
  db: SeatwiseDatabase,
  { lease, now }: { readonly lease: Lease; readonly now: number },
  {
    held: { run: name, plan, outcomes: last },
    sorted: { claims, puts, endings, ended, held, cancelled },
  }: { readonly held: HeldInMemory; readonly sorted: SortedSteps },
): Promise<Written | NotWritten> {
  const { customerId: id, id: runId } = name;
  const { data } = plan;
  const settled = settleEnds(endings, plan.changes, data);
  const move = endings.length === 0 ? null : plan.move(settled.edits, settled.products);
  const outcomes = ended.length === 0 ? last : outcomesAfter(last, name, ended);
  const tables = [
    db.leases,
    db.runs,
    db.operations,
    db.outcomes,
    db.held,
    db.changes,
    db.changeColumns,
    ...moveTables(db),
  ];
  return db.transaction('rw', tables, async () => {
    // read at once and written at once: every answer waited for in between costs more than the work
    const [row, run, leased] = await Promise.all([
      db.customers.get(id),
      db.runs.get([id, runId]),
      heldLease(db, id, lease),
    ]);
    if (!row || !run || leased === null) return { kind: 'lost' };
    const isMoved = row.version !== data.customer.version;
    if (isMoved && (puts.length > 0 || move !== null)) return { kind: 'moved' };
    const { control, operator } = run;
    if (claims > 0 && control !== 'go') return { kind: 'asked' };
    const writes: Promise<unknown>[] = [setLeaseEnd(db, leased, lease.expiresAt)];
    if (puts.length > 0) writes.push(db.operations.bulkPut([...puts]));
    if (move !== null) {
      writes.push(
        writeMove(db, row, data, move),
        db.operations.bulkDelete(
          endings.map(({ operation }): [CustomerId, UserId] => [id, operation.userId]),
        ),
        db.runs.put({ ...run, counts: countsAfter(run.counts, ended), activeAt: now }),
        takeOutUsers(db, id, cancelled, { operator, at: now, lastSequence: row.lastSequence }),
      );
    }
    if (ended.length > 0 && outcomes !== null) writes.push(db.outcomes.put(outcomes));
    if (held.length > 0) writes.push(db.held.bulkPut([...held]));
    await Promise.all(writes);
    const activeAt = move === null ? (run.activeAt ?? null) : now;
    return { kind: 'written', control, activeAt, isMoved, move, outcomes };
  });
}
