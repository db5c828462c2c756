import { BitSet } from '#base/bit-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { LOCATION_NONE } from './usage-location.ts';
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

/**
 * The users still in the customer who match every part of the query, in the planned state.
 * `low` is `lowerTexts(table)`. Blanks around the searched text do not count.
 */
export function matching(
  query: UserQuery,
  table: UserTable,
  sets: LicenseSets,
  low: readonly string[],
): BitSet {
  const text = folded(query.text.trim());
  const licenses = table.licenses.planned;
  const locations = table.locations.planned;
  const holds = query.holds === null ? null : setsHolding(query.holds, sets);
  // from the last one down, so that the set's bits are allotted once
  const found = new BitSet();
  for (let i = table.count - 1; i >= 0; i--) {
    if (!isPresent(table, i)) continue;
    const set = licenses[i] ?? 0;
    if (holds !== null && holds[set] !== 1) continue;
    if (query.withoutLicense && set !== 0) continue;
    if (query.withoutLocation && locations[i] !== LOCATION_NONE) continue;
    if (text !== '' && !(low[i] ?? '').includes(text)) continue;
    found.add(i);
  }
  return found;
}

/** 1 at the number of every set that holds the product by any path. */
function setsHolding(sku: SkuId, sets: LicenseSets): Uint8Array {
  const holds = new Uint8Array(sets.size);
  for (let number = 0; number < holds.length; number++) {
    if (assignmentOf(sets.at(number), sku)) holds[number] = 1;
  }
  return holds;
}
