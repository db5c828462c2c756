import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '#licenses/catalog.ts';
import { servicePlanId, skuId, type SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { overlappingSets, superfluousIn } from '#licenses/superfluous-products.ts';
import type { Product, ServicePlan } from '#licenses/product.ts';

// Microsoft's ids, as the ladders of one service have them
const plans = {
  kioskMail: '4a82b400-a79f-41a4-b4e2-e94f5787b113',
  mail: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
  bigMail: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  teams: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  visio: '663a804f-1c30-4ff0-9915-9db84f0d1cea',
  foundation: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  company: '00000000-0000-4000-8000-00000000c0c0',
} as const;
type Name = keyof typeof plans;

/** What gives at least as much, written down without the ladder. */
const atLeast: Readonly<Record<Name, readonly Name[]>> = {
  kioskMail: ['kioskMail', 'mail', 'bigMail'],
  mail: ['mail', 'bigMail'],
  bigMail: ['bigMail'],
  teams: ['teams'],
  visio: ['visio'],
  foundation: [],
  company: [],
};
const names = Object.keys(plans) as Name[];

const plan = (name: Name): ServicePlan => ({
  id: servicePlanId(plans[name]),
  partName: name === 'foundation' ? 'EXCHANGE_S_FOUNDATION' : name.toUpperCase(),
  appliesTo: name === 'company' ? 'Company' : 'User',
});

const productOf = (letter: string, of: readonly Name[] | null): Product => ({
  skuId: skuId(letter),
  skuPartNumber: letter,
  name: null,
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  units: null,
  unitsFrom: null,
  servicePlans: of && of.map(plan),
});

/** A product held by these paths, each with the service plans that are off; null: no source said. */
const held = (letter: string, ...paths: (readonly Name[] | null)[]): Assignment => ({
  skuId: skuId(letter),
  paths: paths.map((off, i) => ({
    via: i === 0 ? { kind: 'direct' } : { kind: 'group', groupId: `g${i}` as never },
    disabledPlans: off && off.map((name) => servicePlanId(plans[name])),
    state: null,
    error: null,
  })),
});

const indexed = (...products: readonly Product[]): ReadonlyMap<SkuId, Product> =>
  new Map(products.map((product) => [product.skuId, product]));

describe('a product is superfluous', () => {
  const big = productOf('big', ['bigMail', 'teams', 'foundation']);
  const small = productOf('small', ['mail', 'foundation']);
  const all = indexed(big, small, productOf('visio', ['visio', 'foundation']));

  it('where another one gives the same service, or more of it', () => {
    expect(superfluousIn([held('big', []), held('small', [])], all)).toEqual(['small']);
  });

  it('unless the stronger service plan is off', () => {
    expect(superfluousIn([held('big', ['bigMail']), held('small', [])], all)).toEqual([]);
  });

  it('where only what the other one lacks is switched off', () => {
    const set = [held('big', ['teams']), held('small', [])];
    expect(superfluousIn(set, indexed(big, productOf('small', ['mail', 'teams'])))).toEqual([]);
    const without = [held('big', ['teams']), held('small', ['teams'])];
    expect(superfluousIn(without, indexed(big, productOf('small', ['mail', 'teams'])))).toEqual([
      'small',
    ]);
  });

  it('never for Exchange Foundation alone, and never alone', () => {
    expect(superfluousIn([held('big', []), held('visio', [])], all)).toEqual([]);
    expect(superfluousIn([held('big', []), held('visio', ['visio'])], all)).toEqual([]);
    expect(superfluousIn([held('small', [])], all)).toEqual([]);
  });

  it('never where service plans are unknown', () => {
    expect(superfluousIn([held('big', null), held('small', [])], all)).toEqual([]);
    expect(superfluousIn([held('big', []), held('small', [], null)], all)).toEqual([]);
    const unlisted = indexed(big, productOf('small', null));
    expect(superfluousIn([held('big', []), held('small', [])], unlisted)).toEqual([]);
    expect(superfluousIn([held('big', []), held('other', [])], all)).toEqual([]);
  });

  it('of two that give the same, either may be', () => {
    const twins = indexed(productOf('a', ['teams']), productOf('b', ['teams']));
    expect(superfluousIn([held('a', []), held('b', [])], twins)).toEqual(['a', 'b']);
  });

  it('in real products: Exchange Online Kiosk beside Office 365 E3', () => {
    const bySku = new Map(
      [...catalog.products.values()].map(({ skuId: id, servicePlans }) => [
        id,
        { servicePlans: servicePlans.map((one) => ({ ...one, appliesTo: 'User' as const })) },
      ]),
    );
    const part = (wanted: string): string =>
      [...catalog.products.values()].find(({ skuPartNumber }) => skuPartNumber === wanted)!.skuId;
    const set = [held(part('ENTERPRISEPACK'), []), held(part('EXCHANGEDESKLESS'), [])];
    expect(superfluousIn(set, bySku)).toEqual([part('EXCHANGEDESKLESS')]);
  });
});

const offers = fc.oneof(
  { arbitrary: fc.constant(null), weight: 1 },
  { arbitrary: fc.subarray(names), weight: 6 },
);
const pathsOff = fc.array(offers, { minLength: 1, maxLength: 3 });
const customers = fc.array(fc.record({ offers, pathsOff }), { maxLength: 4 });

it('is what walking every pair of products and every service plan finds', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const products = list.map((one, i) => productOf(`p${i}`, one.offers));
      const set = list.map((one, i) => held(`p${i}`, ...one.pathsOff));
      const on = list.map(({ offers: offered, pathsOff: paths }) => {
        if (offered === null || paths.includes(null)) return null;
        return offered.filter((name) => paths.some((off) => !off!.includes(name)));
      });
      const wanted = set.filter((_, a) => {
        const needs = on[a]?.filter((name) => name !== 'foundation' && name !== 'company') ?? [];
        if (needs.length === 0) return false;
        return on.some(
          (given, b) =>
            b !== a &&
            given !== null &&
            needs.every((need) => atLeast[need].some((name) => given.includes(name))),
        );
      });
      const expected = wanted.map((assignment) => assignment.skuId);
      expect(superfluousIn(set, indexed(...products))).toEqual(expected);

      const sets = new LicenseSets();
      const number = sets.intern(set);
      const flags = overlappingSets(sets, products);
      expect([...flags].map(Boolean)).toEqual(number === 0 ? [false] : [false, wanted.length > 0]);
    }),
  );
});
