import { describe, expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import { namedSkuId, servicePlanId, skuId } from '#licenses/ids.ts';
import { nameKey, productName, readablePartName, servicePlanName } from '#licenses/names.ts';

const visio = skuId('c5928f49-12ba-48f7-ada3-0d743a3601d5');
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

it('compares names in any case, with any blanks, in any Unicode form', () => {
  expect(nameKey('  Visio\u00a0PLAN   2 ')).toBe('visio plan 2');
  expect(nameKey('Cafe\u0301')).toBe(nameKey('café'));
});
