import { describe, expect, it } from 'vitest';
import { namedSkuId, skuId } from '../../src/licenses/ids.ts';
import { LicenseCells } from '../../src/csv/license-cell.ts';
import type { NamedProduct } from '../../src/csv/product-index.ts';
import { ProductNames } from '../../src/csv/product-names.ts';
import { skuGuid } from '../graph/guids.ts';

const product = (number: number, name: string, skuPartNumber: string): NamedProduct => ({
  name,
  skuId: skuId(skuGuid(number)),
  skuPartNumber,
});
const products = [
  product(1, 'Visio Plan 2', 'VISIOCLIENT'),
  product(2, 'Visio Plan 2', 'VISIO_PLAN2_DEPT'),
  product(3, 'Enterprise Mobility + Security E5', 'EMSPREMIUM'),
  product(4, 'Microsoft 365 Business Basic', 'O365_BUSINESS_ESSENTIALS'),
  product(5, 'Microsoft 365 Business Basic', 'SMB_BUSINESS_ESSENTIALS'),
];
const cells = (...owned: number[]): LicenseCells =>
  new LicenseCells(new ProductNames(products, new Set(owned.map((n) => skuId(skuGuid(n))))));
const held = (reader: LicenseCells, text: string): string[] =>
  reader.read(text).licenses.map((one) => one.skuId);

describe('LicenseCells', () => {
  it('reads joined names; how the user got them stays unknown', () => {
    expect(cells().read('ENTERPRISE MOBILITY + SECURITY E5+Visio\u00A0Plan 2').licenses).toEqual(
      [1, 3].map((number) => ({
        skuId: skuGuid(number),
        paths: [{ via: { kind: 'unknown' }, disabledPlans: null, state: null, error: null }],
      })),
    );
  });

  it.each(['Unlicensed', 'unlicensed ', '', ' ', '+'])('reads %j as nothing', (text) => {
    expect(cells().read(text)).toEqual({ licenses: [], named: [], unclear: [] });
  });

  it.each([
    ['EMS E5', 3],
    ['ems  e5', 3],
    ['M365 Business Basic', null],
    ['EMSX E5', null],
  ])('reads what administrators write short, where it is one product: %s', (text, number) => {
    const { licenses, unclear } = cells().read(text);
    expect(licenses.map((one) => one.skuId)).toEqual([
      number === null ? namedSkuId(text) : skuGuid(number),
    ]);
    expect(unclear).toHaveLength(number === null ? 1 : 0);
  });

  it('takes the one that the customer owns of two products with one name', () => {
    expect(held(cells(2), 'Visio Plan 2')).toEqual([skuGuid(2)]);
    expect(held(cells(5), 'Microsoft 365 Business Basic')).toEqual([skuGuid(5)]);
  });

  it('takes the one that is not self-service, when the customer owns neither or both', () => {
    expect(held(cells(), 'Visio Plan 2')).toEqual([skuGuid(1)]);
    expect(held(cells(1, 2), 'Visio Plan 2')).toEqual([skuGuid(1)]);
  });

  it('does not guess otherwise', () => {
    const name = 'Microsoft 365 Business Basic';
    const skuPartNumbers = ['O365_BUSINESS_ESSENTIALS', 'SMB_BUSINESS_ESSENTIALS'];
    const { licenses, unclear } = cells().read(name);
    expect(licenses.map((one) => one.skuId)).toEqual([namedSkuId(name)]);
    expect(unclear).toEqual([{ name, match: { kind: 'several', skuPartNumbers } }]);
  });

  it('keeps an unknown name as a product that is only named', () => {
    const { licenses, unclear } = cells().read('Visio Plan 2+Teams (gratis)');
    expect(licenses.map((one) => one.skuId)).toEqual([skuGuid(1), namedSkuId('Teams (gratis)')]);
    expect(unclear).toEqual([{ name: 'Teams (gratis)', match: { kind: 'none' } }]);
  });

  it('gives one object for equal cells', () => {
    const reader = cells();
    expect(reader.read('Visio Plan 2').licenses).toBe(reader.read('Visio Plan 2').licenses);
  });
});
