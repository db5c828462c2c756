import { BitSet } from '#base/bit-set.ts';
import type { Pace } from '#base/pace.ts';
import { STEP, type Steps } from '#base/steps.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import {
  licenseErrorCauses,
  licenseErrorsIn,
  type LicenseErrorCause,
} from '#licenses/license-errors.ts';
import { wantedBy, type FilterAids } from './user-filters.ts';
import type { UserQuery } from './user-query.ts';
import { readLocation } from './usage-location.ts';
import { isPresent, type UserTable } from './user-table.ts';

/** Between the texts of one user, so that nothing typed matches across two of them. */
const SEPARATOR = '\u0000';

// composing comes last: lower-casing can make a pair of characters that has a composed form
const folded = (text: string): string => text.toLowerCase().normalize('NFC');

const lowerText = ({ displayName, userPrincipalName, department }: UserTable['texts'], i: number) =>
  folded([displayName[i] ?? '', userPrincipalName[i] ?? '', department[i] ?? ''].join(SEPARATOR));

/** What a search looks through, one string per user; good until the table's texts change. */
export const lowerTexts = ({ count, texts }: UserTable): string[] =>
  Array.from({ length: count }, (_, i) => lowerText(texts, i));

/** The same; rests at `pace`. */
export async function lowerTextsInSlices(
  { count, texts }: UserTable,
  pace: Pace,
): Promise<string[]> {
  const low = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    low[i] = lowerText(texts, i);
    if (i % 1024 === 0 && pace.due()) await pace.rest(i, count);
  }
  return low;
}

/** What is worked out once for many queries; asked for only by queries that need it. */
export interface QueryAids extends FilterAids {
  /** `lowerTexts` of the table. */
  readonly low: () => readonly string[];
}

/**
 * The users still in the customer who match every part of the query, in the planned state; errors are as
 * last known.
 * Blanks around the searched text do not count.
 */
export function* matching(
  query: UserQuery,
  table: UserTable,
  sets: LicenseSets,
  aids: QueryAids,
): Steps<BitSet> {
  const text = folded(query.text.trim());
  const low = text === '' ? [] : aids.low();
  const licenses = table.licenses.planned;
  const { ofSet, ofUser } = wantedBy(query);
  const fits = fittingSets(query, ofSet, sets, aids);
  const known = table.licenses.baseline;
  const failed = failedSets(query, sets);
  const { department } = query;
  const location = query.country === null ? null : readLocation(query.country);
  // from the last one down, so that the set's bits are allotted once
  const found = new BitSet();
  for (let i = table.count - 1; i >= 0; i--) {
    if (i % STEP === 0) yield;
    if (!isPresent(table, i)) continue;
    if (fits !== null && fits[licenses[i] ?? 0] !== 1) continue;
    if (failed !== null && failed[known[i] ?? 0] !== 1) continue;
    if (department !== null && table.texts.department[i] !== department) continue;
    if (location !== null && table.locations.planned[i] !== location) continue;
    if (!ofUser.every((fitsIn) => fitsIn(table, i))) continue;
    if (text !== '' && !(low[i] ?? '').includes(text)) continue;
    found.add(i);
  }
  return found;
}

/** How many users still in the customer have errors of each cause, as last known; causes of nobody left out. */
export function countLicenseErrors(
  table: UserTable,
  sets: LicenseSets,
): { readonly cause: LicenseErrorCause; readonly users: number }[] {
  const bySet = new Uint32Array(sets.size);
  for (let i = 0; i < table.count; i++) {
    const set = table.licenses.baseline[i] ?? 0;
    if (isPresent(table, i)) bySet[set] = (bySet[set] ?? 0) + 1;
  }
  const counts = new Map<LicenseErrorCause, number>();
  bySet.forEach((users, number) => {
    const causes = users === 0 ? [] : licenseErrorsIn(sets.told(number)).map(({ cause }) => cause);
    for (const cause of new Set(causes)) counts.set(cause, (counts.get(cause) ?? 0) + users);
  });
  return licenseErrorCauses.flatMap((cause) => {
    const users = counts.get(cause) ?? 0;
    return users === 0 ? [] : [{ cause, users }];
  });
}

/** 1 at the number of every set with an error of the asked cause; null where no error is asked for. */
function failedSets({ licenseError }: UserQuery, sets: LicenseSets): Uint8Array | null {
  if (licenseError === null) return null;
  return Uint8Array.from({ length: sets.size }, (_, number) => {
    const errors = licenseErrorsIn(sets.told(number));
    return errors.some(({ cause }) => licenseError === 'any' || cause === licenseError) ? 1 : 0;
  });
}

/** 1 at the number of every set that fits what the query says of licenses; null where it says nothing. */
function fittingSets(
  { holdsAny, holdsAll, holdsNone }: UserQuery,
  wanted: ReturnType<typeof wantedBy>['ofSet'],
  sets: LicenseSets,
  aids: QueryAids,
): Uint8Array | null {
  if ([holdsAny, holdsAll, holdsNone, wanted].every(({ length }) => length === 0)) return null;
  const [ofAny, ofAll, ofNone] = [holdsAny, holdsAll, holdsNone].map((skus) =>
    skus.length === 0 ? null : sets.countHeld((sku) => skus.includes(sku)),
  );
  const fits = new Uint8Array(sets.size);
  const held = wanted.length === 0 ? fits : sets.countHeld(() => true);
  for (let number = 0; number < fits.length; number++) {
    const isUntold = sets.isUntold(number);
    if (ofAny && ofAny[number] === 0) continue;
    if (ofAll && ofAll[number] !== holdsAll.length) continue;
    if (ofNone && (isUntold || ofNone[number] !== 0)) continue;
    const look = { number, holdsSome: held[number] !== 0, isUntold };
    if (!wanted.every((fitsIn) => fitsIn(look, aids))) continue;
    fits[number] = 1;
  }
  return fits;
}
