import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { plainUser } from '#graph/plain-user.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import { userFromGraph, usersFromGraph } from '#graph/users.ts';
import { groupGuid, planGuid, skuGuid, userGuid } from './guids.ts';

/** Mostly what Graph writes, sometimes what it never should. */
const mostly = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 200, arbitrary: usual },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, '', 7, true, [], {}, 'odd') },
  );

const oneOf = (...values: unknown[]): fc.Arbitrary<unknown> => mostly(fc.constantFrom(...values));

const plans = mostly(fc.array(oneOf(planGuid(1), planGuid(2), planGuid(3)), { maxLength: 2 }));
const sku = oneOf(skuGuid(1), skuGuid(2), skuGuid(2).toUpperCase());

const state = fc.record({
  skuId: sku,
  assignedByGroup: oneOf(null, groupGuid(1), groupGuid(2)),
  disabledPlans: plans,
  state: oneOf('Active', 'Error', ''),
  error: oneOf('None', 'CountViolation', null),
  lastUpdatedDateTime: oneOf('2026-01-01T00:00:00Z', '2026-02-02T00:00:00Z'),
});

const graphUser = fc.record(
  {
    id: oneOf(userGuid(1), userGuid(2), userGuid(3).toUpperCase(), ` ${userGuid(4)}`),
    userPrincipalName: oneOf('ann@contoso.com', 'a_b.com#EXT#@contoso.com'),
    displayName: oneOf('Ann', '王安', null),
    department: oneOf('Sales', null),
    mail: oneOf('ann@contoso.com', 'other@contoso.com', null),
    usageLocation: oneOf('CN', 'cn', 'US', null, 'China', 'é1'),
    accountEnabled: oneOf(true, false),
    userType: oneOf('Member', 'Guest', null),
    assignedLicenses: mostly(fc.array(fc.record({ skuId: sku, disabledPlans: plans }))),
    licenseAssignmentStates: mostly(fc.array(state, { maxLength: 3 })),
  },
  { requiredKeys: ['userPrincipalName', 'licenseAssignmentStates'] },
);

const odd = fc.oneof<fc.WeightedArbitrary<object>[]>(
  { weight: 100, arbitrary: graphUser },
  {
    weight: 1,
    arbitrary: fc.constantFrom<object>(
      { '@removed': { reason: 'deleted' }, id: userGuid(1), userPrincipalName: 'gone@contoso.com' },
      [],
    ),
  },
);

/** As a page of a cloud comes: through text. */
const page = fc.array(odd, { maxLength: 12 }).map((users) => JSON.stringify({ value: users }));

describe('a page of users', () => {
  it('says what each user says alone, however many were read before', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(page, { maxLength: 3 }), async (pages) => {
        const reader = new LicenseReader();
        for (const text of pages) {
          const { value } = JSON.parse(text) as { value: Record<string, unknown>[] };
          const warnings: ImportProblem[] = [];
          const told: ImportProblem[] = [];
          const alone = value
            .map((item, i) => ({ item, place: { file: 'users', path: `value[${i}]` } }))
            .filter(({ item }) => !Object.hasOwn(item, '@removed'))
            .map(({ item, place }) =>
              userFromGraph(item, place, new LicenseReader(), (one: ImportProblem) =>
                told.push(one),
              ),
            );
          const warn = (one: ImportProblem): unknown => warnings.push(one);
          const read = await usersFromGraph({ file: 'users', value: { value } }, reader, {
            warn,
            pace: steady,
          });
          plain += value.filter((item) => plainUser(item, reader) !== null).length;
          const refused = alone.find((user) => !user.ok);
          if (refused !== undefined) expect(read).toEqual(refused);
          else {
            expect(read.ok && read.value.users).toEqual(alone.map((user) => user.ok && user.value));
            expect(warnings).toEqual(told);
          }
        }
      }),
      { numRuns: 300 },
    );
    // else nothing was tried
    expect(plain).toBeGreaterThan(300);
  });

  it('gives users with the same licenses one set, whenever they were updated', async () => {
    const user = (n: number, updated: string): object => ({
      ...{ id: userGuid(n), userPrincipalName: `u${n}@contoso.com`, accountEnabled: true },
      userType: 'Member',
      licenseAssignmentStates: [
        { ...{ skuId: skuGuid(1), assignedByGroup: null, disabledPlans: [], state: 'Active' } },
      ].map((one) => ({ ...one, error: 'None', lastUpdatedDateTime: updated })),
    });
    const value = [user(1, '2026-01-01T00:00:00Z'), user(2, '2026-02-02T00:00:00Z')];
    const ignore = (): undefined => undefined;
    const read = await usersFromGraph({ file: 'users', value: { value } }, new LicenseReader(), {
      warn: ignore,
      pace: steady,
    });
    const [one, other] = read.ok ? read.value.users : [];
    expect(one?.licenses).toHaveLength(1);
    expect(other?.licenses).toBe(one?.licenses);
  });

  it('refuses a license with odd service plans, also of a product that a state tells of', async () => {
    const user = {
      userPrincipalName: 'ann@contoso.com',
      assignedLicenses: [{ skuId: skuGuid(1), disabledPlans: ['odd'] }],
      licenseAssignmentStates: [{ skuId: skuGuid(1), disabledPlans: [] }],
    };
    const ignore = (): undefined => undefined;
    const read = await usersFromGraph(
      { file: 'users', value: { value: [user] } },
      new LicenseReader(),
      { warn: ignore, pace: steady },
    );
    expect(read.ok || read.error.kind).toBe('wrongShape');
  });

  it('tells a state that is empty from none', async () => {
    const user = (state: string | null): object => ({
      userPrincipalName: 'ann@contoso.com',
      licenseAssignmentStates: [{ skuId: skuGuid(1), state }],
    });
    const ignore = (): undefined => undefined;
    const value = [user(null), user('')];
    const read = await usersFromGraph({ file: 'users', value: { value } }, new LicenseReader(), {
      warn: ignore,
      pace: steady,
    });
    const states =
      read.ok && read.value.users.map(({ licenses }) => licenses?.[0]?.paths[0]?.state);
    expect(states).toEqual([null, '']);
  });
});
