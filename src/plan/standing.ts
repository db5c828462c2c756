import { isPlannedFor, Standing, type Change, type Cause } from './change.ts';

/** Of the users for whom a Save planned something, how many stand how. */
export type UsersByStanding = Readonly<Record<keyof typeof Standing, number>>;

export function countByStanding(
  change: Pick<Change, 'causes' | 'causeOf' | 'standing'>,
): UsersByStanding {
  const standings = { open: 0, takenOut: 0, ended: 0 };
  for (let index = 0; index < change.standing.length; index++) {
    if (!isPlannedFor(change, index)) continue;
    const standing = change.standing[index];
    if (standing === Standing.open) standings.open++;
    else if (standing === Standing.takenOut) standings.takenOut++;
    else standings.ended++;
  }
  return standings;
}

/** How a change stands as a whole: part of the plan, some or all of its users taken out, or its outcome known. */
export type ChangeStanding = 'planned' | 'partly' | 'takenOut' | 'ended';

/** The same from the number of its users who stand so. */
export function changeStandingOf({ open, takenOut, ended }: UsersByStanding): ChangeStanding {
  if (takenOut > 0) return open + ended > 0 ? 'partly' : 'takenOut';
  return open === 0 && ended > 0 ? 'ended' : 'planned';
}

/** False when all that a Save planned was taken out; what planned nothing stands. */
export const stands = (users: UsersByStanding): boolean => changeStandingOf(users) !== 'takenOut';

/** The same of the change itself. */
export const isUndone = (change: Pick<Change, 'causes' | 'causeOf' | 'standing'>): boolean =>
  !stands(countByStanding(change));

/** How a change stands for one user: as the Save left it, or what became of it since. */
export type UserStanding = Cause['kind'] | 'takenOut' | 'ended';

/** How the change stands for the user at `index` of its columns. */
export function userStandingOf(change: Change, index: number): UserStanding {
  if (isPlannedFor(change, index)) {
    if (change.standing[index] === Standing.takenOut) return 'takenOut';
    if (change.standing[index] === Standing.ended) return 'ended';
  }
  const cause = change.causes[change.causeOf[index] ?? 0];
  if (cause === undefined) throw new RangeError(`change ${change.id} has no cause for ${index}`);
  return cause.kind;
}
