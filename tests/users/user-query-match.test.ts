import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { lowerTexts, matching } from '#users/user-query-match.ts';
import {
  everybody,
  isFiltered,
  unfiltered,
  wholeQuery,
  type UserQuery,
} from '#users/user-query.ts';
import { isPresent, perText, UserFlag, type UserTable } from '#users/user-table.ts';
import type { SkuId } from '#licenses/ids.ts';
import { sets, skus, userTables } from './random-table.ts';

/** Which of the sets overlap is said here: only sets 3 and 4. */
const overlapping = Uint8Array.of(0, 0, 0, 1, 1);

const find = (table: UserTable, part: Partial<UserQuery>): number[] =>
  atOnce(
    matching({ ...everybody, ...part }, table, sets, {
      low: () => lowerTexts(table),
      overlapping: () => overlapping,
    }),
  ).members();

// seldom asked, so that every filter also stands alone and finds somebody
const seldom = fc.constantFrom(false, false, false, true);
const someSkus = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...skus), { minLength: 1 }) },
);
const queries = fc.record({
  text: fc.oneof(
    fc.constantFrom(
      '',
      '',
      '',
      ' ',
      'ÅSA',
      'a\u030a',
      'a',
      'SER 1',
      'i\u0307PEK',
      '秀',
      'Zoe\u0308',
    ),
    fc.string({ maxLength: 2, unit: 'grapheme' }),
  ),
  holdsAny: someSkus,
  withoutLicense: seldom,
  withoutLocation: seldom,
  holdsAll: someSkus,
  holdsNone: someSkus,
  pending: seldom,
  licensed: seldom,
  blocked: seldom,
  guest: seldom,
  department: fc.constantFrom(null, null, null, null, '', 'Åsa', 'asa'),
  country: fc.constantFrom(null, null, null, null, 'SE', 'DE'),
  licensedBlocked: seldom,
  licensedGuest: seldom,
  overlapping: seldom,
  licensesUntold: seldom,
  licenseError: fc.constantFrom(
    ...([null, null, null, null, null, 'any', 'CountViolation', 'Other'] as const),
  ),
});

/** True when the cloud says of a path of the set that it failed, for that cause. */
const errorsOf = (number: number, cause: string): boolean =>
  sets
    .told(number)
    .flatMap(({ skuId, paths }) => (skuId === '' ? [] : paths))
    .filter(({ state }) => state === 'Error')
    .some(({ error }) => cause === 'any' || (error ?? 'Other') === cause);

/** The same, user by user and field by field. */
function naive(table: UserTable, query: Omit<UserQuery, 'sort'>): number[] {
  const fold = (value: string): string => value.toLowerCase().normalize('NFC');
  const wanted = fold(query.text.trim());
  return Array.from({ length: table.count }, (_, i) => i).filter((i) => {
    const { displayName, userPrincipalName, department } = table.texts;
    const held = sets.at(table.licenses.planned[i]!);
    const isHeld = (sku: SkuId): boolean => held.some(({ skuId }) => skuId === sku);
    const isUntold = [7, 8].includes(table.licenses.planned[i]!);
    const is = (flag: number): boolean => (table.flags[i]! & flag) !== 0;
    return (
      isPresent(table, i) &&
      [displayName, userPrincipalName, department].some((texts) =>
        fold(texts[i]!).includes(wanted),
      ) &&
      (query.holdsAny.length === 0 || query.holdsAny.some(isHeld)) &&
      query.holdsAll.every(isHeld) &&
      (query.holdsNone.length === 0 || (!isUntold && !query.holdsNone.some(isHeld))) &&
      (!query.pending ||
        table.licenses.planned[i] !== table.licenses.baseline[i] ||
        table.locations.planned[i] !== table.locations.baseline[i]) &&
      (!query.licensed || held.length > 0) &&
      (!query.blocked || is(UserFlag.blocked)) &&
      (!query.guest || is(UserFlag.guest)) &&
      (query.department === null || department[i] === query.department) &&
      (query.country === null ||
        table.locations.planned[i] ===
          query.country.charCodeAt(0) * 256 + query.country.charCodeAt(1)) &&
      (!query.licensedBlocked || (held.length > 0 && is(UserFlag.blocked))) &&
      (!query.licensedGuest || (held.length > 0 && is(UserFlag.guest))) &&
      (query.licenseError === null || errorsOf(table.licenses.baseline[i]!, query.licenseError)) &&
      (!query.overlapping || [3, 4].includes(table.licenses.planned[i]!)) &&
      (!query.withoutLicense || (held.length === 0 && !isUntold)) &&
      (!query.licensesUntold || isUntold) &&
      (!query.withoutLocation || table.locations.planned[i] === LOCATION_NONE)
    );
  });
}

