// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeCase, heldBy, Imports } from './case-files.ts';
import { steady } from '#base/pace.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { everybody } from '#users/user-query.ts';
import { exportWork } from '#worker/exports/export.ts';

const csv = (...lines: readonly string[]): File => new File([lines.join('\r\n')], 'users.csv');
const NAMES = 'User principal name,Display name';
const E3 = 'Microsoft 365 E3';

describeCase('01-unknown-licenses-shown-as-none', (file) => {
  it.each([
    ['O365UserLicenseReport.csv', 2, ['LicensePlan', 'FriendlyNameofLicensePlan']],
    ['row-in-a-cell.csv', 2, ['Licenses;;']],
    ['exportUsers.csv', 2, []],
    ['users-default-fields.json', 2, []],
    ['cli.json', 1, []],
  ])('says that %s tells no licenses', async (name, users, columns) => {
    const imports = new Imports();
    const { summary, written, customer } = await imports.bring(
      file('subscribedSkus.json'),
      file(name),
    );
    expect(summary.warnings).toEqual([{ kind: 'licensesUntold', file: name, users, columns }]);
    expect(written).toMatchObject({ users, untold: users });
    expect(new Set(Object.values(heldBy(customer)))).toEqual(new Set([null]));
  });
});

/** The device as the page sees it, after an import of these files. */
async function imported(...files: readonly File[]) {
  const imports = new Imports();
  const { written } = await imports.bring(...files);
  const again = async (...more: readonly File[]) => {
    await imports.write(await imports.read(...more), written.customerId);
    return heldBy(await imports.customer(written.customerId));
  };
  return { imports, id: written.customerId, again };
}

const twoUsers = csv(NAMES, 'a@x.test,A', 'b@x.test,B');

describe('users whose licenses no file told', () => {
  it('become known by a file that tells them, and stay known after one that does not', async () => {
    const { again } = await imported(twoUsers);
    expect(await again(csv(`${NAMES},Licenses`, `a@x.test,A,${E3}`, 'c@x.test,C,'))).toEqual({
      'a@x.test': ['SPE_E3'],
      'b@x.test': null,
      'c@x.test': [],
    });
    expect(await again(twoUsers)).toEqual({
      'a@x.test': ['SPE_E3'],
      'b@x.test': null,
      'c@x.test': [],
    });
  });

  it('are found by no filter that says what is not held', async () => {
    const { imports, id } = await imported(twoUsers, csv(`${NAMES},Licenses`, 'c@x.test,C,'));
    const open = await imports.desk.customers.open(id);
    const found = (part: Partial<typeof everybody>): number[] =>
      open.matches({ ...everybody, ...part }).members();
    expect(found({ withoutLicense: true })).toEqual([2]);
    expect(found({ licensesUntold: true })).toEqual([0, 1]);
  });

  it('are planned for, and it is said by product what is not known', async () => {
    const { imports, id } = await imported(
      csv(NAMES + ',Usage location', 'a@x.test,A,SE'),
      csv(`${NAMES},Usage location,Licenses`, `b@x.test,B,SE,${E3}`),
    );
    const open = await imports.desk.customers.open(id);
    const skuId = open.data.products[0]!.skuId;
    const draft = (action: 'assign' | 'revoke'): Draft => ({
      ...emptyDraft,
      products: [{ skuId, action, servicePlans: {} }],
    });
    const users = Uint32Array.of(0, 1);
    const untold = (action: 'assign' | 'revoke') =>
      open.planner
        .preview(users, draft(action))
        .issues.filter(({ issue }) => issue.code === 'licensesUntold');
    expect(open.planner.holdings(users)).toMatchObject([{ held: 1, untold: 1 }]);
    expect(untold('assign')).toMatchObject([{ users: 1, issue: { skuId, isAssigned: true } }]);
    expect(untold('revoke')).toMatchObject([{ users: 1, issue: { skuId, isAssigned: false } }]);
    expect(open.planner.preview(users, draft('assign'))).toMatchObject({ changed: 1, blocked: 0 });
    expect(open.planner.revokeEverything(users).skips).toContainEqual({
      kind: 'licensesUntold',
      users: 1,
    });
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'])(
    'stay so in an export that is read again (%s)',
    async (locale) => {
      const { imports, id } = await imported(
        twoUsers,
        csv(`${NAMES},Licenses`, `c@x.test,C,${E3}`, 'd@x.test,D,'),
      );
      const what = {
        kind: 'users',
        customerId: id,
        users: { kind: 'matching', query: everybody },
      } as const;
      const style = { delimiter: ',', bom: false } as const;
      const request = { what, locale, format: 'csv', style, hidden: [], to: null } as const;
      const done = await exportWork(imports.desk, request, steady);
      if ('failure' in done || done.kind !== 'file') throw new Error(JSON.stringify(done));
      const [header = '', ...rows] = (await done.blob.text()).split('\r\n');
      // the last column says what is known, the one before it is the plan's
      const again = csv([...header.split(',').slice(0, -1), 'Licenses'].join(','), ...rows);
      const { customer, summary } = await imports.bring(again);
      expect(summary.warnings).toEqual([]);
      expect(heldBy(customer)).toEqual({
        'a@x.test': null,
        'b@x.test': null,
        'c@x.test': ['SPE_E3'],
        'd@x.test': [],
      });
    },
  );
});
