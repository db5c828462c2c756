import { openChanges } from '#store/changes.ts';
import type { Position } from '#users/ids.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import { plannedView } from './customer-pending.ts';
import type { PlannedUsers } from './pending-types.ts';

export interface PlannedAsk extends CustomerAsk {
  readonly positions: readonly Position[];
}

/** What is planned for these users. */
export async function plannedFor(
  { db, customers }: Desk,
  { customerId: id, positions, locale }: PlannedAsk,
): Promise<PlannedUsers> {
  const [open, changes] = await Promise.all([customers.open(id), openChanges(db, id)]);
  const { table } = open.data;
  const users = Uint32Array.from(positions).filter(
    (position) => isPending(table, position) && isPresent(table, position),
  );
  const { sheet } = open.planner.review(users, changes);
  return {
    of: new Map(Array.from(users, (position, i) => [position, plannedView(sheet.caseAt(i))])),
    names: open.namer(locale).view(),
  };
}