it('finds exactly the users who match every part', () => {
  fc.assert(
    fc.property(userTables, queries, (table, query) => {
      expect(find(table, query)).toEqual(naive(table, query));
    }),
    { numRuns: 1000 },
  );
});

it('does not find a text across two fields of a user', () => {
  fc.assert(
    fc.property(userTables, (table) => {
      const joined = table.texts.displayName.map((name, i) => name + table.texts.department[i]!);
      const low = lowerTexts(table);
      expect(low).toHaveLength(table.count);
      for (const [i, name] of joined.entries()) {
        const { displayName, department, userPrincipalName } = table.texts;
        const parts = [displayName[i]!, department[i]!, userPrincipalName[i]!];
        const found = find(table, { text: name }).includes(i);
        const fold = (value: string): string => value.toLowerCase().normalize('NFC');
        if (found) expect(parts.some((part) => fold(part).includes(fold(name.trim())))).toBe(true);
      }
    }),
  );
});

it.each([
  ['without the blanks around it', '  ann ', 'Ann Ek'],
  ['whatever form its marks have', 'Zoe\u0308', 'Zo\u00eb'],
  ['where only small letters have a composed form', 'H\u0331', '\u1e96'],
])('finds a text %s', (_how, typed, name) => {
  const table: UserTable = {
    count: 1,
    texts: {
      ...perText(() => ['']),
      id: ['1'],
      displayName: [name],
    },
    flags: Uint8Array.of(0),
    licenses: { baseline: Uint32Array.of(0), planned: Uint32Array.of(0) },
    locations: { baseline: Uint16Array.of(0), planned: Uint16Array.of(0) },
  };
  expect(find(table, { text: typed })).toEqual([0]);
});

it('reads a query that was stored before there were more filters', () => {
  const { withoutLicense, withoutLocation, sort } = everybody;
  const stored = { text: 'ann', holds: null, withoutLicense, withoutLocation, sort };
  expect(wholeQuery(stored)).toEqual({ ...everybody, text: 'ann' });
  expect(JSON.stringify(wholeQuery({ ...stored, text: '' }))).toBe(JSON.stringify(everybody));
});

it('reads a query that was stored when there could be one product of a kind', () => {
  const [a, b] = [skus[0]!, skus[1]!];
  const stored = { ...unfiltered(everybody), holds: a, holdsOr: b, holdsToo: a, lacks: null };
  const { holdsAny: _, holdsAll: __, holdsNone: ___, ...before } = stored;
  expect(wholeQuery(before)).toEqual({ ...everybody, holdsAny: [a, b], holdsAll: [a] });
  expect(wholeQuery({ ...before, holdsOr: a })).toMatchObject({ holdsAny: [a] });
  expect(wholeQuery({ lacks: b })).toEqual({ ...everybody, holdsNone: [b] });
  expect(wholeQuery(wholeQuery(before))).toEqual(wholeQuery(before));
});

it('knows whether somebody is left out, whatever the order', () => {
  fc.assert(
    fc.property(queries, fc.boolean(), (query, descending) => {
      const sort = { by: 'licenses', descending } as const;
      const isAsking = Object.values(query).some(
        (part) => part !== null && part !== false && String(part) !== '',
      );
      expect(isFiltered({ ...query, sort })).toBe(isAsking);
      expect(unfiltered({ ...query, sort })).toEqual({ ...everybody, sort });
    }),
  );
});
