import type { Messages } from './messages.ts';

/** Outcomes that a user of a change can end with, in the order in which they are said. */
const ends = ['applied', 'already', 'rejected', 'conflict', 'cancelled'] as const;

/** Users by how sync ended a change for them. */
export type EndedUsers = Readonly<Record<(typeof ends)[number], number>>;

/** Users about whom sync has said something. */
export const sentUsers = (outcomes: EndedUsers): number =>
  ends.reduce((sum, end) => sum + outcomes[end], 0);

/** `35 applied, 3 rejected, 2 waiting`: what there is of it; empty where there is nothing. */
export function outcomeParts(
  outcomes: EndedUsers,
  waiting: number,
  { sync, changes, words }: Pick<Messages, 'sync' | 'changes' | 'words'>,
): string {
  return [
    ...ends.filter((end) => outcomes[end] > 0).map((end) => sync.summaryPart[end](outcomes[end])),
    ...(waiting > 0 ? [changes.partsPending(waiting)] : []),
  ].join(words.listSeparator);
}

/**
 * What sync has made of a Save so far, in words; empty before it has said anything. `standings`
 * counts the users for whom the Save stands and those for whom it has ended.
 */
export function sentWords(
  outcomes: EndedUsers,
  standings: { readonly open: number; readonly ended: number },
  m: Pick<Messages, 'sync' | 'changes' | 'words'>,
): string {
  const sent = sentUsers(outcomes);
  if (sent === 0) return '';
  return outcomeParts(outcomes, Math.max(0, standings.open + standings.ended - sent), m);
}
