import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { changeTable, type ChangeColumn } from '../../src/csv/change-export.ts';
import {
  allLicensesTable,
  entitlementTable,
  type EntitlementRow,
} from '../../src/csv/entitlement-export.ts';
import { purchaseTable } from '../../src/csv/purchase-export.ts';
import { writeCsv, type CsvTable } from '../../src/csv/write-csv.ts';

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
      ...{ units: null, holders: 3, holdersInCloud: 2, available: null, availableInCloud: null },
      toBuy: 0,
    };
    const units = { enabled: 5, warning: 1, suspended: 2, lockedOut: 3, consumed: 8 };
    const full: EntitlementRow = {
      ...{ ...row, status: 'Enabled', units, available: -2, availableInCloud: -1, toBuy: 4 },
    };
    const one = {
      ...{ product: 'p', partNumber: 'n', skuId: 'g', status: 's', enabled: 'e', inGrace: 'w' },
      ...{ suspended: 'u', lockedOut: 'l', assignedInCloud: 'c', availableInCloud: 'a' },
      ...{ availablePlanned: 'ap', holdersInCloud: 'h', holdersPlanned: 'hp', toBuy: 'b' },
    };
    expect(await lines(entitlementTable([row, full], one))).toEqual([
      'p,n,g,s,e,w,u,l,c,a,ap,h,hp,b',
      'Visio,V,b,,,,,,,,,2,3,0',
      'Visio,V,b,Enabled,5,1,2,3,8,-1,-2,2,3,4',
    ]);
    const all = await lines(allLicensesTable([row], { ...one, customer: 'k' }));
    expect(all[0]).toBe('k,p,n,g,s,e,w,u,l,c,a,ap,h,hp,b');
    expect(all[1]).toBe('Contoso,Visio,V,b,,,,,,,,,2,3,0');
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
});
