import type { ChangeOfUser } from '#store/changes.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { UserChange } from './history-types.ts';
import { changeRow } from '#worker/changes/change-row.ts';
import { heldView } from '#worker/licenses/held-view.ts';
import type { Namer } from '#worker/licenses/namer.ts';

/** What a change did with one user: before and after as they were at that Save. */
export function userChange(
  data: CustomerData,
  { change, index }: ChangeOfUser,
  namer: Namer,
  outcome: UserChange['row']['outcome'] = null,
): UserChange {
  const { id: changeId, savedAt, reference, operator, before, after } = change;
  return {
    changeId,
    savedAt,
    reference,
    operator,
    row: changeRow(data, { change, index, outcome }, namer),
    licensesBefore: data.sets
      .at(before.licenses[index] ?? 0)
      .map((held) => heldView(held, 'same', namer))
      .sort((a, b) => namer.compare(a.name, b.name)),
    locationBefore: locationLetters(before.locations[index] ?? 0),
    locationAfter: locationLetters(after.locations[index] ?? 0),
  };
}
