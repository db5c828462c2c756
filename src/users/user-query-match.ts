import { BitSet } from '#base/bit-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { wantedBy, type FilterAids } from './user-filters.ts';
import type { UserQuery } from './user-query.ts';
import { isPresent, type UserTable } from './user-table.ts';

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
export interface QueryAids extends FilterAids {
  /** `lowerTexts` of the table. */
  readonly low: () => readonly string[];
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
  const { ofSet, ofUser } = wantedBy(query);
  const fits = fittingSets(query, ofSet, sets, aids);
  // from the last one down, so that the set's bits are allotted once
  const found = new BitSet();
  for (let i = table.count - 1; i >= 0; i--) {
    if (!isPresent(table, i)) continue;
    if (fits !== null && fits[licenses[i] ?? 0] !== 1) continue;
    if (!ofUser.every((fitsIn) => fitsIn(table, i))) continue;
    if (text !== '' && !(low[i] ?? '').includes(text)) continue;
    found.add(i);
  }
  return found;
}

/** 1 at the number of every set that fits what the query says of licenses; null where it says nothing. */
function fittingSets(
  { holds, holdsToo, lacks }: UserQuery,
  wanted: ReturnType<typeof wantedBy>['ofSet'],
  sets: LicenseSets,
  aids: QueryAids,
): Uint8Array | null {
  const held = [holds, holdsToo].filter((sku) => sku !== null);
  if (held.length === 0 && lacks === null && wanted.length === 0) return null;
  const fits = new Uint8Array(sets.size);
  for (let number = 0; number < fits.length; number++) {
    const set = sets.at(number);
    if (lacks !== null && assignmentOf(set, lacks) !== undefined) continue;
    if (held.some((sku) => assignmentOf(set, sku) === undefined)) continue;
    if (!wanted.every((fitsIn) => fitsIn(set, number, aids))) continue;
    fits[number] = 1;
  }
  return fits;
}
