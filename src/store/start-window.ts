import type { SeatwiseDatabase } from './database.ts';
import type { DraftPlace } from './drafts.ts';
import { SELECTION_SCOPE } from './selections.ts';
import { latestOf } from './window-memory.ts';

/**
 * Lets a new window go on where a window stopped last: it gets that window's selection of a customer,
 * and the draft made for it under the scope. Both from the same window: what was ticked for other
 * users is not meant for those chosen here. Does nothing for a window that has a selection of its own.
 */
export async function startWindow(
  db: SeatwiseDatabase,
  { customerId, window, scope }: DraftPlace,
): Promise<void> {
  const { selections, drafts } = db;
  const takenOver = async () =>
    (await selections.get([customerId, SELECTION_SCOPE, window])) === undefined
      ? latestOf(selections, customerId, SELECTION_SCOPE)
      : undefined;
  // who only reads waits for nobody who writes
  if ((await db.transaction('r', selections, takenOver)) === undefined) return;
  await db.transaction('rw', selections, drafts, async () => {
    const selection = await takenOver();
    if (selection === undefined) return;
    await selections.put({ ...selection, window });
    const draft = await drafts.get([customerId, scope, selection.window]);
    if (draft !== undefined) await drafts.put({ ...draft, window });
  });
}
