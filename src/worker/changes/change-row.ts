import type { Assignment } from '#licenses/license-set.ts';
import { productMoves } from '#plan/difference.ts';
import type { Change } from '#plan/change.ts';
import { userStandingOf } from '#plan/standing.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { ChangeRow } from './change-types.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';
import { heldView } from '#worker/licenses/held-view.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import { UserRows } from '#worker/users/user-row.ts';

/** What a change did with the user at `index` of its columns: before and after as they were at that Save, and what sync made of it. */
export function changeRow(
  data: CustomerData,
  {
    change,
    index,
    outcome = null,
  }: {
    readonly change: Change;
    readonly index: number;
    readonly outcome?: ChangeRow['outcome'] | undefined;
  },
  namer: Namer,
): ChangeRow {
  const before = data.sets.at(change.before.licenses[index] ?? 0);
  const after = data.sets.at(change.after.licenses[index] ?? 0);
  const cause = change.causes[change.causeOf[index] ?? 0];
  if (!cause) throw new RangeError(`change ${change.id} has no cause for user ${index}`);
  const locationAfter = change.after.locations[index] ?? 0;
  const { gained, lost, keptByGroup, switched } = productMoves(before, after);
  const views = (assignments: readonly Assignment[], mark: HeldView['planned']): HeldView[] =>
    assignments
      .map((held) => heldView(held, mark, namer))
      .sort((a, b) => namer.compare(a.name, b.name));

  return {
    ...new UserRows(data, namer).who(change.users[index] ?? 0),
    cause,
    standing: userStandingOf(change, index),
    outcome,
    event: change.events[(change.eventOf[index] ?? 0) - 1] ?? null,
    gained: views(gained, 'added'),
    lost: views(lost, 'removed'),
    keptByGroup: views(keptByGroup, 'changed'),
    changed: views(switched, 'changed'),
    licensesAfter: views(after, 'same'),
    isUntold: data.sets.isUntold(change.after.licenses[index] ?? 0),
    locationSet:
      locationAfter === change.before.locations[index] ? null : locationLetters(locationAfter),
  };
}
