import type { RunState, RunView } from '#worker/sync/sync-types.ts';

/** States in which the run goes on by itself, now or after a wait. */
export const isUnderWay = (state: RunState): boolean => state === 'running' || state === 'waiting';

/** States in which nothing goes on before a person does something. */
export const needsPerson = (state: RunState): boolean =>
  ['signIn', 'outdated', 'noAccess', 'refused', 'interrupted'].includes(state);

/**
 * True where a run has not ended, and a new review is another one: it waits, and something was planned since
 * its own review, or that is too long ago.
 */
export const canBeReplaced = ({ state, own, changed }: RunView): boolean =>
  state === 'outdated' || (changed > 0 && state !== 'running' && (state !== 'waiting' || own));

/** Outcomes that a user of a run can end with, in the order in which they are said. */
export const ended = ['applied', 'already', 'rejected', 'conflict', 'cancelled'] as const;

/** Where a user of a run can stand before that. */
export const notEnded = ['inDoubt', 'waiting', 'left'] as const;

/** Users of the run that have ended, and all of them. */
export function progressOf({ counts }: RunView): { readonly done: number; readonly total: number } {
  const sum = (names: readonly (keyof RunView['counts'])[]): number =>
    names.reduce((total, name) => total + counts[name], 0);
  const done = sum(ended);
  return { done, total: done + sum(notEnded) };
}

/** True when the run has ended and every user of it has in Microsoft 365 what was planned. */
export function isAllApplied(run: RunView): boolean {
  const { counts, endedAt } = run;
  const { total } = progressOf(run);
  return endedAt !== null && total > 0 && counts.applied + counts.already === total;
}
