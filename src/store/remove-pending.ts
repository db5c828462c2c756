import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { moveChange } from '#plan/move-change.ts';
import type { Position } from '#users/ids.ts';
import { changesNamed } from './changes.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { UserEdit } from './edit-blocks.ts';
import { usersHandedOver } from './handovers.ts';
import { openOperations } from './runs.ts';
import { StoredPlan } from './stored-plan.ts';
import { putChanges, takeOutUsers } from './take-out-users.ts';
import { planTables } from './write-plan.ts';

/** Users who were taken out of the plan together, and what is needed to put them back as they were. */
export interface RemovedUsers {
  readonly id: CustomerId;
  /** Of the customer since then. */
  readonly version: number;
  /** The changes in which they stood. */
  readonly changes: readonly ChangeId[];
  /** As they were before. */
  readonly users: readonly UserEdit[];
}

/** Who asks for it, and when, in ms. */
interface Step {
  readonly operator: string;
  readonly at: number;
}

/** The customer moved since it was looked at, or is gone; nothing was written. */
interface Moved {
  readonly kind: 'stale';
}

const tablesOf = (db: SeatwiseDatabase) => [
  ...planTables(db),
  db.changes,
  db.changeColumns,
  db.operations,
  db.handovers,
];

/**
 * Takes these users out of every open change, as an undo of each would, so that for them nothing is
 * planned any more. Written only while the customer has `expectedVersion`, and nobody of them is being
 * sent or handed over.
 */
export function removePending(
  db: SeatwiseDatabase,
  id: CustomerId,
  positions: readonly Position[],
  { operator, at, expectedVersion }: Step & { readonly expectedVersion: number },
): Promise<Result<RemovedUsers, Moved>> {
  return db.transaction('rw', tablesOf(db), async () => {
    const [plan, operations, handedOver] = await Promise.all([
      StoredPlan.read(db, id),
      openOperations(db, id),
      usersHandedOver(db, id),
    ]);
    const kept = new Set([...handedOver, ...operations.map((one) => one.operation.position)]);
    if (plan?.row.version !== expectedVersion || positions.some((position) => kept.has(position)))
      return fail({ kind: 'stale' } as const);
    const { lastSequence } = plan.row;
    const throughOf = new Map(positions.map((position) => [position, lastSequence]));
    const changes = await takeOutUsers(db, id, throughOf, { operator, at, lastSequence });
    const users = positions.map((position) => plan.user(position));
    await plan.write(users.map((user) => ({ ...user, planned: user.baseline })));
    return ok({ id, version: expectedVersion + 1, changes, users });
  });
}

/** Puts them back, each into the changes in which they stood, unless the customer has moved since. */
export function undoRemoval(
  db: SeatwiseDatabase,
  { id, version, changes, users }: RemovedUsers,
  { operator, at }: Step,
): Promise<Result<null, Moved>> {
  return db.transaction('rw', tablesOf(db), async () => {
    const plan = await StoredPlan.read(db, id);
    if (plan?.row.version !== version) return fail({ kind: 'stale' } as const);
    const { lastSequence } = plan.row;
    const moved = (await changesNamed(db, id, new Set(changes))).map((change) => {
      // the removal is the last thing that happened to the change
      const { length: removal } = change.events;
      const indexes = Uint32Array.from(
        [...change.eventOf.keys()].filter((i) => change.eventOf[i] === removal),
      );
      return moveChange(change, { indexes }, { kind: 'putBack', operator, at, lastSequence });
    });
    await putChanges(db, moved);
    await plan.write(users);
    return ok(null);
  });
}
