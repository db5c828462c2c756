import type { CustomerId } from '#customers/customer.ts';
import { BLOCK_SIZE } from './blocks.ts';
import { openChanges } from './changes.ts';
import { openFor, present } from './close-changes.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';

/** How many users have open changes, and are no longer in the customer: nothing is pending for them until they are back. */
export async function countGoneWithPlan(db: SeatwiseDatabase, id: CustomerId): Promise<number> {
  // at most customers nobody is gone, and neither changes nor users have to be read for that
  if ((await countGone(db, id)) === 0) return 0;
  const planned = openFor(await openChanges(db, id)).members();
  if (planned.length === 0) return 0;
  return db.transaction('r', db.customers, db.userBlocks, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 0;
    return planned.length - (await present(db, row, planned)).length;
  });
}

/** How many users were in the customer and are no more. */
const countGone = (db: SeatwiseDatabase, id: CustomerId): Promise<number> =>
  db.transaction('r', db.customers, db.licenseBlocks, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 0;
    const last = await rowsUnder(db.licenseBlocks, id, row.revision).last();
    const all = last === undefined ? 0 : last.block * BLOCK_SIZE + last.settledThrough.length;
    return all - row.userCount;
  });
