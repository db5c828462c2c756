import { describe, expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import { namedSkuId, servicePlanId, skuId } from '#licenses/ids.ts';
import {
  nameKey,
  productName,
  productNameIndex,
  readablePartName,
  servicePlanName,
} from '#licenses/names.ts';

const visio = skuId('c5928f49-12ba-48f7-ada3-0d743a3601d5');
const visioDepartment = skuId('38b434d2-a15e-4cde-9a98-e737c75623e1');
const unheardOf = skuId('00000000-0000-4000-8000-000000000001');

describe('productName', () => {
  it('takes the customer’s own name before the catalog’s', () => {
    const product = { skuId: visio, skuPartNumber: 'VISIOCLIENT', name: 'Visio-Plan 2' };
    expect(productName(product, catalog)).toBe('Visio-Plan 2');
    expect(productName({ ...product, name: null }, catalog)).toBe('Visio Plan 2');
  });

  it('reads the part number where nobody has a name, and shows the id where there is none', () => {
    const product = { skuId: unheardOf, skuPartNumber: 'CONTOSO_BI_PRO', name: null };
    expect(productName(product, catalog)).toBe('Contoso BI Pro');
    expect(productName({ ...product, skuPartNumber: '' }, catalog)).toBe(unheardOf);
  });

  it('keeps the name that a file gave to a product that nothing matched', () => {
    const id = namedSkuId('Bürosoftware E9');
    expect(productName({ skuId: id, skuPartNumber: '', name: null }, catalog)).toBe(
      'Bürosoftware E9',
    );
  });
});

describe('servicePlanName', () => {
  it('is the catalog’s, else a readable part name, else the id', () => {
    const exchange = servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0');
    expect(servicePlanName({ id: exchange, partName: '' }, catalog)).toBe(
      'Exchange Online (Plan 2)',
    );
    const id = servicePlanId('00000000-0000-4000-8000-000000000002');
    expect(servicePlanName({ id, partName: 'NEW_PLAN_P2' }, catalog)).toBe('New Plan P2');
    expect(servicePlanName({ id, partName: '' }, catalog)).toBe(id);
  });
});

it.each([
  ['POWER_BI_PRO', 'Power BI Pro'],
  ['AAD_PREMIUM_P2', 'AAD Premium P2'],
  ['Microsoft_Teams_Premium', 'Microsoft Teams Premium'],
  ['MDATP_XPLAT', 'Mdatp Xplat'],
  ['O365_w/o Teams Bundle_M3', 'O365 w/o Teams Bundle M3'],
  ['__FLOW__FREE_', 'Flow Free'],
  ['', ''],
])('reads %j as %j', (partName, name) => {
  expect(readablePartName(partName)).toBe(name);
});

describe('productNameIndex', () => {
  const owned = { skuId: visio, skuPartNumber: 'VISIOCLIENT', name: null };
  const own = { skuId: unheardOf, skuPartNumber: 'CONTOSO', name: 'Microsoft 365 E3' };
  const find = (index: Map<string, unknown>, name: string): unknown => index.get(nameKey(name));

  it('lists every product that shares a name', () => {
    const index = productNameIndex([], catalog);
    expect(find(index, 'Visio Plan 2')).toEqual([visio, visioDepartment]);
    expect(find(index, 'visio_plan2_dept')).toEqual([visioDepartment]);
    expect(find(index, 'Visio Plan 9')).toBeUndefined();
  });

  it('lets what the customer owns decide between products of one name', () => {
    expect(find(productNameIndex([owned], catalog), 'Visio Plan 2')).toEqual([visio]);
  });

  it('stays undecided where the customer owns both', () => {
    const other = { skuId: visioDepartment, skuPartNumber: 'VISIO_PLAN2_DEPT', name: null };
    expect(find(productNameIndex([owned, other], catalog), 'Visio Plan 2')).toEqual([
      visio,
      visioDepartment,
    ]);
  });

  it('puts names of the customer’s data before the catalog’s', () => {
    expect(find(productNameIndex([own], catalog), 'Microsoft 365 E3')).toEqual([unheardOf]);
  });

  it('finds a product renamed by the customer under its official name too', () => {
    const renamed = { ...owned, name: 'Zeichnen' };
    const index = productNameIndex([renamed], catalog);
    expect([find(index, 'zeichnen'), find(index, 'Visio Plan 2')]).toEqual([[visio], [visio]]);
  });

  it('compares names in any case, with any blanks, in any Unicode form', () => {
    expect(nameKey('  Visio\u00a0PLAN   2 ')).toBe('visio plan 2');
    expect(nameKey('Cafe\u0301')).toBe(nameKey('café'));
  });
});
