import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { changeTable, type ChangeColumn } from '../../src/csv/change-export.ts';
import {
  allLicensesTable,
  entitlementTable,
  type EntitlementRow,
} from '../../src/csv/entitlement-export.ts';
import { historyTable } from '../../src/csv/history-export.ts';
import { purchaseTable } from '../../src/csv/purchase-export.ts';
import { planTable, userTable, type UserExportRow } from '../../src/csv/user-export.ts';
import { writeCsv, type CsvTable } from '../../src/csv/write-csv.ts';
import { en } from '../../src/messages/en.ts';

const lines = async (table: CsvTable): Promise<string[]> => {
  const blob = await writeCsv(table, { delimiter: ',', bom: false }, steady);
  return (await blob.text()).trimEnd().split('\r\n');
};

describe('exports', () => {
  it('list things to buy', async () => {
    const row = {
      ...{ customerName: '=Contoso', name: 'Visio Plan 2', skuPartNumber: 'VISIOCLIENT' },
      ...{ skuId: 'b', count: 4, addedAt: Date.UTC(2026, 10, 12, 23) },
    };
    const headings = {
      ...{ customer: '客户', product: '产品', partNumber: 'Part', skuId: 'GUID' },
      ...{ licenses: '许可证', addedOn: '日期' },
    };
    expect(await lines(purchaseTable([row], headings))).toEqual([
      '客户,产品,Part,GUID,许可证,日期',
      `"'=Contoso",Visio Plan 2,VISIOCLIENT,b,4,2026-11-12`,
    ]);
  });

  it("list a customer's products and all customers' licenses; what is unknown stays empty", async () => {
    const row: EntitlementRow = {
      ...{ customerName: 'Contoso', name: 'Visio', skuPartNumber: 'V', skuId: 'b', status: null },
      ...{
        units: null,
        holders: 3,
        holdersInCloud: 2,
        holdersUntold: 1,
        available: null,
        availableInCloud: null,
      },
      toBuy: 0,
    };
    const units = { enabled: 5, warning: 1, suspended: 2, lockedOut: 3, consumed: 8 };
    const full: EntitlementRow = {
      ...{ ...row, status: 'Enabled', units, available: -2, availableInCloud: -1, toBuy: 4 },
    };
    const one = {
      ...{ product: 'p', partNumber: 'n', skuId: 'g', status: 's', enabled: 'e', inGrace: 'w' },
      ...{ suspended: 'u', lockedOut: 'l', assignedInCloud: 'c', availableInCloud: 'a' },
      ...{
        availablePlanned: 'ap',
        holdersInCloud: 'h',
        holdersPlanned: 'hp',
        holdersUntold: 'hu',
        toBuy: 'b',
      },
    };
    expect(await lines(entitlementTable([row, full], one))).toEqual([
      'p,n,g,s,e,w,u,l,c,a,ap,h,hp,hu,b',
      'Visio,V,b,,,,,,,,,2,3,1,0',
      'Visio,V,b,Enabled,5,1,2,3,8,-1,-2,2,3,1,4',
    ]);
    const all = await lines(allLicensesTable([row], { ...one, customer: 'k' }));
    expect(all[0]).toBe('k,p,n,g,s,e,w,u,l,c,a,ap,h,hp,hu,b');
    expect(all[1]).toBe('Contoso,Visio,V,b,,,,,,,,,2,3,1,0');
  });

  it('list what a change did for each user', async () => {
    const keys: ChangeColumn[] = [
      ...(['displayName', 'userPrincipalName', 'outcome', 'assigned', 'revoked'] as const),
      ...(['servicePlansChanged', 'usageLocation', 'licensesAfter'] as const),
    ];
    const headings = Object.fromEntries(keys.map((key) => [key, key])) as Record<
      ChangeColumn,
      string
    >;
    const row = {
      ...{ displayName: 'Ann', userPrincipalName: 'ann@contoso.com', outcome: 'Planned' },
      ...{ gained: [{ name: 'A + B' }, { name: 'C' }], lost: [{ name: 'D' }], changed: [] },
      ...{ licensesAfter: [{ name: 'C' }], locationSet: 'AT' },
    };
    expect(await lines(changeTable([row], headings))).toEqual([
      keys.join(','),
      'Ann,ann@contoso.com,Planned,A + B; C,D,,AT,C',
    ]);
  });

  const { columns } = en.exports;
  const user: UserExportRow = {
    ...{ displayName: '=Ann', userPrincipalName: '-ann@contoso.com', objectId: null },
    ...{ mail: '', department: '@Sales', signIn: 'Allowed', userType: '' },
    ...{ locationBefore: '', locationAfter: 'AT' },
    licenses: {
      ...{ before: 'A; B', after: 'A; C + D', marked: 'A; C + D (planned)' },
      ...{ sources: 'A: direct; C + D: group G', servicePlansOff: '', assigned: 'C + D' },
      ...{ revoked: 'B', directCopyRevoked: '', servicePlansChanged: '' },
    },
  };

  it('list users with what they hold, with marks where the plan differs', async () => {
    const [header, row] = await lines(userTable([user], columns));
    expect(header).toBe(
      'Display name,User principal name,Object ID,Email,Department,Sign-in,User type,Usage location,' +
        'Usage location in Microsoft 365,Licenses with the plan counted,Source of each license,' +
        'Service plans off,Assign,Revoke,Revoke the direct copy,Service plans changed,' +
        'Licenses in Microsoft 365',
    );
    expect(row).toBe(
      `"'=Ann","'-ann@contoso.com",,,"'@Sales",Allowed,,AT,,A; C + D (planned),` +
        'A: direct; C + D: group G,,C + D,B,,,A; B',
    );
  });

  it('list the plan: before and after', async () => {
    const hidden = new Set(['objectId', 'directCopyRevoked', 'servicePlansChanged', 'mail']);
    expect(await lines(planTable([user], columns, hidden))).toEqual([
      'Display name,User principal name,Licenses before,Licenses after,Assign,Revoke,' +
        'Usage location before,Usage location after',
      `"'=Ann","'-ann@contoso.com",A; B,A; C + D,C + D,B,,AT`,
    ]);
  });

  it('leave out what is hidden, but never everything', async () => {
    const keys = Object.keys(columns);
    const all = await lines(planTable([user], columns));
    expect(await lines(planTable([user], columns, new Set(keys)))).toEqual(all);
    const but = new Set(keys.filter((key) => key !== 'revoked'));
    expect(await lines(planTable([user], columns, but))).toEqual(['Revoke', 'B']);
  });

  it('list the history, in UTC', async () => {
    const row = {
      ...{ at: Date.UTC(2026, 10, 12, 23, 4, 5), operator: 'Ada', event: 'Saved' },
      ...{ savedAt: Date.UTC(2026, 10, 12, 23, 4, 5), reference: '+INC', note: null },
      ...{ effects: ['Assign A', 'Revoke B'], users: 3, state: 'Planned' },
    };
    expect(await lines(historyTable([row], columns))).toEqual([
      'When (UTC),Who,Event,Saved on (UTC),Ticket reference,Note,What,Users,State',
      `2026-11-12 23:04:05,Ada,Saved,2026-11-12 23:04:05,"'+INC",,Assign A; Revoke B,3,Planned`,
    ]);
  });

  it('make headings harmless, too', async () => {
    const headings = { ...columns, displayName: '=1+1', userPrincipalName: '\tx' };
    const hidden = new Set(Object.keys(columns).filter((key) => !/^(display|userP)/.test(key)));
    const [header] = await lines(planTable([], headings, hidden));
    expect(header).toBe(`"'=1+1","'\tx"`);
  });
});
