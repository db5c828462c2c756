import type { CustomerData } from '#users/customer-data.ts';
import { type Position, userId } from '#users/ids.ts';
import { LOCATION_UNKNOWN, locationLetters } from '#users/usage-location.ts';
import { UserFlag } from '#users/user-table.ts';
import { heldViews, licenseErrorViews } from '#worker/licenses/held-view.ts';
import type { HeldView, LicenseErrorView } from '#worker/licenses/license-types.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import type { UserRow, Who } from './user-types.ts';

/** Makes the rows of one answer; users with the same licenses share one list of views. */
export class UserRows {
  readonly #data: CustomerData;
  readonly #namer: Namer;
  readonly #held = new Map<string, readonly HeldView[]>();
  readonly #failed = new Map<number, readonly LicenseErrorView[]>();

  constructor(data: CustomerData, namer: Namer) {
    this.#data = data;
    this.#namer = namer;
  }

  row(position: Position, selected: boolean): UserRow {
    const { table, sets } = this.#data;
    const flags = table.flags[position] ?? 0;
    const location = table.locations.planned[position] ?? LOCATION_UNKNOWN;
    return {
      ...this.who(position),
      department: table.texts.department[position] ?? '',
      usageLocation: locationLetters(location),
      locationKnown: location !== LOCATION_UNKNOWN,
      locationPlanned: location !== table.locations.baseline[position],
      blocked: (flags & UserFlag.blocked) !== 0,
      guest: (flags & UserFlag.guest) !== 0,
      gone: (flags & UserFlag.gone) !== 0,
      licenses: this.#licenses(
        table.licenses.baseline[position] ?? 0,
        table.licenses.planned[position] ?? 0,
      ),
      isUntold: sets.isUntold(table.licenses.planned[position] ?? 0),
      licenseErrors: this.#errors(table.licenses.baseline[position] ?? 0),
      selected,
    };
  }

  /** Who the user is. A user without display name is shown by userPrincipalName. */
  who(position: Position): Who {
    const { texts } = this.#data.table;
    const userPrincipalName = texts.userPrincipalName[position] ?? '';
    return {
      position,
      userId: userId(texts.id[position] ?? ''),
      displayName: texts.displayName[position] || userPrincipalName,
      userPrincipalName,
    };
  }

  #errors(baseline: number): readonly LicenseErrorView[] {
    let views = this.#failed.get(baseline);
    if (!views) {
      views = licenseErrorViews(this.#data.sets.told(baseline), this.#namer);
      this.#failed.set(baseline, views);
    }
    return views;
  }

  #licenses(baseline: number, planned: number): readonly HeldView[] {
    const key = `${baseline} ${planned}`;
    let views = this.#held.get(key);
    if (!views) {
      const { sets } = this.#data;
      views = heldViews(sets.at(baseline), sets.at(planned), this.#namer);
      this.#held.set(key, views);
    }
    return views;
  }
}
