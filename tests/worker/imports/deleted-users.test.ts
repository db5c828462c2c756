// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeCase, Imports, presentNames } from './case-files.ts';

const BO = '0e7d0000-5eed-4000-8000-000000000002';
const json = (value: unknown): File => new File([JSON.stringify(value)], 'users.json');
const csv = (...lines: readonly string[]): File => new File([lines.join('\r\n')], 'users.csv');
const bo = { id: BO, userPrincipalName: 'bo@alder.example', displayName: 'Bo', userType: 'Member' };
const present = json({ value: [{ ...bo, accountEnabled: true }] });

describeCase('05-deleted-users-become-users', (file) => {
  it.each(['users_2026_11_20.csv', 'Office365ActiveUserDetail.csv', 'deletedItems.json'])(
    'leaves out and counts the deleted user of %s',
    async (name) => {
      const { summary, customer } = await new Imports().bring(
        file('subscribedSkus.json'),
        file(name),
      );
      expect(summary.deleted).toBe(1);
      expect(presentNames(customer)).toEqual(name.endsWith('.csv') ? ['ada@alder.example'] : []);
    },
  );

  it.each(['users_2026_11_20.csv', 'Office365ActiveUserDetail.csv', 'deletedItems.json'])(
    'marks the one who was here as gone after %s',
    async (name) => {
      const imports = new Imports();
      const { written } = await imports.bring(present);
      const { gone } = await imports.write(await imports.read(file(name)), written.customerId);
      expect(gone).toBe(1);
      expect(presentNames(await imports.customer(written.customerId))).not.toContain(
        'bo@alder.example',
      );
    },
  );
});

describe('a deleted user', () => {
  it.each([
    [
      'PowerShell of Graph',
      { UserPrincipalName: 'bo@x.test', DeletedDateTime: '/Date(1794297600000)/' },
    ],
    ['a time as an object', { UserPrincipalName: 'bo@x.test', DeletedDateTime: { value: '2026' } }],
    ['MSOnline', { UserPrincipalName: 'bo@x.test', SoftDeletionTimestamp: '2026-11-10' }],
    [
      'a delta answer',
      { id: BO, userPrincipalName: 'bo@x.test', '@removed': { reason: 'changed' } },
    ],
  ])('is told in %s', async (_, user) => {
    const anne = { id: null, userPrincipalName: 'anne@x.test' };
    const summary = await new Imports().read(json({ value: [anne, user] }));
    expect(summary).toMatchObject({ users: 1, deleted: 1 });
  });

  it.each([null, '', '0001-01-01T00:00:00Z'])('is nobody with the stamp %j', async (stamp) => {
    const summary = await new Imports().read(json({ value: [{ ...bo, deletedDateTime: stamp }] }));
    expect(summary).toMatchObject({ users: 1, deleted: 0 });
  });

  it('is not who was restored, and a stamp that is no time is told', async () => {
    const header = 'User principal name,Display name,Is Deleted,Deleted Date';
    const rows = [
      'a@x.test,A,False,2026-11-02',
      'b@x.test,B,,soon',
      'c@x.test,C,,1/1/0001 12:00:00 AM',
    ];
    const summary = await new Imports().read(csv(header, ...rows));
    expect(summary).toMatchObject({ users: 3, deleted: 0, warningCount: 2 });
    expect(summary.warnings[0]).toMatchObject({ kind: 'badValue', row: 3, value: 'soon' });
  });

  it('does not take a later account of the same name along', async () => {
    const imports = new Imports();
    const header = 'User principal name,Display name,Object ID,Deleted Date';
    const again = 'bo@alder.example,Bo,,';
    const old = `bo@alder.example,Bo,${BO},2026-11-02`;
    const { summary, customer, written } = await imports.bring(csv(header, old, again));
    expect(summary).toMatchObject({ users: 1, deleted: 1, warningCount: 1 });
    expect(presentNames(customer)).toEqual(['bo@alder.example']);
    const { gone } = await imports.write(
      await imports.read(
        csv(
          'User principal name,Display name,Deleted Date',
          again.slice(0, -1),
          'bo@alder.example,Bo,2026-11-02',
        ),
      ),
      written.customerId,
    );
    expect(gone).toBe(0);
  });
});
