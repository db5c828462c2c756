import type { CustomerId } from '#customers/customer.ts';
import { openChanges } from './changes.ts';
import { openFor, present } from './close-changes.ts';
import type { SeatwiseDatabase } from './database.ts';

/** How many users have open changes, and are no longer in the customer: nothing is pending for them until they are back. */
export async function countGoneWithPlan(db: SeatwiseDatabase, id: CustomerId): Promise<number> {
  const planned = openFor(await openChanges(db, id)).members();
  if (planned.length === 0) return 0;
  return db.transaction('r', db.customers, db.userBlocks, async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 0;
    return planned.length - (await present(db, row, planned)).length;
  });
}
