// User tables of a few invented users, for properties.
import fc from 'fast-check';
import { groupId, skuId } from '#licenses/ids.ts';
import { REST_UNTOLD, type LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { storedSets } from '#licenses/stored-sets.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '#users/usage-location.ts';
import { perText, UserFlag, type UserTable } from '#users/user-table.ts';

export const skus = ['a', 'b', 'c'].map((letter) => skuId(letter));

const held = (...letters: number[]): LicenseSet =>
  letters.map((i) => ({
    skuId: skus[i]!,
    paths: [{ via: { kind: 'direct' }, disabledPlans: [], state: null, error: null }],
  }));

/** What a group could not give. */
const failed = (letter: number, error: string | null): LicenseSet => [
  {
    skuId: skus[letter]!,
    paths: [
      {
        via: { kind: 'group', groupId: groupId('sales') },
        disabledPlans: [],
        state: 'Error',
        error,
      },
    ],
  },
];

/** Sets 0 to 8; 0 and 6 hold nothing; of 7 and 8 no source told all. */
export const sets = new LicenseSets([
  storedSets([
    [],
    held(0),
    held(1),
    held(0, 1),
    held(2),
    [...held(0), ...failed(1, 'CountViolation')],
    failed(2, null),
    [REST_UNTOLD],
    [REST_UNTOLD, ...held(1)],
  ]),
]);

const text = fc.oneof(
  fc.constantFrom('', 'Åsa', 'A\u030asa', 'asa', 'İpek', '王秀英', 'user 2', 'user 10', 'Zoë', 'z'),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);

const user = fc.record({
  displayName: text,
  userPrincipalName: text,
  department: text,
  flags: fc.array(fc.constantFrom(...Object.values(UserFlag)), { maxLength: 3 }),
  baseline: fc.nat({ max: 8 }),
  planned: fc.nat({ max: 8 }),
  location: fc.constantFrom(
    LOCATION_UNKNOWN,
    LOCATION_NONE,
    readLocation('SE')!,
    readLocation('DE')!,
  ),
});

/** Up to thirty users with clashing names; gone, blocked and guest ones among them. */
export const userTables: fc.Arbitrary<UserTable> = fc
  .array(user, { maxLength: 30 })
  .map((users): UserTable => ({
    count: users.length,
    texts: {
      ...perText(() => users.map(() => '')),
      id: users.map((_, i) => String(i)),
      userPrincipalName: users.map((one) => one.userPrincipalName),
      displayName: users.map((one) => one.displayName),
      department: users.map((one) => one.department),
    },
    flags: Uint8Array.from(users, ({ flags }) => flags.reduce((all, flag) => all | flag, 0)),
    licenses: {
      baseline: Uint32Array.from(users, ({ baseline }) => baseline),
      planned: Uint32Array.from(users, ({ planned }) => planned),
    },
    locations: {
      baseline: Uint16Array.from(users, () => LOCATION_UNKNOWN),
      planned: Uint16Array.from(users, ({ location }) => location),
    },
  }));
