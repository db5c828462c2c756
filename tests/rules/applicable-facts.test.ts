import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { servicePlanId } from '#licenses/ids.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';

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

it('a fact that is switched off judges nobody', () => {
  expect(severities({ enabled: false })).toEqual([]);
  expect(severities({ enabled: false, scope: everywhere })).toEqual([]);
});
