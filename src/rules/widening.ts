import type { CustomerId } from '#customers/customer.ts';
import type { RuleFact } from './rule-fact.ts';

/** The customer that a fact belongs to, or was learned at before a person widened it; null: none. */
export function homeOf({ scope }: RuleFact): CustomerId | null {
  switch (scope.kind) {
    case 'everywhere':
      return null;
    case 'customer':
      return scope.id;
    case 'widened':
      return scope.from;
  }
}

/**
 * What was learned at one customer, made to hold everywhere by a person. Null for a fact that was not
 * learned, or that holds everywhere already. `at` in ms.
 */
export function widened(fact: RuleFact, by: string, at: number): RuleFact | null {
  if (fact.origin !== 'learned' || fact.scope.kind !== 'customer') return null;
  return { ...fact, scope: { kind: 'widened', from: fact.scope.id, by, at } };
}

/** A widened fact, back at the customer where it was learned; null for any other. */
export function narrowed(fact: RuleFact): RuleFact | null {
  if (fact.scope.kind !== 'widened') return null;
  return { ...fact, scope: { kind: 'customer', id: fact.scope.from } };
}
