import { Standing, type Change, type ChangeEvent } from './change.ts';
import type { UndoColumns } from './undo-step.ts';

/** The change after a step moved these users; the event, with their number, joins its journal. */
export function moveChange(
  change: Change,
  { indexes }: Pick<UndoColumns, 'indexes'>,
  event: Omit<ChangeEvent, 'users'>,
): Change {
  const standing = change.standing.slice();
  const eventOf = change.eventOf.slice();
  const events = [...change.events, { ...event, users: indexes.length }];
  const to = event.kind === 'takenOut' ? Standing.takenOut : Standing.open;
  for (const index of indexes) {
    standing[index] = to;
    eventOf[index] = events.length;
  }
  return { ...change, standing, eventOf, events };
}
