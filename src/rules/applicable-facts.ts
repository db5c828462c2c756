import type { CustomerId } from '#customers/customer.ts';
import type { RuleFact } from './rule-fact.ts';

/** The facts that judge this customer: switched on, and about everywhere or about this customer. */
export const applicableFacts = (facts: readonly RuleFact[], customer: CustomerId): RuleFact[] =>
  facts.filter(
    ({ enabled, scope }) => enabled && (scope.kind === 'everywhere' || scope.id === customer),
  );
