import type { Outcome } from './operation.ts';
import type { UserStanding } from './standing.ts';

/** The four parts of the users of a change: what it wanted is there or planned, or not. */
export const changeParts = ['done', 'waits', 'notChanged', 'already'] as const;
export type ChangePart = (typeof changeParts)[number];

/** In which part a user is; `outcome`: how sync ended the change for the user, null while it has not. */
export function changePartOf(standing: UserStanding, outcome: Outcome['kind'] | null): ChangePart {
  if (outcome === 'applied') return 'done';
  if (outcome === 'already') return 'already';
  if (outcome !== null) return 'notChanged';
  switch (standing) {
    case 'planned':
    case 'ended':
      return 'done';
    case 'waits':
    case 'already':
      return standing;
    case 'takenOut':
    case 'notChanged':
    case 'unchanged':
      return 'notChanged';
  }
}
