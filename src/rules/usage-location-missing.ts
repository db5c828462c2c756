import { LOCATION_NONE, LOCATION_UNKNOWN, type LocationCode } from '#users/usage-location.ts';
import { addBits, both, noBits, type Bits } from './bits.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';

/**
 * The cloud refuses to assign a license to a user without usage location, or to change its service
 * plans ("License assignment cannot be done for user with invalid usage location"). Revoking works.
 */
export function usageLocationMissing(
  { index, before, touched, places }: Rows,
  said: Sayings,
): void {
  const sent = noBits(before.size);
  for (const one of touched) addBits(sent, one.sent);
  const at = (location: LocationCode): Bits => both(sent, places.get(location) ?? before.none);
  said.say(at(LOCATION_NONE), () =>
    index.issues.enter({ code: 'usageLocationMissing', severity: 'blocking' }),
  );
  said.say(at(LOCATION_UNKNOWN), () =>
    index.issues.enter({ code: 'usageLocationUnknown', severity: 'warning' }),
  );
}
