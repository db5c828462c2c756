import { steady, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import type { Change, ChangeEvent } from '#plan/change.ts';
import { moveChange } from '#plan/move-change.ts';
import type { UndoColumns } from '#plan/undo-step.ts';
import type { Position } from '#users/ids.ts';
import { standAwaited } from './awaited-rows.ts';
import { rowsOfChange } from './changes.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { LoadedCustomer } from './load-customer.ts';
import { forgetHeld } from './held.ts';
import { replan } from './replan.ts';
import type { ChangeRow } from './rows.ts';
import { sendingThrough } from './runs.ts';
import type { SavedChange, SaveRefusal } from './save-change.ts';
import { planTables, writePlan } from './write-plan.ts';

/** An undo or redo as it is handed in; the rest of its event is the store's. */
export type NewStep = Pick<ChangeEvent, 'kind' | 'at' | 'operator'>;

/** True when the last thing that happened to the stored change is this step. */
function isDone({ events }: ChangeRow, { kind, at, operator }: NewStep): boolean {
  const last = events.at(-1);
  return last?.kind === kind && last.at === at && last.operator === operator;
}

export interface StepOfChange {
  readonly change: Change;
  readonly columns: UndoColumns;
  readonly step: NewStep;
  /** For what is worked out before anything is written. */
  readonly pace?: Pace;
}

/**
 * Writes one undo or redo: the planned columns of the touched blocks, new license sets, how the change
 * stands for each user and for the names it waits for, its event, and the customer's row with a raised
 * version, in one short transaction.
 * Written only if the customer still has `expectedVersion`, on which `columns` were computed, and nobody of
 * them is being sent with the change; numbers in
 * them are those of `data.sets`. The same step again is answered like the first time.
 */
export async function saveStep(
  db: SeatwiseDatabase,
  data: LoadedCustomer,
  { change, columns, step, pace = steady }: StepOfChange,
  expectedVersion: number,
): Promise<Result<SavedChange, SaveRefusal>> {
  const { id } = data.customer;
  if (data.customer.version !== expectedVersion) return fail({ kind: 'stale' });
  const replanned = await inTurns(replan(data, columns.users, columns.planned), pace);
  const { table, blocks, pendingCount } = replanned;
  const moved = moveChange(change, columns, { ...step, lastSequence: data.lastSequence });
  const rows = await inTurns(rowsOfChange(moved), pace);
  const newSets = data.sets.since(data.storedSets);
  const tables = [
    ...planTables(db),
    db.changes,
    db.changeColumns,
    db.awaited,
    db.operations,
    db.held,
  ];
  const isTakenOut = step.kind === 'takenOut';

  const end = await db.transaction('rw', tables, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 'gone';
    if (row.version !== expectedVersion) {
      const head = await db.changes.get([id, change.id]);
      const isRepeat =
        head !== undefined && row.version === expectedVersion + 1 && isDone(head, step);
      return isRepeat ? row : 'stale';
    }
    // who was claimed since goes with the change that the request carries
    const sending = await sendingThrough(db, id);
    const isSent = (at: Position) => (sending.get(at) ?? 0) >= change.sequence;
    if (sending.size > 0 && columns.users.some(isSent)) return 'stale';
    await Promise.all([
      db.changes.put(rows.head),
      standAwaited(db, change, isTakenOut),
      forgetHeld(db, id, data.table),
    ]);
    // long rows are copied as they are handed over: one after another, and others get their turn in between
    await db.changeColumns.put(rows.columns);
    return writePlan(db, row, { blocks, newSets, pendingCount });
  });

  if (end === 'gone' || end === 'stale') return fail({ kind: end });
  const customer = customerOf(end);
  return ok({
    customer,
    change: moved,
    data: {
      ...data,
      customer,
      storedSets: end.setCount,
      table,
      awaited: data.awaited.map((one) =>
        one.changeId === change.id ? { ...one, isTakenOut } : one,
      ),
    },
  });
}
