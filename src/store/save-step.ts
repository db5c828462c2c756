import { fail, ok, type Result } from '#base/result.ts';
import type { Change, ChangeEvent } from '#plan/change.ts';
import { moveChange } from '#plan/move-change.ts';
import { countPending } from '#plan/pending.ts';
import type { UndoColumns } from '#plan/undo-step.ts';
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
  { change, columns, step }: StepOfChange,
  expectedVersion: number,
): Promise<Result<SavedChange, SaveRefusal>> {
  const { id } = data.customer;
  if (data.customer.version !== expectedVersion) return fail({ kind: 'stale' });
  const { table, blocks } = replan(data, columns.users, columns.planned);
  const pendingCount = countPending(table);
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
    const event = { ...step, lastSequence: row.lastSequence };
    const moved = moveChange(change, columns, event);
    if (row.version !== expectedVersion) {
      const head = await db.changes.get([id, change.id]);
      const isRepeat =
        head !== undefined && row.version === expectedVersion + 1 && isDone(head, step);
      return isRepeat ? { row, moved } : 'stale';
    }
    // who was claimed since goes with the change that the request carries
    const sending = await sendingThrough(db, id);
    if (columns.users.some((at) => (sending.get(at) ?? 0) >= change.sequence)) return 'stale';
    const saved = rowsOfChange(moved);
    const [next] = await Promise.all([
      writePlan(db, row, { blocks, newSets, pendingCount }),
      db.changes.put(saved.head),
      db.changeColumns.put(saved.columns),
      standAwaited(db, change, isTakenOut),
      forgetHeld(db, id, data.table),
    ]);
    return { row: next, moved };
  });

  if (end === 'gone' || end === 'stale') return fail({ kind: end });
  const customer = customerOf(end.row);
  return ok({
    customer,
    change: end.moved,
    data: {
      ...data,
      customer,
      storedSets: end.row.setCount,
      table,
      awaited: data.awaited.map((one) =>
        one.changeId === change.id ? { ...one, isTakenOut } : one,
      ),
    },
  });
}
