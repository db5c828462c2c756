import { describe, expect, it } from 'vitest';
import type { Customer } from '#customers/customer.ts';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { perText } from '#users/user-table.ts';
import { Namer } from '#worker/licenses/namer.ts';
import { catalog } from '#licenses/catalog.ts';

const product = (id: string, skuPartNumber: string, name: string | null): Product => ({
  skuId: skuId(id),
  skuPartNumber,
  name,
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  units: null,
  unitsFrom: null,
  servicePlans: [{ id: servicePlanId('plan'), partName: 'SOME_PLAN', appliesTo: 'User' }],
});

const namerOf = (...products: Product[]): Namer =>
  new Namer(
    {
      customer: {} as Customer,
      table: {
        count: 0,
        texts: perText(() => []),
        flags: new Uint8Array(),
        licenses: { baseline: new Uint32Array(), planned: new Uint32Array() },
        locations: { baseline: new Uint16Array(), planned: new Uint16Array() },
      },
      sets: new LicenseSets(),
      products,
      groups: new Map(),
    },
    'en',
    catalog,
  );

describe('the names of a customer', () => {
  it('tell two products of one name apart by their part numbers', () => {
    const namer = namerOf(
      product('a', 'VISIOCLIENT', 'Visio Plan 2'),
      product('b', 'VISIO_PLAN2_DEPT', 'Visio Plan 2'),
      product('c', 'POWER_BI_PRO', 'Power BI Pro'),
    );
    expect(['a', 'b', 'c'].map((id) => namer.product(skuId(id)))).toEqual([
      'Visio Plan 2 (VISIOCLIENT)',
      'Visio Plan 2 (VISIO_PLAN2_DEPT)',
      'Power BI Pro',
    ]);
  });

  it('are the id where nothing else is known, and the words of a file that only names it', () => {
    expect(namerOf().product(skuId('no-such'))).toBe('no-such');
    expect(namerOf().product(skuId('name:Visio (gratis)'))).toBe('Visio (gratis)');
  });

  it('make part names readable', () => {
    const namer = namerOf(product('a', 'SOME_PRODUCT', null));
    expect(namer.product(skuId('a'))).toBe('Some Product');
    expect(namer.servicePlan(skuId('a'), servicePlanId('plan')).name).toBe('Some Plan');
  });
});
