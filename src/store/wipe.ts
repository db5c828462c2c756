import type { SeatwiseDatabase } from './database.ts';

/** Deletes everything from this device and opens an empty database; other windows lose theirs and reopen it. */
export async function wipe(db: SeatwiseDatabase): Promise<void> {
  await db.delete({ disableAutoOpen: false });
  await db.open();
}
