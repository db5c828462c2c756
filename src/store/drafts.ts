import type { CustomerId } from '#customers/customer.ts';
import type { Draft } from '#plan/draft.ts';
import type { SeatwiseDatabase } from './database.ts';
import { recall, remember } from './window-memory.ts';

/**
 * The draft of this window (a new one: of any window, last) under a scope, which says for whom it is
 * (the selection, or one user); null when there never was one.
 */
export const readDraft = (
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
  scope: string,
): Promise<Draft | null> => recall(db.drafts, customerId, scope, window);

/** The draft of this window alone; null when it has none. */
export async function ownDraft(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
  scope: string,
): Promise<Draft | null> {
  return (await db.drafts.get([customerId, scope, window]))?.value ?? null;
}

/** Keeps a window's draft; `now` in ms. */
export const writeDraft = (
  db: SeatwiseDatabase,
  customerId: CustomerId,
  window: string,
  scope: string,
  draft: Draft,
  now: number,
): Promise<void> => remember(db, db.drafts, { customerId, window, scope, at: now, value: draft });
