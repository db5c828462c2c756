import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import type { ImportProblem } from '../../src/users/import-problem.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '../../src/users/usage-location.ts';
import { detectGraphJson } from '../../src/graph/detect-graph-json.ts';
import { LicenseReader } from '../../src/graph/user-licenses.ts';
import { usersFromGraph } from '../../src/graph/users.ts';
import { groupGuid, planGuid, skuGuid, userGuid } from './guids.ts';

const warnings: ImportProblem[] = [];
const readAll = (value: unknown) =>
  usersFromGraph({ file: 'users.json', value }, new LicenseReader(), {
    warn: (one) => warnings.push(one),
    pace: steady,
  });

const read = async (...users: object[]) => {
  const result = await readAll({ value: users });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.users;
};

const named = (more: object): object => ({ userPrincipalName: 'ann@contoso.com', ...more });
const state = (sku: number, group: number | null, more: object = {}): object => ({
  skuId: skuGuid(sku),
  assignedByGroup: group === null ? null : groupGuid(group),
  disabledPlans: [],
  state: 'Active',
  error: 'None',
  lastUpdatedDateTime: '2026-01-01T00:00:00Z',
  ...more,
});
const direct = { kind: 'direct' };

describe('usersFromGraph', () => {
  it('reads a user', async () => {
    const full = {
      id: userGuid(1).toUpperCase(),
      userPrincipalName: 'Ann@contoso.com',
      displayName: '王安',
      department: null,
      mail: 'ann@contoso.com',
      usageLocation: 'cn',
      accountEnabled: false,
      userType: 'Guest',
      assignedLicenses: [],
      jobTitle: 'unread',
    };
    expect(await read(full)).toEqual([
      {
        objectId: userGuid(1),
        userPrincipalName: 'Ann@contoso.com',
        displayName: '王安',
        department: '',
        mail: 'ann@contoso.com',
        usageLocation: readLocation('CN'),
        blocked: true,
        guest: true,
        licenses: [],
      },
    ]);
  });

  it('tells "none" from "not in this file"', async () => {
    const [silent, none] = await read(named({}), named({ usageLocation: null, displayName: null }));
    expect(silent).toEqual({
      ...{ objectId: null, userPrincipalName: 'ann@contoso.com', displayName: null },
      ...{ department: null, mail: null, usageLocation: LOCATION_UNKNOWN },
      ...{ blocked: null, guest: null, licenses: null },
    });
    expect(none).toMatchObject({ usageLocation: LOCATION_NONE, displayName: '' });
  });

  it('knows an invited guest by the name when the file has no userType', async () => {
    const [guest] = await read({ userPrincipalName: 'a_b.com#EXT#@contoso.onmicrosoft.com' });
    expect(guest?.guest).toBe(true);
  });

  it('keeps a usage location that is none as unknown, and says so', async () => {
    warnings.length = 0;
    const [user] = await read(named({ usageLocation: 'China' }));
    expect(user?.usageLocation).toBe(LOCATION_UNKNOWN);
    expect(warnings).toMatchObject([{ kind: 'wrongShape', path: 'value[0].usageLocation' }]);
  });

  it('reads one object alone, a bare array, and an array of answers', async () => {
    const ann = named({});
    const forms = [ann, [ann], { value: [ann] }, [{ value: [] }, { value: [ann] }]];
    for (const form of forms) {
      expect(detectGraphJson(form)).toBe('users');
      expect(await readAll(form)).toMatchObject({ value: { users: [ann] } });
    }
  });

  it('counts the pages that say that another follows', async () => {
    const open = { value: [named({})], '@odata.nextLink': 'https://graph' };
    const result = await readAll([open, open, { value: [] }]);
    expect(result).toMatchObject({ value: { pages: { open: 2, last: 1 } } });
  });

  it('leaves out who a delta answer says is gone', async () => {
    expect(await read({ id: userGuid(1), '@removed': { reason: 'deleted' } })).toEqual([]);
  });
});

