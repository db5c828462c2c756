import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { lowerTexts, matching } from '#users/user-query-match.ts';
import { everybody, type UserQuery } from '#users/user-query.ts';
import type { UserTable } from '#users/user-table.ts';
import { sets, skus, userTables } from './random-table.ts';

const find = (table: UserTable, part: Partial<UserQuery>): number[] =>
  matching({ ...everybody, ...part }, table, sets, lowerTexts(table)).members();

const queries = fc.record({
  text: fc.oneof(
    fc.constantFrom('', ' ', 'ÅSA', 'a\u030a', 'a', 'SER 1', 'i\u0307PEK', '秀', 'Zoe\u0308'),
    fc.string({ maxLength: 2, unit: 'grapheme' }),
  ),
  holds: fc.constantFrom(null, ...skus),
  withoutLicense: fc.boolean(),
  withoutLocation: fc.boolean(),
});

/** The same, user by user and field by field. */
function naive(table: UserTable, query: Omit<UserQuery, 'sort'>): number[] {
  const fold = (value: string): string => value.toLowerCase().normalize('NFC');
  const wanted = fold(query.text.trim());
  return Array.from({ length: table.count }, (_, i) => i).filter((i) => {
    const { displayName, userPrincipalName, department } = table.texts;
    const held = sets.at(table.licenses.planned[i]!);
    return (
      table.flags[i] === 0 &&
      [displayName, userPrincipalName, department].some((texts) =>
        fold(texts[i]!).includes(wanted),
      ) &&
      (query.holds === null || held.some(({ skuId }) => skuId === query.holds)) &&
      (!query.withoutLicense || held.length === 0) &&
      (!query.withoutLocation || table.locations.planned[i] === LOCATION_NONE)
    );
  });
}

it('finds exactly the users who match every part', () => {
  fc.assert(
    fc.property(userTables, queries, (table, query) => {
      expect(find(table, query)).toEqual(naive(table, query));
    }),
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
      id: ['1'],
      userPrincipalName: [''],
      displayName: [name],
      department: [''],
      mail: [''],
    },
    flags: Uint8Array.of(0),
    licenses: { baseline: Uint32Array.of(0), planned: Uint32Array.of(0) },
    locations: { baseline: Uint16Array.of(0), planned: Uint16Array.of(0) },
  };
  expect(find(table, { text: typed })).toEqual([0]);
});
