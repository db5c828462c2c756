import { DATABASE } from '#base/database-name.ts';

/** True where this browser holds nothing of Seatwise yet; false also where it does not tell. Opens nothing. */
export async function isFreshDevice(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).every(({ name }) => name !== DATABASE);
  } catch {
    return false;
  }
}
