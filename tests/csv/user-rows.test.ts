import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedSkuId } from '../../src/licenses/ids.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '../../src/users/usage-location.ts';
import { primaryAddress } from '../../src/csv/user-rows.ts';
import { userKey } from '../../src/users/name-text.ts';
import { skuGuid, userGuid } from '../graph/guids.ts';
import { readUsers } from './customer-files.ts';

const HEADER = 'User principal name,Display name,Licenses';

describe('a users CSV of the admin center', () => {
  it('is read whatever the set and order of its columns', async () => {
    const columns: Record<string, string> = {
      'Block credential': 'True',
      City: 'Wien',
      Department: 'Sales',
      'Display name': 'Ann',
      Licenses: 'Microsoft 365 E3+visio plan 2',
      'Object Id': userGuid(1).toUpperCase(),
      'Proxy addresses': 'smtp:old@contoso.com+SMTP:ann@contoso.com',
      'Usage location': 'AT',
      'User principal name': 'ann@contoso.com',
    };
    const optional = Object.keys(columns).filter((name) => name !== 'User principal name');
    const chosen = fc
      .subarray(optional)
      .filter((names) => names.includes('Display name') || names.includes('Licenses'))
      .chain((names) =>
        fc.shuffledSubarray(['User principal name', ...names], { minLength: names.length + 1 }),
      );
    await fc.assert(
      fc.asyncProperty(chosen, fc.constantFrom(',', ';', '\t'), async (names, delimiter) => {
        const { users, fatal, warningCount } = await readUsers(
          `\uFEFF${names.join(delimiter)}`,
          names.map((name) => columns[name]).join(delimiter),
        );
        expect(fatal).toEqual([]);
        expect(warningCount).toBe(names.includes('Licenses') ? 0 : 1);
        const licensesOfBoth = users[0]?.licenses;
        if (names.includes('Licenses')) expect(licensesOfBoth).toHaveLength(2);
        const has = <T>(name: string, value: T): T | null => (names.includes(name) ? value : null);
        expect(users).toEqual([
          {
            objectId: has('Object Id', userGuid(1)),
            userPrincipalName: 'ann@contoso.com',
            displayName: has('Display name', 'Ann'),
            department: has('Department', 'Sales'),
            mail: has('Proxy addresses', 'ann@contoso.com'),
            usageLocation: has('Usage location', readLocation('AT')) ?? LOCATION_UNKNOWN,
            blocked: has('Block credential', true),
            guest: null,
            licenses: has('Licenses', licensesOfBoth),
          },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the address in what programs put around it, as lists and a pasted list do', async () => {
    const written = [
      'Ada Byron <Ada@c.com>',
      '"""Byron, Bo"" <bo@c.com>"',
      'mailto:cy@c.com',
      'SMTP:di@c.com',
      'ed＠c.com',
    ];
    const { users, warningCount } = await readUsers(HEADER, ...written.map((one) => `${one},X,`));
    const found = ['Ada@c.com', 'bo@c.com', 'cy@c.com', 'di@c.com', 'ed@c.com'];
    expect(users.map(({ userPrincipalName }) => userPrincipalName)).toEqual(found);
    expect(warningCount).toBe(0);
    expect(found.map((one) => one.toLowerCase())).toEqual(
      ['Ada Byron <Ada@c.com>', '"Byron, Bo" <bo@c.com>', ...written.slice(2)].map(userKey),
    );
  });

  it('brings nobody of a cell that names several, or stands in broken quotes', async () => {
    const { users, warnings } = await readUsers(
      HEADER,
      'ann@c.com; bob@c.com,X,',
      'ann@c.com <bob@c.com>,X,',
      'Ann" <ann@c.com>,X,',
      'cy@c.com,X,',
    );
    expect(users.map(({ userPrincipalName }) => userPrincipalName)).toEqual(['cy@c.com']);
    expect(warnings.map((one) => ('row' in one ? one.row : null))).toEqual([2, 3, 4]);
  });

  it('takes licenses from either column', async () => {
    const { users } = await readUsers(
      'User principal name,License assignment details,Licenses',
      'a@c.com,Microsoft 365 E3,',
      'b@c.com,,Visio Plan 2',
      'c@c.com,Microsoft 365 E3,Unlicensed',
      'd@c.com,,',
    );
    expect(users.map(({ licenses }) => licenses?.map(({ skuId }) => skuId))).toEqual([
      [skuGuid(1)],
      [skuGuid(2)],
      [],
      [],
    ]);
  });

  it('warns once of a name that it does not know, with its rows', async () => {
    const row = (name: string, licenses: string): string => `${name}@c.com,${name},${licenses}`;
    const unknown = 'Microsoft 365 Empresa Básico';
    const { users, warnings } = await readUsers(
      HEADER,
      row('a', 'Microsoft 365 E3'),
      row('b', `Visio Plan 2+${unknown}`),
      row('c', unknown),
    );
    expect(warnings).toEqual([
      {
        ...{ kind: 'unknownProduct', file: 'users.csv', row: 3, column: 'Licenses' },
        ...{ value: unknown, rows: 2, isListed: false },
      },
    ]);
    expect(users[2]?.licenses?.[0]?.skuId).toBe(namedSkuId(unknown));
  });

  it('reads countries by code or English name, and keeps others as unknown', async () => {
    const names = ['us', 'United States', "Côte d'Ivoire", 'HONG KONG SAR', '', 'Mars'];
    const { users, warnings } = await readUsers(
      `${HEADER},Usage location`,
      ...names.map((name, i) => `u${i}@c.com,u,Unlicensed,${name}`),
    );
    const codes = ['US', 'US', 'CI', 'HK'].map(readLocation);
    expect(users.map(({ usageLocation }) => usageLocation)).toEqual([
      ...codes,
      LOCATION_NONE,
      LOCATION_UNKNOWN,
    ]);
    const where = { kind: 'badValue', file: 'users.csv', row: 7, column: 'Usage location' };
    expect(warnings).toEqual([{ ...where, value: 'Mars' }]);
  });

  it('reads true and false in the languages of spreadsheets', async () => {
    const words = ['False', 'TRUE', 'VERDADEIRO', 'faux', '', 'perhaps'];
    const { users, warnings } = await readUsers(
      `${HEADER},Block credential`,
      ...words.map((word, i) => `u${i}@c.com,u,Unlicensed,${word}`),
    );
    expect(users.map(({ blocked }) => blocked)).toEqual([false, true, true, false, null, null]);
    expect(warnings).toMatchObject([{ kind: 'badValue', row: 7, value: 'perhaps' }]);
  });

  it('knows guests by their name', async () => {
    const { users } = await readUsers(HEADER, 'a_b.com#EXT#@c.onmicrosoft.com,A,Unlicensed');
    expect(users[0]?.guest).toBe(true);
  });

  it('keeps the first of two rows of one user, and leaves out who has no name', async () => {
    const { users, warnings } = await readUsers(
      HEADER,
      'ann@c.com,First,Unlicensed',
      'ANN@c.com,Second,Unlicensed',
      ',Nobody,Unlicensed',
    );
    expect(users.map(({ displayName }) => displayName)).toEqual(['First']);
    expect(warnings).toEqual([
      { kind: 'duplicateUser', file: 'users.csv', row: 3, userPrincipalName: 'ANN@c.com' },
      {
        ...{ kind: 'badValue', file: 'users.csv', row: 4 },
        ...{ column: 'User principal name', value: '' },
      },
    ]);
  });

  it('warns of a heading that stands twice', async () => {
    const { users, warnings } = await readUsers(`${HEADER},licenses`, 'a@c.com,A,Unlicensed,x');
    expect(users[0]?.licenses).toEqual([]);
    expect(warnings).toMatchObject([{ kind: 'badValue', row: 1, column: 'licenses' }]);
  });

  it.each([
    ['Display name,Licenses', { kind: 'missingColumn', column: 'User principal name' }],
    ['User principal name,Department', { kind: 'missingColumn', column: 'Licenses' }],
    ['Name,Price', { kind: 'notRecognised' }],
  ])('is not taken for one without its columns: %s', async (header, problem) => {
    const { batch, fatal } = await readUsers(header, 'a,b');
    expect(batch).toBeNull();
    expect(fatal).toEqual([{ file: 'users.csv', ...problem }]);
  });
});

describe('primaryAddress', () => {
  it.each([
    ['SMTP:a@x.com', 'a@x.com'],
    ['smtp:b@x.com+SMTP:a+tag@x.com+x500:/o=x', 'a+tag@x.com'],
    ['smtp:b@x.com, SMTP:a@x.com', 'a@x.com'],
    ['smtp:b@x.com', ''],
    ['', ''],
    ['+'.repeat(60_000), ''],
  ])('of %.40s', (cell, address) => {
    expect(primaryAddress(cell)).toBe(address);
  });
});
