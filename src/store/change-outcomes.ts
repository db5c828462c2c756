import type { CustomerId } from '#customers/customer.ts';
import { isPlannedFor, Standing, type Change } from '#plan/change.ts';
import type { Outcome, RunId } from '#plan/operation.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { OutcomeCause, OutcomesRow } from './sync-rows.ts';

/** How sync ended a user, and in which run. */
export interface UserOutcome {
  readonly kind: Outcome['kind'];
  readonly runId: RunId;
}

/** What sync did with a change so far. */
export interface ChangeOutcomes {
  /** By place in the columns of the change; null where sync has not ended it, or it was taken out. */
  readonly ofUsers: readonly (UserOutcome | null)[];
  readonly counts: Readonly<Record<Outcome['kind'], number>>;
}

const isPartlyDone = (cause: OutcomeCause): boolean =>
  cause.kind === 'cancelled' && (cause.done !== undefined || cause.locationSet === true);

/** How the operations of a customer ended, part by part, oldest first. */
export const outcomesOf = (db: SeatwiseDatabase, id: CustomerId): Promise<OutcomesRow[]> =>
  db.outcomes.where('[customerId+lastAt]').between([id], [id, []]).toArray();

/**
 * What these outcomes say about a change: of each user the newest operation that carried the change.
 * An operation carries the changes of its user whose sequence is above `since`, up to `through`. One that
 * was cancelled is not counted: its user was taken out, and whoever was put back since is planned again. It is
 * told of who is still out where the cloud has a part of it.
 */
export function changeOutcomes(
  change: Pick<Change, 'users' | 'sequence' | 'causes' | 'causeOf' | 'standing'>,
  parts: readonly OutcomesRow[],
): ChangeOutcomes {
  const counts = { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 };
  const ofUsers = new Array<UserOutcome | null>(change.users.length).fill(null);
  if (parts.length === 0) return { ofUsers, counts };
  const places = new Map<number, number>();
  change.users.forEach((position, index) => {
    if (isPlannedFor(change, index)) places.set(position, index);
  });
  for (const { runId, positions, causeOf, causes, since, through } of parts) {
    for (let i = 0; i < positions.length; i++) {
      if (change.sequence <= (since[i] ?? 0) || change.sequence > (through[i] ?? 0)) continue;
      const index = places.get(positions[i] ?? -1);
      const cause = causes[causeOf[i] ?? -1];
      if (index === undefined || cause === undefined) continue;
      const isOut = change.standing[index] === Standing.takenOut;
      const isTold = isOut ? isPartlyDone(cause) : cause.kind !== 'cancelled';
      if (isTold) ofUsers[index] = { kind: cause.kind, runId };
    }
  }
  for (const outcome of ofUsers) {
    if (outcome !== null && outcome.kind !== 'cancelled') counts[outcome.kind]++;
  }
  return { ofUsers, counts };
}
