import { BitSet } from '#base/bit-set.ts';
import type { ChangeId } from '#plan/change.ts';
import { Planner } from '#plan/planner.ts';
import { NOTHING_SENT, type SyncProgress } from '#plan/sync-progress.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { saveStep, type NewStep } from '#store/save-step.ts';

/** Whatever is short is planned all the same. */
export const planAll = { onShortage: 'planAll', waitingLast: new BitSet() } as const;

/** What plans for the customer, with no rule facts. */
export const plannerOf = ({ customer, table, sets, products }: LoadedCustomer): Planner =>
  new Planner({ customerId: customer.id, table, sets, products, facts: [] });

/** An undo or redo of a stored change, computed on the customer as given, and what writes it. */
export async function stepOn(
  db: SeatwiseDatabase,
  data: LoadedCustomer,
  changeId: string,
  kind: NewStep['kind'],
  sent: SyncProgress = NOTHING_SENT,
) {
  const { customer } = data;
  const planner = plannerOf(data);
  const change = await getChange(db, customer.id, changeId as ChangeId);
  if (change === null) throw new Error(`no change ${changeId}`);
  const others = await standingChanges(db, customer.id);
  const step =
    kind === 'takenOut'
      ? planner.takeOut(others, change, null, { sent })
      : planner.putBack(others, change, null, sent);
  const columns = planner.stepColumns(step, planAll);
  const save = (at = 7000) =>
    saveStep(
      db,
      data,
      { change: step.change, columns, step: { kind, at, operator: 'Ben' } },
      customer.version,
    );
  return { columns, stays: planner.stepStays(step, planAll), save };
}
