import type { CustomerId } from '#customers/customer.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { EXCHANGE, TEAMS } from '../users/merge-records.ts';

export const EVERYWHERE = { kind: 'everywhere' } as const;

/** A blocking fact that is switched on. */
export const factOf = (
  origin: RuleFact['origin'],
  scope: RuleFact['scope'],
  id: string = origin,
): RuleFact => ({
  id: id as FactId,
  relation: { kind: 'excludes', pair: [TEAMS, EXCHANGE] },
  severity: 'blocking',
  origin,
  source: 'test',
  date: '2026-01-01',
  confidence: 'high',
  scope,
  enabled: true,
});

/** What the cloud taught at a customer. */
export const learnedAt = (customer: CustomerId, id = `learned at ${customer}`): RuleFact =>
  factOf('learned', { kind: 'customer', id: customer }, id);
