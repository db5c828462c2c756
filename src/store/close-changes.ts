import { BitSet } from '#base/bit-set.ts';
import { atOnce } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import { isPlannedFor, Standing, type Change } from '#plan/change.ts';
import { endSettled } from '#plan/end-settled.ts';
import type { Position } from '#users/ids.ts';
import { UserFlag } from '#users/user-table.ts';
import { BLOCK_SIZE, blockOf, BLOCKS_AT_ONCE } from './blocks.ts';
import { openChanges, rowsOfChange } from './changes.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { CustomerRow } from './rows.ts';
import { StoredPlan } from './stored-plan.ts';

/** What `closeChanges` reads and writes. */
export const closingTables = (db: SeatwiseDatabase) => [
  db.customers,
  db.licenseBlocks,
  db.userBlocks,
  db.changes,
  db.changeColumns,
  db.operations,
  db.held,
];

/** Positions for whom one of the changes is open. */
export function openFor(changes: readonly Change[]): BitSet {
  const open = new BitSet();
  for (const change of changes) {
    const { users, standing } = change;
    for (let i = 0; i < users.length; i++) {
      if (standing[i] === Standing.open && isPlannedFor(change, i)) open.add(users[i] ?? 0);
    }
  }
  return open;
}

/** Those who are in the customer: the plan of somebody who is gone comes back with them. To be called in a transaction. */
export async function present(
  db: SeatwiseDatabase,
  { id, revision }: CustomerRow,
  positions: readonly Position[],
): Promise<Position[]> {
  const numbers = [...new Set(positions.map(blockOf))];
  const flagsOf = new Map<number, Uint8Array | undefined>();
  for (let at = 0; at < numbers.length; at += BLOCKS_AT_ONCE) {
    const some = numbers.slice(at, at + BLOCKS_AT_ONCE);
    const keys = some.map((block): [CustomerId, number, number] => [id, revision, block]);
    const blocks = await db.userBlocks.bulkGet(keys);
    some.forEach((number, i) => flagsOf.set(number, blocks[i]?.flags));
  }
  return positions.filter((position) => {
    const flags = flagsOf.get(blockOf(position))?.[position % BLOCK_SIZE] ?? UserFlag.gone;
    return (flags & UserFlag.gone) === 0;
  });
}

/**
 * Writes into the changes what has ended for whom, so that lists count it. When nothing is claimed any
 * more, changes that leave nothing to do for a user have ended too: they must not come to life again when
 * somebody changes the user in the cloud some day. To be called in a transaction over `closingTables`.
 */
export async function closeChanges(db: SeatwiseDatabase, id: CustomerId): Promise<void> {
  const plan = await StoredPlan.read(db, id);
  if (plan === null) return;
  const open = (await rowsUnder(db.operations, id).toArray()).length;
  const held = new Set((await rowsUnder(db.held, id).toArray()).map(({ position }) => position));
  const pending = new Set(plan.pending());
  const changes = await openChanges(db, id);
  const done = (open === 0 ? openFor(changes).members() : []).filter(
    (position) => !pending.has(position) && !held.has(position),
  );
  const idle = await present(db, plan.row, done);
  const settled = plan.settledThrough();
  for (const position of idle) settled[position] = plan.row.lastSequence;
  const rows = changes.map((change) => atOnce(rowsOfChange(endSettled(change, settled))));
  await db.changes.bulkPut(rows.map(({ head }) => head));
  await db.changeColumns.bulkPut(rows.map(({ columns }) => columns));
  if (idle.length === 0) return;
  const settledThrough = plan.row.lastSequence;
  await plan.write(idle.map((position) => ({ ...plan.user(position), settledThrough })));
}
