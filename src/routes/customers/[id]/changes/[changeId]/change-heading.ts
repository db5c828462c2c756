import type { Messages } from '#messages/messages.ts';
import { outcomeParts, sentUsers } from '#messages/outcome-parts.ts';
import type { ChangeView } from '#worker/changes/change-types.ts';

/** What a change says of itself: how it stands for all its users, and what sync has done with it so far. */
type Told = Pick<ChangeView, 'standing' | 'counts' | 'outcomes' | 'total'>;

/** True when sync has said something about a user of the change. */
export const isSent = (change: Pick<Told, 'outcomes'>): boolean => sentUsers(change.outcomes) > 0;

/** Users of the change who still wait for sync. */
export const waitingOf = (change: Pick<Told, 'counts' | 'outcomes'>): number =>
  Math.max(0, change.counts.planned + change.counts.ended - sentUsers(change.outcomes));

/** True when all users of the change have in Microsoft 365 what it planned. */
const isApplied = ({ outcomes, total }: Told): boolean =>
  total > 0 && outcomes.applied + outcomes.already === total;

/**
 * The heading of Licenses updated, with its state. Nothing that is only planned looks done, and whoever
 * is not what the change wanted is counted.
 */
export function changeHeading(change: Told, m: Messages): string {
  const { counts, outcomes, total, standing } = change;
  const text = m.changes;
  if (!isSent(change) && (standing === 'takenOut' || standing === 'ended'))
    return text.heading[standing];
  if (!isSent(change) && counts.planned === total) return text.heading.planned;
  if (isApplied(change)) return text.applied;
  const waiting = waitingOf(change);
  const [done, rest] = isSent(change)
    ? [text.ofAll.applied(outcomes.applied, total), { ...outcomes, applied: 0 }]
    : [text.ofAll.planned(waiting, total), outcomes];
  const said = [
    done,
    ...(isSent(change) && waiting > 0 ? [text.part.planned(waiting)] : []),
    outcomeParts({ ...rest, already: rest.already + counts.already }, 0, m),
    ...(['takenOut', 'waits'] as const)
      .filter((one) => counts[one] > 0)
      .map((one) => text.part[one](counts[one])),
  ];
  const stays = counts.notChanged + counts.unchanged;
  if (stays > 0) said.push(text.part.notChanged(stays));
  return text.sent(said.filter((part) => part !== '').join(m.words.listSeparator));
}