describe('licenses', () => {
  const license = (sku: number, ...disabled: number[]): object => ({
    skuId: skuGuid(sku),
    disabledPlans: disabled.map(planGuid),
  });
  const licensesOf = async (more: object) => (await read(named(more)))[0]?.licenses;

  it('come by an unknown path from assignedLicenses alone', async () => {
    expect(await licensesOf({ assignedLicenses: [license(2, 9, 8), license(1)] })).toEqual([
      {
        skuId: skuGuid(1),
        paths: [{ via: { kind: 'unknown' }, disabledPlans: [], state: null, error: null }],
      },
      {
        skuId: skuGuid(2),
        paths: [
          {
            via: { kind: 'unknown' },
            disabledPlans: [planGuid(8), planGuid(9)],
            state: null,
            error: null,
          },
        ],
      },
    ]);
  });

  it('come by their paths from licenseAssignmentStates', async () => {
    const licenses = await licensesOf({
      assignedLicenses: [license(1)],
      licenseAssignmentStates: [
        state(1, 5, { state: 'Error', error: 'CountViolation' }),
        state(1, null, { disabledPlans: [planGuid(3)] }),
      ],
    });
    const inGroup = { kind: 'group', groupId: groupGuid(5) };
    expect(licenses).toEqual([
      {
        skuId: skuGuid(1),
        paths: [
          { via: direct, disabledPlans: [planGuid(3)], state: 'Active', error: null },
          { via: inGroup, disabledPlans: [], state: 'Error', error: 'CountViolation' },
        ],
      },
    ]);
  });

  it('keep a product that the states lack', async () => {
    const licenses = await licensesOf({
      assignedLicenses: [license(1), license(2)],
      licenseAssignmentStates: [state(1, null)],
    });
    expect(licenses?.map(({ paths }) => paths[0]?.via.kind)).toEqual(['direct', 'unknown']);
  });

  it('are one object for equal sets, whatever else differs', async () => {
    const held = (date: string): object =>
      named({ licenseAssignmentStates: [state(1, null, { lastUpdatedDateTime: date })] });
    const other = named({ licenseAssignmentStates: [state(1, 7)] });
    const [a, b, c] = await read(held('2026-01-01'), held('2026-02-02'), other);
    expect(a?.licenses).toBe(b?.licenses);
    expect(a?.licenses).not.toEqual(c?.licenses);
  });

  it('are checked even where a good one reads the same', async () => {
    const good = named({ assignedLicenses: [license(1)] });
    const bad = named({ assignedLicenses: [{ skuId: [skuGuid(1)], disabledPlans: [] }] });
    expect(await readAll([good, bad])).toEqual({
      ok: false,
      error: {
        kind: 'wrongShape',
        file: 'users.json',
        path: '[1].assignedLicenses[0].skuId',
        expected: 'string',
        received: 'Array',
      },
    });
  });
});

describe('refusals', () => {
  it.each([
    [{ displayName: 'Ann' }, 'value[0].userPrincipalName', '"userPrincipalName"', 'undefined'],
    [named({ id: '7' }), 'value[0].id', 'GUID', '"7"'],
    [named({ assignedLicenses: {} }), 'value[0].assignedLicenses', 'Array', 'Object'],
    [
      named({ assignedLicenses: [{ skuId: skuGuid(1), disabledPlans: ['x'] }] }),
      'value[0].assignedLicenses[0].disabledPlans[0]',
      'GUID',
      '"x"',
    ],
    [5, 'value[0]', 'Object', '5'],
  ])('of %j name the place', async (user, path, expected, received) => {
    expect(await readAll({ value: [user] })).toMatchObject({
      error: { kind: 'wrongShape', path, expected, received },
    });
  });

  it('are not for a field that does not matter: it stays unknown', async () => {
    const [user] = await read(named({ accountEnabled: 'yes', department: {} }));
    expect(user).toMatchObject({ blocked: null, department: null });
  });

  it('never follow a key named __proto__', async () => {
    const own = `{"__proto__": {"department": "inherited"}, "userPrincipalName": "ann@contoso.com"}`;
    const printed = `{"AdditionalProperties": {"__proto__": {"department": "inherited"}},
      "UserPrincipalName": "ann@contoso.com"}`;
    for (const text of [own, printed]) {
      expect(await readAll(JSON.parse(text))).toMatchObject({
        value: { users: [{ userPrincipalName: 'ann@contoso.com', department: null }] },
      });
    }
  });
});

describe('what PowerShell prints', () => {
  const printed = (more: object): object => ({
    AccountEnabled: null,
    AssignedLicenses: [],
    Department: null,
    DisplayName: 'Ann',
    Id: userGuid(1),
    LicenseAssignmentStates: null,
    UsageLocation: null,
    UserPrincipalName: 'ann@contoso.com',
    AdditionalProperties: {},
    ...more,
  });

  it('does not say "none" where nobody has any', async () => {
    expect(await read(printed({}))).toMatchObject([
      { displayName: 'Ann', usageLocation: LOCATION_UNKNOWN, licenses: null, blocked: null },
    ]);
  });

  it('says "none" where others have some', async () => {
    const states = [{ AssignedByGroup: '', SkuId: skuGuid(1), DisabledPlans: [], Error: 'None' }];
    const users = await read(
      printed({ UsageLocation: 'US', LicenseAssignmentStates: states }),
      printed({}),
    );
    expect(users).toMatchObject([
      { licenses: [{ paths: [{ via: direct, error: null }] }], usageLocation: readLocation('US') },
      { licenses: [], usageLocation: LOCATION_NONE },
    ]);
  });

  it('says where it was cut to type names, and keeps those licenses as unknown', async () => {
    warnings.length = 0;
    const type = 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphAssignedLicense';
    const read = await readAll([printed({ AssignedLicenses: [type] })]);
    expect(read).toMatchObject({ value: { users: [{ licenses: null }] } });
    expect(warnings).toEqual([
      { kind: 'cutDepth', file: 'users.json', path: '[0].AssignedLicenses', value: type, users: 1 },
    ]);
  });
});
