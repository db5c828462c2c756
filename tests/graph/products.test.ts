import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import { available } from '../../src/licenses/units.ts';
import { detectGraphJson } from '../../src/graph/detect-graph-json.ts';
import { productsFromSkus } from '../../src/graph/products.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { planGuid, skuGuid, tenantGuid } from './guids.ts';

const sku = (number: number, more: object = {}): object => ({
  id: `${tenantGuid(1)}_${skuGuid(number)}`,
  accountName: 'contoso',
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  consumedUnits: 7,
  prepaidUnits: { enabled: 5, warning: 1, suspended: 2, lockedOut: 3 },
  servicePlans: [
    { servicePlanId: planGuid(1), servicePlanName: 'EXCHANGE', appliesTo: 'User', new: true },
    { servicePlanId: planGuid(2), servicePlanName: 'INTUNE', appliesTo: 'Company' },
  ],
  skuId: skuGuid(number).toUpperCase(),
  skuPartNumber: 'SPE_E3',
  ...more,
});

const read = (value: unknown) => {
  const result = productsFromSkus('skus.json', value);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('productsFromSkus', () => {
  it('reads a product with its counts and service plans', () => {
    const { products, tenants, accountName } = read({ value: [sku(1)] });
    expect(tenants).toEqual([tenantGuid(1)]);
    expect(accountName).toBe('contoso');
    expect(products).toEqual([
      {
        skuId: skuGuid(1),
        skuPartNumber: 'SPE_E3',
        name: null,
        appliesTo: 'User',
        capabilityStatus: 'Enabled',
        units: { enabled: 5, warning: 1, suspended: 2, lockedOut: 3, consumed: 7 },
        unitsFrom: 'import',
        servicePlans: [
          { id: planGuid(1), partName: 'EXCHANGE', appliesTo: 'User' },
          { id: planGuid(2), partName: 'INTUNE', appliesTo: 'Company' },
        ],
      },
    ]);
  });

  it('keeps what is not there as unknown, and words it does not know as they are', () => {
    const { products } = read([
      sku(1, { prepaidUnits: undefined, servicePlans: null, capabilityStatus: 'Frozen' }),
      sku(2, { appliesTo: 'Device', prepaidUnits: { enabled: 1, warning: 0, suspended: 0 } }),
    ]);
    expect(products).toMatchObject([
      { units: null, unitsFrom: null, servicePlans: null, capabilityStatus: 'Frozen' },
      { appliesTo: null, units: { lockedOut: 0 } },
    ]);
  });

  it('takes the tenant from accountId, and sees more than one', () => {
    const { tenants } = read([sku(1, { accountId: tenantGuid(2) }), sku(2)]);
    expect(tenants).toEqual([tenantGuid(2), tenantGuid(1)]);
  });

  it('reads what PowerShell prints, even for one product alone', () => {
    const printed = {
      AccountId: tenantGuid(3),
      AppliesTo: 'User',
      ConsumedUnits: 0,
      PrepaidUnits: {
        Enabled: 25,
        LockedOut: 0,
        Suspended: 0,
        Warning: 0,
        AdditionalProperties: {},
      },
      ServicePlans: [{ AppliesTo: 'User', ServicePlanId: planGuid(1), ServicePlanName: 'X' }],
      SkuId: skuGuid(1),
      SkuPartNumber: 'VISIOCLIENT',
      AdditionalProperties: {},
    };
    expect(detectGraphJson(printed)).toBe('skus');
    expect(read(printed)).toMatchObject({
      tenants: [tenantGuid(3)],
      products: [{ skuPartNumber: 'VISIOCLIENT', units: { enabled: 25 } }],
    });
  });

  it.each([
    [{ skuId: 'abc' }, 'value[1].skuId', 'GUID', '"abc"'],
    [{ skuPartNumber: 5 }, 'value[1].skuPartNumber', 'string', '5'],
    [{ consumedUnits: '9' }, 'value[1].consumedUnits', 'number', '"9"'],
    [
      { servicePlans: [{ servicePlanId: null, servicePlanName: '' }] },
      'value[1].servicePlans[0].servicePlanId',
      'string',
      'null',
    ],
  ])('refuses %j, naming the place', (part, path, expected, received) => {
    expect(productsFromSkus('skus.json', { value: [sku(1), sku(2, part)] })).toEqual({
      ok: false,
      error: { kind: 'wrongShape', file: 'skus.json', path, expected, received },
    });
  });

  it('says when another page should follow', () => {
    expect(read({ value: [sku(1)], '@odata.nextLink': 'https://graph' }).more).toBe(true);
    expect(read({ value: [sku(1)] }).more).toBe(false);
  });
});

describeWithCorpus('a real subscribedSkus answer', () => {
  it('is read', () => {
    const value: unknown = JSON.parse(
      readFileSync(corpusFile('graph-subscribedskus.json'), 'utf8'),
    );
    expect(detectGraphJson(value)).toBe('skus');
    const { products, tenants, accountName } = read(value);
    expect(tenants).toEqual(['00000000-0000-4000-8000-000000000001']);
    expect(accountName).toBe('contoso');
    const free = products.find(({ skuPartNumber }) => skuPartNumber === 'FLOW_FREE');
    expect(free?.units && available(free.units)).toBe(9998);
    expect(products.every(({ servicePlans }) => servicePlans?.length === 1)).toBe(true);
  });
});
