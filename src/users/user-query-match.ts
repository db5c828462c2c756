import { BitSet } from '#base/bit-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { LOCATION_NONE } from './usage-location.ts';
import type { UserQuery } from './user-query.ts';
import { isPresent, UserFlag, type UserTable } from './user-table.ts';

/** Between the texts of one user, so that nothing typed matches across two of them. */
const SEPARATOR = '\u0000';

// composing comes last: lower-casing can make a pair of characters that has a composed form
const folded = (text: string): string => text.toLowerCase().normalize('NFC');

/** What a search looks through, one string per user; good until the table's texts change. */
export function lowerTexts({ count, texts }: UserTable): string[] {
  const { displayName, userPrincipalName, department } = texts;
  return Array.from({ length: count }, (_, i) =>
    folded([displayName[i] ?? '', userPrincipalName[i] ?? '', department[i] ?? ''].join(SEPARATOR)),
  );
}

/** What is worked out once for many queries; asked for only by queries that need it. */
export interface QueryAids {
  /** `lowerTexts` of the table. */
  readonly low: () => readonly string[];
  /** `overlappingSets` of the customer. */
  readonly overlapping: () => Uint8Array;
}

/**
 * The users still in the customer who match every part of the query, in the planned state.
 * Blanks around the searched text do not count.
 */
export function matching(
  query: UserQuery,
  table: UserTable,
  sets: LicenseSets,
  aids: QueryAids,
): BitSet {
  const text = folded(query.text.trim());
  const low = text === '' ? [] : aids.low();
  const licenses = table.licenses.planned;
  const locations = table.locations.planned;
  const fits = fittingSets(query, sets, aids);
  const wanted =
    (query.licensedBlocked ? UserFlag.blocked : 0) | (query.licensedGuest ? UserFlag.guest : 0);
  // from the last one down, so that the set's bits are allotted once
  const found = new BitSet();
  for (let i = table.count - 1; i >= 0; i--) {
    if (!isPresent(table, i)) continue;
    if (fits !== null && fits[licenses[i] ?? 0] !== 1) continue;
    if (((table.flags[i] ?? 0) & wanted) !== wanted) continue;
    if (query.withoutLocation && locations[i] !== LOCATION_NONE) continue;
    if (text !== '' && !(low[i] ?? '').includes(text)) continue;
    found.add(i);
  }
  return found;
}

/** 1 at the number of every set that fits what the query says of licenses; null where it says nothing. */
function fittingSets(query: UserQuery, sets: LicenseSets, aids: QueryAids): Uint8Array | null {
  const { holds, holdsToo, lacks, withoutLicense, licensedBlocked, licensedGuest } = query;
  const held = [holds, holdsToo].filter((sku) => sku !== null);
  const mustHold = licensedBlocked || licensedGuest;
  const saysNothing = held.length === 0 && lacks === null && !withoutLicense && !mustHold;
  if (saysNothing && !query.overlapping) return null;
  const overlapping = query.overlapping ? aids.overlapping() : null;
  const fits = new Uint8Array(sets.size);
  for (let number = 0; number < fits.length; number++) {
    const set = sets.at(number);
    if (withoutLicense && set.length > 0) continue;
    if (mustHold && set.length === 0) continue;
    if (lacks !== null && assignmentOf(set, lacks) !== undefined) continue;
    if (held.some((sku) => assignmentOf(set, sku) === undefined)) continue;
    if (overlapping !== null && overlapping[number] !== 1) continue;
    fits[number] = 1;
  }
  return fits;
}
