import { isPlannedFor, Standing, type Change } from './change.ts';

/** True when there were fewer licenses than were needed: the order of its users says who gets them. */
const sharedOut = ({ causes, shortages, inTurn }: Change): boolean =>
  inTurn === true || shortages.length > 0 || causes.some(({ kind }) => kind === 'waits');

/** One order out of two: that of `later` with those of `earlier` in between; where they differ, `earlier` holds. */
function merged(earlier: readonly number[], later: readonly number[]): number[] {
  const placeOf = new Map(earlier.map((position, place) => [position, place]));
  const order: number[] = [];
  let next = 0;
  for (const position of later) {
    const place = placeOf.get(position);
    if (place === undefined) order.push(position);
    else while (next <= place) order.push(earlier[next++] ?? 0);
  }
  return order.concat(earlier.slice(next));
}

/**
 * For whom licenses were shared out that did not go round, as positions in the order in which they
 * got them: those for whom the changes stand so.
 */
export const sharedOrder = (
  changes: readonly Change[],
  standing: number = Standing.open,
): readonly number[] =>
  changes
    .filter(sharedOut)
    .sort((a, b) => a.sequence - b.sequence)
    .map((change) =>
      [...change.users].filter(
        (_, i) => change.standing[i] === standing && isPlannedFor(change, i),
      ),
    )
    .reduce(merged, []);
