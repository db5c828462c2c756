import { catalog } from '#licenses/catalog.ts';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { readGuid, servicePlanId, skuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { FactId, Relation, RuleFact } from '#rules/rule-fact.ts';
import { ruleViews } from '#worker/rules/rule-view.ts';

const HOME = 'home' as CustomerId;
const customer = { id: HOME, name: 'Brewery' } as Customer;
const RARE = servicePlanId('11111111-2222-4333-8444-555555555555');
const UNHEARD = servicePlanId('99999999-2222-4333-8444-555555555555');
const PRODUCT = skuId('aaaaaaaa-2222-4333-8444-555555555555');

const learned = (relation: Relation, scope: RuleFact['scope']): RuleFact => ({
  id: 'learned' as FactId,
  relation,
  severity: 'blocking',
  origin: 'learned',
  source: 'test',
  date: '2026-11-12',
  confidence: 'high',
  scope,
  enabled: true,
});

const owned: Product = {
  skuId: PRODUCT,
  skuPartNumber: 'RARE_SUITE',
  name: null,
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  units: null,
  unitsFrom: null,
  servicePlans: [{ id: RARE, partName: 'RARE_BREWING', appliesTo: 'User' }],
};

const here = { kind: 'customer', id: HOME } as const;

describe('the views of facts', () => {
  it('name everything that the app itself brings, and technically too', () => {
    const parts = ruleViews(documentedFacts, [], [], catalog).flatMap((view) => view.parts);
    expect(parts.length).toBeGreaterThan(200);
    const nameless = parts.filter(
      ({ name, partName }) => partName === '' || readGuid(name) !== null,
    );
    expect(nameless).toEqual([]);
  });

  it('call no two service plans the same', () => {
    const parts = ruleViews(documentedFacts, [], [], catalog).flatMap((view) => view.parts);
    const ids = new Map(parts.map(({ id, name }) => [name, id]));
    expect(parts.filter(({ id, name }) => ids.get(name) !== id)).toEqual([]);
  });

  it('name what only the customer knows as its own data does, and the rest by its id', () => {
    const fact = learned({ kind: 'excludes', pair: [RARE, UNHEARD] }, here);
    const [view] = ruleViews([fact], [owned], [customer], catalog);
    expect(view?.parts).toEqual([
      { id: RARE, name: 'Rare Brewing', partName: 'RARE_BREWING' },
      { id: UNHEARD, name: UNHEARD, partName: '' },
    ]);
    const subject = { kind: 'product', id: PRODUCT } as const;
    const place = learned({ kind: 'prohibitedIn', subject, location: 'AQ' }, here);
    expect(ruleViews([place], [owned], [], catalog)[0]?.parts).toEqual([
      { id: PRODUCT, name: 'Rare Suite', partName: 'RARE_SUITE' },
    ]);
  });

  it('say where a fact was learned, also when it is widened or the customer is gone', () => {
    const relation = { kind: 'excludes', pair: [RARE, UNHEARD] } as const;
    const widened = { kind: 'widened', from: HOME, by: 'Ada', at: 1 } as const;
    const home = (scope: RuleFact['scope'], customers: Customer[]) =>
      ruleViews([learned(relation, scope)], [], customers, catalog)[0]?.home;
    expect(home(here, [customer])).toEqual({ id: HOME, name: 'Brewery' });
    expect(home(widened, [customer])).toEqual({ id: HOME, name: 'Brewery' });
    expect(home(widened, [])).toEqual({ id: HOME, name: null });
    expect(home({ kind: 'everywhere' }, [customer])).toBeNull();
  });
});
