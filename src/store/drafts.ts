import type { Draft } from '#plan/draft.ts';
import type { SeatwiseDatabase } from './database.ts';
import { recall, remember, type WindowPlace } from './window-memory.ts';

/** Whose draft: the scope says for which users it is. */
export type DraftPlace = WindowPlace;

/**
 * The draft of this window (a new one: of any window, last); null when there never was one.
 */
export const readDraft = (db: SeatwiseDatabase, place: DraftPlace): Promise<Draft | null> =>
  recall(db.drafts, place);

/** The draft of this window alone; null when it has none. */
export async function ownDraft(
  db: SeatwiseDatabase,
  { customerId, window, scope }: DraftPlace,
): Promise<Draft | null> {
  return (await db.drafts.get([customerId, scope, window]))?.value ?? null;
}

/** Keeps a window's draft; `now` in ms. */
export const writeDraft = (
  db: SeatwiseDatabase,
  place: DraftPlace,
  draft: Draft,
  now: number,
): Promise<void> => remember(db, db.drafts, { ...place, at: now, value: draft });
