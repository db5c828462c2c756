import type { Brand } from '#base/brand.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Severity } from './severity.ts';

export type FactId = Brand<string, 'FactId'>;

/** What a fact says. Rules read facts; no dependency, conflict or country is written in code. */
export type Relation =
  | {
      readonly kind: 'requiresAnyOf';
      readonly subject: ServicePlanId;
      readonly anyOf: readonly ServicePlanId[];
    }
  | { readonly kind: 'excludes'; readonly pair: readonly [ServicePlanId, ServicePlanId] }
  | {
      readonly kind: 'prohibitedIn';
      /** A service plan, or a whole product. */
      readonly subject:
        | { readonly kind: 'servicePlan'; readonly id: ServicePlanId }
        | { readonly kind: 'product'; readonly id: SkuId };
      /** Two letters. */
      readonly location: string;
    };

/** A licensing fact with where it is from; one that a person switched off judges nobody. */
export interface RuleFact {
  readonly id: FactId;
  readonly relation: Relation;
  readonly severity: Severity;
  readonly origin: 'documented' | 'learned' | 'imported' | 'sample';
  readonly source: string;
  /** ISO date of the source. */
  readonly date: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly scope:
    { readonly kind: 'everywhere' } | { readonly kind: 'customer'; readonly id: CustomerId };
  readonly enabled: boolean;
}
