import { objectIdOf, userId, type Position } from '#users/ids.ts';
import { UserFlag } from '#users/user-table.ts';
import { BLOCK_SIZE, blockOf, textsOfBlock } from './blocks.ts';
import type { SeatwiseDatabase } from './database.ts';
import { claimedOrKept, keptTables } from './kept-back.ts';
import { addOutcomes } from './outcomes.ts';
import { StoredPlan } from './stored-plan.ts';
import type { RunName } from './sync-rows.ts';
import { takeOutUsers } from './take-out-users.ts';

/** What `cancelUnsent` reads and writes. */
export const cancelTables = (db: SeatwiseDatabase) => [
  db.customers,
  db.licenseBlocks,
  db.userBlocks,
  db.changes,
  db.changeColumns,
  db.outcomes,
  ...keptTables(db),
];

/** Of these positions, those of users who are in the customer and can be sent, block by block. */
async function sendable(
  db: SeatwiseDatabase,
  { row }: StoredPlan,
  positions: readonly Position[],
): Promise<Position[]> {
  const found: Position[] = [];
  for (const number of new Set(positions.map(blockOf))) {
    const block = await db.userBlocks.get([row.id, row.revision, number]);
    if (block === undefined) throw new Error(`no block ${number} of ${row.id}`);
    const ids = textsOfBlock(block).id;
    for (const position of positions) {
      const i = position % BLOCK_SIZE;
      if (blockOf(position) !== number || ((block.flags[i] ?? 0) & UserFlag.gone) !== 0) continue;
      if (objectIdOf(userId(ids[i] ?? '')) !== null) found.push(position);
    }
  }
  return found;
}

/**
 * Takes everybody whom the run would send, and who is not claimed, out of every open change, which ends
 * them in this run as cancelled; gives how many. Each change keeps it in its journal and can be put back
 * from there. To be called in a transaction over `cancelTables`.
 */
export async function cancelUnsent(
  db: SeatwiseDatabase,
  run: RunName,
  { operator, at }: { readonly operator: string; readonly at: number },
): Promise<number> {
  const { customerId: id } = run;
  const plan = await StoredPlan.read(db, id);
  if (plan === null) return 0;
  const kept = await claimedOrKept(db, id);
  const unsent = await sendable(
    db,
    plan,
    plan.pending().filter((position) => !kept.has(position)),
  );
  const { lastSequence } = plan.row;
  if (unsent.length === 0) return 0;
  const users = unsent.map((position) => plan.user(position));
  const throughOf = new Map(unsent.map((position) => [position, lastSequence]));
  await takeOutUsers(db, id, throughOf, { operator, at, lastSequence });
  await addOutcomes(
    db,
    run,
    users.map(({ position, baseline, planned, settledThrough }) => ({
      position,
      cause: { kind: 'cancelled' },
      requestId: null,
      at,
      attempts: 0,
      since: settledThrough,
      through: lastSequence,
      before: baseline,
      planned,
    })),
  );
  await plan.write(users.map((user) => ({ ...user, planned: user.baseline })));
  return unsent.length;
}
