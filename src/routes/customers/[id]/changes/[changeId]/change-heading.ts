import type { Messages } from '#messages/messages.ts';
import { ended } from '#routes/pending/runs/run-states.ts';
import type { ChangeView } from '#worker/change-types.ts';

/** What a change says of itself: how it stands, and what sync has done with it so far. */
type Told = Pick<ChangeView, 'standing' | 'counts' | 'outcomes'>;

const sentOf = ({ outcomes }: Pick<Told, 'outcomes'>): number =>
  ended.reduce((sum, kind) => sum + outcomes[kind], 0);

/** True when sync has said something about a user of the change. */
export const isSent = (change: Pick<Told, 'outcomes'>): boolean => sentOf(change) > 0;

/** Users of the change who still wait for sync. */
export const waitingOf = (change: Pick<Told, 'counts' | 'outcomes'>): number =>
  Math.max(0, change.counts.planned + change.counts.ended - sentOf(change));

/** True when everybody has in Microsoft 365 what the change planned, and nobody was taken out. */
export const isApplied = (change: Told): boolean =>
  isSent(change) &&
  waitingOf(change) === 0 &&
  change.counts.takenOut === 0 &&
  change.outcomes.applied + change.outcomes.already === sentOf(change);

/** `35 applied, 3 rejected, 2 waiting`: what there is of it. */
export function outcomeParts(
  { outcomes }: Pick<Told, 'outcomes'>,
  waiting: number,
  { sync, changes, words }: Messages,
): string {
  return [
    ...ended
      .filter((kind) => outcomes[kind] > 0)
      .map((kind) => sync.summaryPart[kind](outcomes[kind])),
    ...(waiting > 0 ? [changes.partsPending(waiting)] : []),
  ].join(words.listSeparator);
}

/** The heading of Licenses updated, with its state. Nothing that is only planned looks done. */
export function changeHeading(change: Told, m: Messages): string {
  if (!isSent(change)) return m.changes.heading[change.standing];
  if (isApplied(change)) return m.changes.applied;
  return m.changes.sent(outcomeParts(change, waitingOf(change), m));
}
