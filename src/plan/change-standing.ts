import type { Standings } from './standings.ts';

/** How a change stands as a whole: part of the plan, some or all of its users taken out, or its outcome known. */
export type ChangeStanding = 'planned' | 'partly' | 'takenOut' | 'ended';

/** The same from the number of its users who stand so. */
export function changeStandingOf({ open, takenOut, ended }: Standings): ChangeStanding {
  if (takenOut > 0) return open + ended > 0 ? 'partly' : 'takenOut';
  return open === 0 && ended > 0 ? 'ended' : 'planned';
}
