// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeCase, heldBy, Imports } from './case-files.ts';

const json = (value: unknown): File => new File([JSON.stringify(value)], 'users.json');
const ADA = '0e7d0000-5eed-4000-8000-000000000001';
const E3 = '05e9a617-0261-4cee-bb44-138d3ef5d965';

describeCase('09-powershell-json', (file) => {
  const bring = (name: string) => new Imports().bring(file('subscribedSkus.json'), file(name));

  it.each([
    ['ps51-value-count.json', []],
    ['depth-2-one-user-none-off.json', []],
    [
      'depth-2-one-user.json',
      ['57ff2da0-773e-42df-b2af-ffb7a2317929', 'a23b959c-7ce8-4e57-9140-b90eb88a9e97'],
    ],
  ])('reads the lists of %s, whatever PowerShell made of them', async (name, off) => {
    const { customer, summary } = await bring(name);
    expect(summary.warnings).toEqual([]);
    expect(heldBy(customer)).toMatchObject({ 'ada@alder.example': ['SPE_E3'] });
    const [ada] = customer.sets.at(customer.table.licenses.baseline[0] ?? 0);
    expect(ada?.paths[0]?.disabledPlans).toEqual(off);
  });

  it('tells the cure for too little depth, once, and takes nothing that was cut for none', async () => {
    const imports = new Imports();
    const summary = await imports.read(file('depth-2-list.json'));
    expect(summary.fatal).toEqual([]);
    expect(summary.warnings).toMatchObject([
      { kind: 'cutDepth', path: '[0].AssignedLicenses', users: 1 },
    ]);
    expect(summary.sample.map(({ licenses }) => licenses)).toEqual([null, []]);
  });

  it('reads an MSOnline user by the object id and the part numbers, and lets no other field block', async () => {
    const { customer, summary } = await bring('msonline.json');
    expect(summary.fatal).toEqual([]);
    expect(summary.warnings).toEqual([]);
    expect(customer.table.texts.id[0]).toBe(ADA);
    expect(heldBy(customer)).toEqual({ 'ada@alder.example': ['SPE_E3'] });
    const [held] = customer.sets.at(customer.table.licenses.baseline[0] ?? 0);
    expect(held).toMatchObject({
      skuId: E3,
      paths: [{ via: { kind: 'unknown' }, disabledPlans: null }],
    });
  });
});

describe('licenses of Get-MsolUser', () => {
  const user = (name: string, Licenses: unknown) => ({
    ...{ UserPrincipalName: `${name}@x.test`, UserType: 1, Licenses },
  });
  const license = (AccountSkuId: string) => ({
    AccountSkuId,
    ServiceStatus: [{ ProvisioningStatus: 'Disabled', ServicePlan: { ServiceName: 'SWAY' } }],
  });

  it('are products of the names behind the tenant, none where the list is empty, else unknown', async () => {
    const { customer, summary } = await new Imports().bring(
      json([
        user('ada', [license('x:SPE_E3'), license('x:EMS')]),
        user('bo', { value: [license('x:EMS')], Count: 1 }),
        user('cy', []),
        user('di', [{ AccountSkuId: null }]),
        user('ed', null),
      ]),
    );
    expect(summary.fatal).toEqual([]);
    expect(heldBy(customer)).toEqual({
      ...{ 'ada@x.test': ['EMS', 'SPE_E3'], 'bo@x.test': ['EMS'], 'cy@x.test': [] },
      ...{ 'di@x.test': null, 'ed@x.test': null },
    });
  });

  it('are asked about where a name means no product', async () => {
    const summary = await new Imports().read(json([user('ada', [license('x:NO_SUCH_THING')])]));
    expect(summary.users).toBe(1);
    expect(JSON.stringify(summary)).toContain('x:NO_SUCH_THING');
  });

  it('that were cut off are told with the cure, and unknown', async () => {
    const cut = ['Microsoft.Online.Administration.UserLicense'];
    const summary = await new Imports().read(json([user('ada', cut), user('bo', [])]));
    expect(summary.warnings).toMatchObject([{ kind: 'cutDepth', path: '[0].Licenses', users: 1 }]);
    expect(summary.sample.map(({ licenses }) => licenses)).toEqual([null, []]);
  });
});

describe('JSON', () => {
  it.each(['displayName', 'userPrincipalName'])(
    'with an enormous %s is refused, as CSV is',
    async (name) => {
      const plain = { id: ADA, userPrincipalName: 'ada@x.test', userType: 'Member' };
      const long = { ...plain, accountEnabled: true, [name]: 'x'.repeat(70_000) };
      const { fatal } = await new Imports().read(json({ value: [long] }));
      expect(fatal).toMatchObject([{ kind: 'wrongShape', path: `value[0].${name}` }]);
    },
  );

  it('may nest without end where nothing is read', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const text = `{"UserPrincipalName": "ada@x.test", "AdditionalProperties": {"x": ${deep}}}`;
    expect(await new Imports().read(new File([text], 'users.json'))).toMatchObject({ users: 1 });
  });
});

describe('PowerShell JSON', () => {
  const user = { UserPrincipalName: 'ada@x.test', Id: ADA };

  it('keeps a license whose service plans were cut off, with those unknown', async () => {
    const cut = { ...user, AssignedLicenses: [{ SkuId: E3, DisabledPlans: 'System.String[]' }] };
    const { customer, summary } = await new Imports().bring(json([cut]));
    expect(summary.warnings).toMatchObject([
      { kind: 'cutDepth', path: '[0].AssignedLicenses.DisabledPlans' },
    ]);
    const [held] = customer.sets.at(customer.table.licenses.baseline[0] ?? 0);
    expect(held).toMatchObject({ skuId: E3, paths: [{ disabledPlans: null }] });
  });

  it.each(['UserType', 'Department', 'DisplayName', 'Mail', 'AccountEnabled'])(
    'is not stopped by an odd %s',
    async (name) => {
      for (const odd of [1, true, {}, [1], 'x']) {
        const summary = await new Imports().read(json([{ ...user, [name]: odd }]));
        expect(summary).toMatchObject({ fatal: [], users: 1 });
      }
    },
  );
});
