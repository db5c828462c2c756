import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { servicePlanId } from '#licenses/ids.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { homeOf, narrowed, widened } from '#rules/widening.ts';

const [HERE, ELSEWHERE] = ['here' as CustomerId, 'elsewhere' as CustomerId];
const everywhere = { kind: 'everywhere' } as const;

const fact = (part: Partial<RuleFact>): RuleFact => ({
  id: 'f' as FactId,
  relation: { kind: 'excludes', pair: [servicePlanId('a'), servicePlanId('b')] },
  severity: 'blocking',
  origin: 'learned',
  source: 'The cloud said so.',
  date: '2026-11-12',
  confidence: 'high',
  scope: { kind: 'customer', id: ELSEWHERE },
  enabled: true,
  ...part,
});

const severities = (part: Partial<RuleFact>): string[] =>
  applicableFacts([fact(part)], HERE).map(({ severity }) => severity);

describe('a learned fact', () => {
  it('blocks where it was learned', () => {
    expect(severities({ scope: { kind: 'customer', id: HERE } })).toEqual(['blocking']);
  });

  it('warns at other customers until it is widened', () => {
    expect(severities({})).toEqual(['warning']);
    expect(severities({ severity: 'info' })).toEqual(['info']);
    expect(severities({ scope: everywhere })).toEqual(['blocking']);
  });
});

it('a sample or imported fact of another customer is nothing here', () => {
  expect(severities({ origin: 'sample' })).toEqual([]);
  expect(severities({ origin: 'imported' })).toEqual([]);
});

describe('laws, for any facts', () => {
  const CUSTOMERS = [HERE, ELSEWHERE, 'third' as CustomerId];
  const customer = fc.constantFrom(...CUSTOMERS);
  const scope = fc.oneof(
    fc.constant(everywhere),
    customer.map((id) => ({ kind: 'customer', id }) as const),
    customer.map((from) => ({ kind: 'widened', from, by: 'Ada', at: 1 }) as const),
  );
  const facts = fc
    .array(
      fc.record({
        scope,
        enabled: fc.boolean(),
        origin: fc.constantFrom('documented', 'learned', 'imported', 'sample'),
        severity: fc.constantFrom('blocking', 'warning', 'info'),
      }),
    )
    .map((parts) => parts.map((part, i) => fact({ ...part, id: `f${i}` as FactId })));
  const blocking = (all: readonly RuleFact[], at: CustomerId): FactId[] =>
    applicableFacts(all, at).flatMap(({ id, severity }) => (severity === 'blocking' ? [id] : []));

  it('what applies is some of the facts, in their order, changed in nothing but a severity that is weaker', () => {
    fc.assert(
      fc.property(facts, customer, (all, at) => {
        const applied = applicableFacts(all, at);
        const ids = applied.map(({ id }) => id);
        expect(all.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
        for (const one of applied) {
          const before = all.find(({ id }) => id === one.id);
          expect({ ...one, severity: before?.severity }).toEqual(before);
          expect([before?.severity, 'warning']).toContain(one.severity);
        }
      }),
    );
  });

  it('switching a fact off takes it away everywhere and leaves what the others say', () => {
    fc.assert(
      fc.property(facts, customer, fc.nat(), (all, at, pick) => {
        const off = all[pick % Math.max(1, all.length)]?.id;
        const switched = all.map((one) => (one.id === off ? { ...one, enabled: false } : one));
        const rest = applicableFacts(all, at).filter(({ id }) => id !== off);
        expect(applicableFacts(switched, at)).toEqual(rest);
      }),
    );
  });

  it('widening makes a learned fact judge every customer as it judges its own, and narrowing undoes it', () => {
    fc.assert(
      fc.property(facts, customer, (all, at) => {
        const wide = all.map((one) => widened(one, 'Ada', 1) ?? one);
        const moved = all.filter((one) => widened(one, 'Ada', 1) !== null);
        for (const one of moved) {
          const own = blocking(all, homeOf(one) ?? at).includes(one.id);
          expect(blocking(wide, at).includes(one.id)).toBe(own);
        }
        const back = wide.map((one, i) => (one === all[i] ? one : narrowed(one)));
        expect(back).toEqual(all);
      }),
    );
  });
});

it('a fact that is switched off judges nobody', () => {
  expect(severities({ enabled: false })).toEqual([]);
  expect(severities({ enabled: false, scope: everywhere })).toEqual([]);
});
