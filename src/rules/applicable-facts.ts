import type { CustomerId } from '#customers/customer.ts';
import type { RuleFact } from './rule-fact.ts';

/**
 * The facts that judge this customer: switched on, and about everywhere or about this customer. What
 * the cloud taught at another customer warns here, until a person widens it to everywhere.
 */
export function applicableFacts(facts: readonly RuleFact[], customer: CustomerId): RuleFact[] {
  return facts.flatMap((fact): RuleFact[] => {
    const { enabled, scope, origin, severity } = fact;
    if (!enabled) return [];
    if (scope.kind !== 'customer' || scope.id === customer) return [fact];
    if (origin !== 'learned') return [];
    return [{ ...fact, severity: severity === 'blocking' ? 'warning' : severity }];
  });
}
