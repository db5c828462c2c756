import { steady, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { Awaited } from '#plan/awaited-users.ts';
import type { Change } from '#plan/change.ts';
import { addAwaited, deleteAwaited, type AwaitedName } from './awaited-rows.ts';
import { rowsOfChange } from './changes.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';
import { forgetHeld } from './held.ts';
import { markPartSaved } from './kept-lists.ts';
import type { LoadedCustomer } from './load-customer.ts';
import { markPlanSaved } from './opened-plans.ts';
import { replan } from './replan.ts';
import { planTables, writePlan } from './write-plan.ts';

/** A change as a Save hands it in; its place in the journal is the store's, and nothing happened to it yet. */
export type NewChange = Omit<Change, 'customerId' | 'sequence' | 'standing' | 'eventOf' | 'events'>;

/** What a Save does to the list of names that are waited for. */
export interface AwaitedMoves {
  /** The Save is also for these. */
  readonly added: readonly Awaited[];
  /** They came, and this Save was for them. */
  readonly resolved: readonly AwaitedName[];
}

const nobody: AwaitedMoves = { added: [], resolved: [] };

/** The list after the Save. */
const awaitedAfter = (before: readonly Awaited[], { added, resolved }: AwaitedMoves): Awaited[] => {
  const isResolved = ({ changeId, key }: Awaited): boolean =>
    resolved.some((one) => one.changeId === changeId && one.key === key);
  return [...before.filter((one) => !isResolved(one)), ...added];
};

export interface SavedChange {
  readonly customer: Customer;
  readonly change: Change;
  /** The customer after the Save, with columns of its own; `data` is left as it was. */
  readonly data: LoadedCustomer;
}

export type SaveRefusal =
  /** The customer moved since the preview: nothing was written, refresh and show the numbers again. */
  { readonly kind: 'stale' } | { readonly kind: 'gone' };

/** The list is of a plan file that was saved before: nothing was written. */
export interface PlanSavedBefore {
  readonly kind: 'planSaved';
}

/** The change in its place, open for everybody. */
const asOpened = (customerId: CustomerId, change: NewChange, sequence: number): Change => ({
  ...change,
  customerId,
  sequence,
  standing: new Uint8Array(change.users.length),
  eventOf: new Uint16Array(change.users.length),
  events: [],
});

/** On what a Save was computed, and what is written with it. */
export interface SavedWith {
  readonly expectedVersion: number;
  readonly waiting?: AwaitedMoves;
  readonly listId?: string | null;
  /** For what is worked out before anything is written. */
  readonly pace?: Pace;
}

/**
 * Writes one Save: the planned columns of the touched blocks, new license sets, the journal record, the
 * names that are waited for, that the plan file or the part of a list behind `listId` is saved, and the
 * customer's row with a raised version, in one short transaction.
 * Written only if the customer still has `expectedVersion`, on which the change was computed; numbers in
 * `change` are those of `data.sets`. Saving the same change id again is answered like the first time.
 */
export async function saveChange(
  db: SeatwiseDatabase,
  data: LoadedCustomer,
  change: NewChange,
  { expectedVersion, waiting = nobody, listId = null, pace = steady }: SavedWith,
): Promise<Result<SavedChange, SaveRefusal | PlanSavedBefore>> {
  const { id } = data.customer;
  if (data.customer.version !== expectedVersion) return fail({ kind: 'stale' });
  const replanned = await inTurns(replan(data, change.users, change.after), pace);
  const { table, blocks, pendingCount } = replanned;
  const opened = asOpened(id, change, data.lastSequence + 1);
  const rows = await inTurns(rowsOfChange(opened), pace);
  const newSets = data.sets.since(data.storedSets);
  const tables = [
    ...planTables(db),
    db.changes,
    db.changeColumns,
    db.awaited,
    db.held,
    db.openedPlans,
    db.keptLists,
  ];

  const end = await db.transaction('rw', tables, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 'gone';
    if (row.version !== expectedVersion) {
      const head = await db.changes.get([id, change.id]);
      const isRepeat = head !== undefined && row.version === expectedVersion + 1;
      return isRepeat ? { row, sequence: head.sequence } : 'stale';
    }
    const asPlan = { changeId: change.id, at: change.savedAt };
    if (listId !== null && !(await markPlanSaved(db, id, listId, asPlan))) return 'planSaved';
    if (listId !== null) await markPartSaved(db, listId, change.id);
    const { sequence } = opened;
    await Promise.all([
      db.changes.add(rows.head),
      addAwaited(db, id, waiting.added),
      deleteAwaited(db, id, waiting.resolved),
      forgetHeld(db, id, data.table),
    ]);
    // long rows are copied as they are handed over: one after another, and others get their turn in between
    await db.changeColumns.add(rows.columns);
    const next = await writePlan(db, row, {
      blocks,
      newSets,
      pendingCount,
      lastSequence: sequence,
    });
    return { row: next, sequence };
  });

  if (typeof end === 'string') return fail({ kind: end });
  const customer = customerOf(end.row);
  return ok({
    customer,
    change: { ...opened, sequence: end.sequence },
    data: {
      ...data,
      customer,
      storedSets: end.row.setCount,
      lastSequence: end.sequence,
      table,
      awaited: awaitedAfter(data.awaited, waiting),
    },
  });
}
