import { atOnce } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import { Standing, isPlannedFor, type Change, type ChangeId } from '#plan/change.ts';
import { moveChange } from '#plan/move-change.ts';
import type { Position } from '#users/ids.ts';
import { openChanges, rowsOfChange } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';

/** Who took them out, and when (ms); `lastSequence`: of the customer's newest change. */
export interface TakingOut {
  readonly operator: string;
  readonly at: number;
  readonly lastSequence: number;
}

/** Of the open changes, as they are after users were taken out of them, those that become others. */
export function withoutUsers(
  changes: readonly Change[],
  throughOf: ReadonlyMap<Position, number>,
  { operator, at, lastSequence }: TakingOut,
): Change[] {
  return changes.flatMap((change) => {
    const indexes = Uint32Array.from(
      [...change.users.keys()].filter((i) => {
        const through = throughOf.get(change.users[i] ?? 0);
        const isOpen = change.standing[i] === Standing.open && isPlannedFor(change, i);
        return isOpen && through !== undefined && change.sequence <= through;
      }),
    );
    if (indexes.length === 0) return [];
    return [moveChange(change, { indexes }, { kind: 'takenOut', operator, at, lastSequence })];
  });
}

/** Writes changes that are others now. To be called in a transaction over the tables of changes. */
export async function putChanges(db: SeatwiseDatabase, changes: readonly Change[]): Promise<void> {
  const rows = changes.map((change) => atOnce(rowsOfChange(change)));
  await db.changes.bulkPut(rows.map(({ head }) => head));
  await db.changeColumns.bulkPut(rows.map(({ columns }) => columns));
}

/**
 * Takes users out of the open changes up to a sequence each, as an undo does; what is planned for them is
 * the caller's. Gives the changes that became others. To be called in a transaction over the tables of
 * changes, `customers` and `licenseBlocks`.
 */
export async function takeOutUsers(
  db: SeatwiseDatabase,
  id: CustomerId,
  throughOf: ReadonlyMap<Position, number>,
  taking: TakingOut,
): Promise<ChangeId[]> {
  if (throughOf.size === 0) return [];
  const changes = withoutUsers(await openChanges(db, id), throughOf, taking);
  await putChanges(db, changes);
  return changes.map((change) => change.id);
}
