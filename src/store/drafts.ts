import type { CustomerId } from '#customers/customer.ts';
import type { Draft } from '#plan/draft.ts';
import type { SeatwiseDatabase } from './database.ts';
import { recall, remember } from './window-memory.ts';

/** Whose draft: of a customer, in a window, under a scope that says for which users it is. */
export interface DraftPlace {
  readonly customerId: CustomerId;
  readonly window: string;
  readonly scope: string;
}

/**
 * The draft of this window (a new one: of any window, last); null when there never was one.
 */
export const readDraft = (
  db: SeatwiseDatabase,
  { customerId, window, scope }: DraftPlace,
): Promise<Draft | null> => recall(db.drafts, customerId, scope, window);

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
