import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { steady } from '../../src/base/pace.ts';
import { noChoice } from '../../src/csv/csv-choice.ts';
import { readCustomerFiles } from '../../src/csv/read-customer-files.ts';
import { tellList } from '../../src/csv/tell-list.ts';
import type { UserColumn } from '../../src/csv/user-columns.ts';
import { headerKey, readUserHeader, type Mappings } from '../../src/csv/user-header.ts';
import { readLocation } from '../../src/users/usage-location.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { skuGuid, userGuid } from '../graph/guids.ts';
import { file, known, readUsers } from './customer-files.ts';

const nothing = { columns: null, mappings: new Map() };
const kindOf = (line: string) => {
  const read = readUserHeader('x.csv', line.split(','), nothing);
  return read.ok ? read.value.kind : read.error.kind;
};

describe('the header of a users CSV', () => {
  it('tells where the file comes from', () => {
    expect(kindOf('User principal name,Display name,Licenses')).toBe('adminUsersCsv');
    expect(kindOf('用户主体名称,显示名称,许可证')).toBe('adminUsersCsv');
    expect(kindOf('使用者主體名稱,顯示名稱,授權')).toBe('adminUsersCsv');
    expect(kindOf('UserPrincipalName,DisplayName,UsageLocation')).toBe('powerShellUsersCsv');
    expect(kindOf('userPrincipalName,displayName')).toBe('usersCsv');
    expect(kindOf('Display name,Licenses')).toBe('missingColumn');
    expect(kindOf('a,b')).toBe('notRecognised');
  });

  it('is read as a person says, and as they said of the same headings before', () => {
    const headings = ['login', '__proto__', 'constructor'];
    const columns: readonly UserColumn[] = ['userPrincipalName', 'displayName', 'aside'];
    const said = readUserHeader('x.csv', headings, { columns, mappings: new Map() });
    expect(said).toMatchObject({ value: { kind: 'usersCsv', columns, by: 'said' } });
    const mappings: Mappings = new Map([[headerKey(headings), columns]]);
    const again = ['LOGIN ', '__proto__', 'Constructor'];
    expect(readUserHeader('x.csv', again, { columns: null, mappings })).toMatchObject({
      value: { columns, by: 'remembered' },
    });
    const other = ['login', 'constructor', '__proto__'];
    expect(readUserHeader('x.csv', other, { columns: null, mappings }).ok).toBe(false);
  });

  it('needs a column that names users, whatever a person says', () => {
    const columns: readonly UserColumn[] = ['displayName', 'aside'];
    expect(readUserHeader('x.csv', ['a', 'b'], { columns, mappings: new Map() })).toMatchObject({
      error: { kind: 'missingColumn' },
    });
  });

  it('is not that of an assignment list where it says what users hold', async () => {
    const localized = file('u.csv', '用户主体名称,显示名称,许可证,使用位置\r\na@b.c,王,,CN\r\n');
    expect((await tellList(localized, [])).ok).toBe(false);
    const list = file('l.csv', '用户主体名称,许可证,操作\r\na@b.c,SPE_E3,分配\r\n');
    expect((await tellList(list, [])).ok).toBe(true);
  });
});

describe('a users CSV of PowerShell', () => {
  it('is read below its #TYPE line, part numbers and ids as well as names', async () => {
    const { users, files, warnings } = await readUsers(
      '#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser',
      '"Id","UserPrincipalName","DisplayName","UsageLocation","AccountEnabled","Licenses"',
      `"${userGuid(1)}","a@contoso.com","Ada","DE","True","SPE_E3;VISIOCLIENT"`,
      `"${userGuid(2)}","b@contoso.com","Bob","","False","contoso:SPE_E3"`,
      `"${userGuid(3)}","c@contoso.com","Cy","US","True","${skuGuid(1)}"`,
    );
    expect(warnings).toEqual([]);
    expect(files[0]?.kind).toBe('powerShellUsersCsv');
    const held = users.map(({ licenses }) => licenses?.map(({ skuId }) => skuId));
    expect(held).toEqual([[skuGuid(1), skuGuid(2)].sort(), [skuGuid(1)], [skuGuid(1)]]);
    expect(users.map(({ blocked }) => blocked)).toEqual([false, true, false]);
    expect(users[0]).toMatchObject({ objectId: userGuid(1), usageLocation: readLocation('DE') });
  });

  it('leaves licenses unknown where type names stand for them, and says so once', async () => {
    const type = 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphAssignedLicense[]';
    const { users, warnings } = await readUsers(
      '"UserPrincipalName","DisplayName","AssignedLicenses"',
      `"a@contoso.com","Ada","${type}"`,
      `"b@contoso.com","Bob","${type}"`,
    );
    expect(users.map(({ licenses }) => licenses)).toEqual([null, null]);
    expect(warnings).toMatchObject([{ kind: 'typeNames', row: 2, rows: 2, value: type }]);
  });
});

describeWithCorpus('the headers that administrators have', () => {
  it("tells Entra's download, and keeps its formula as text", async () => {
    const headers = JSON.parse(readFileSync(corpusFile('csv-headers.json'), 'utf8')) as {
      readonly entra_download_users: { readonly header: string };
      readonly m365_admin_center_export_users: { readonly columns: readonly string[] };
    };
    const { header } = headers.entra_download_users;
    const cells = header.split(',').map((name) => {
      if (name === 'userPrincipalName') return 'a@contoso.com';
      if (name === 'displayName') return '=1+3 MSOBB';
      return name === 'userType' ? 'Guest' : '';
    });
    const users = file('exportUsers.csv', `${header}\r\n${cells.join(',')}\r\n`);
    const read = await readCustomerFiles([users], known, steady, {
      ...{ choices: new Map([[users, noChoice]]), prior: null, mappings: new Map() },
    });
    expect(read.files[0]?.kind).toBe('entraUsersCsv');
    expect(read.batch?.users).toMatchObject([
      { displayName: '=1+3 MSOBB', guest: true, licenses: null },
    ]);
    const admin = headers.m365_admin_center_export_users.columns;
    expect(readUserHeader('x.csv', admin, nothing)).toMatchObject({
      value: { kind: 'adminUsersCsv' },
    });
  });
});
