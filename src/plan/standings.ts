import { isPlannedFor, Standing, type Change } from './change.ts';

/** Of the users for whom a Save planned something, how many stand how. */
export type Standings = Readonly<Record<keyof typeof Standing, number>>;

/** Counts them. */
export function standingsOf(change: Pick<Change, 'causes' | 'causeOf' | 'standing'>): Standings {
  const standings = { open: 0, takenOut: 0, ended: 0 };
  change.standing.forEach((standing, index) => {
    if (!isPlannedFor(change, index)) return;
    if (standing === Standing.open) standings.open++;
    else if (standing === Standing.takenOut) standings.takenOut++;
    else standings.ended++;
  });
  return standings;
}
