import type { Messages } from '#messages/messages.ts';
import { outcomeParts, sentUsers } from '#messages/outcome-parts.ts';
import type { ChangeView } from '#worker/changes/change-types.ts';

/** What a change says of itself: how it stands, and what sync has done with it so far. */
type Told = Pick<ChangeView, 'standing' | 'counts' | 'outcomes'>;

/** True when sync has said something about a user of the change. */
export const isSent = (change: Pick<Told, 'outcomes'>): boolean => sentUsers(change.outcomes) > 0;

/** Users of the change who still wait for sync. */
export const waitingOf = (change: Pick<Told, 'counts' | 'outcomes'>): number =>
  Math.max(0, change.counts.planned + change.counts.ended - sentUsers(change.outcomes));

/** True when everybody has in Microsoft 365 what the change planned, and nobody was taken out. */
export const isApplied = (change: Told): boolean =>
  isSent(change) &&
  waitingOf(change) === 0 &&
  change.counts.takenOut === 0 &&
  change.outcomes.applied + change.outcomes.already === sentUsers(change.outcomes);

/** The heading of Licenses updated, with its state. Nothing that is only planned looks done. */
export function changeHeading(change: Told, m: Messages): string {
  if (!isSent(change)) return m.changes.heading[change.standing];
  if (isApplied(change)) return m.changes.applied;
  return m.changes.sent(outcomeParts(change.outcomes, waitingOf(change), m));
}
