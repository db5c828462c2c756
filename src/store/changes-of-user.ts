import type { CustomerId } from '#customers/customer.ts';
import type { Change } from '#plan/change.ts';
import type { Position } from '#users/ids.ts';
import { getChange, listChanges } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';

/** A change and where in its columns a user stands. */
export interface ChangeOfUser {
  readonly change: Change;
  readonly index: number;
}

/**
 * The changes that concern the user at `position`, newest first. The columns of one change at a time
 * are in memory, each read on its own, so that others get their turn in between.
 */
export async function* changesOfUser(
  db: SeatwiseDatabase,
  id: CustomerId,
  position: Position,
): AsyncGenerator<ChangeOfUser> {
  for (const head of await listChanges(db, id)) {
    const change = await getChange(db, id, head.id);
    const index = change?.users.indexOf(position) ?? -1;
    if (change !== null && index >= 0) yield { change, index };
  }
}
