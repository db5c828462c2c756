import { assignmentOf } from '#licenses/license-set.ts';
import type { Change } from '#plan/change.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { ChangeRow, HeldView } from '#worker/view-types.ts';
import { heldView, samePaths } from './held-view.ts';
import type { Namer } from './namer.ts';
import { UserRows } from './user-row.ts';

/** What a change did with the user at `index` of its columns: before and after as they were at that Save. */
export function changeRow(
  data: CustomerData,
  change: Change,
  index: number,
  namer: Namer,
): ChangeRow {
  const before = data.sets.at(change.before.licenses[index] ?? 0);
  const after = data.sets.at(change.after.licenses[index] ?? 0);
  const cause = change.causes[change.causeOf[index] ?? 0];
  if (!cause) throw new RangeError(`change ${change.id} has no cause for user ${index}`);
  const locationAfter = change.after.locations[index] ?? 0;
  const byName = (a: HeldView, b: HeldView): number => namer.compare(a.name, b.name);

  return {
    ...new UserRows(data, namer).who(change.users[index] ?? 0),
    cause,
    gained: after
      .filter(({ skuId }) => !assignmentOf(before, skuId))
      .map((held) => heldView(held, 'added', namer))
      .sort(byName),
    lost: before
      .filter(({ skuId }) => !assignmentOf(after, skuId))
      .map((held) => heldView(held, 'removed', namer))
      .sort(byName),
    changed: after
      .filter((held) => {
        const old = assignmentOf(before, held.skuId);
        return old !== undefined && !samePaths(old, held);
      })
      .map((held) => heldView(held, 'changed', namer))
      .sort(byName),
    licensesAfter: after.map((held) => heldView(held, 'same', namer)).sort(byName),
    locationSet:
      locationAfter === change.before.locations[index] ? null : locationLetters(locationAfter),
  };
}
