import type { Brand } from '#base/brand.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Severity } from './severity.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';

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

/** Where a fact holds. */
export type FactScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'customer'; readonly id: CustomerId }
  /** Everywhere, because a person said so of what was learned at one customer. */
  | {
      readonly kind: 'widened';
      readonly from: CustomerId;
      readonly by: string;
      /** In ms since 1970. */
      readonly at: number;
    };

/** A licensing fact with where it is from; one that a person switched off judges nobody. */
export interface RuleFact {
  /** One fact on a device, and the same in every version of the app: a person's switch is kept by it. */
  readonly id: FactId;
  readonly relation: Relation;
  readonly severity: Severity;
  readonly origin: 'documented' | 'learned' | 'imported' | 'sample';
  readonly source: string;
  /** ISO date of the source. */
  readonly date: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly scope: FactScope;
  readonly enabled: boolean;
}

/** The service plans and products that a relation is about, in the order in which it says them. */
export function mentionsOf(relation: Relation): {
  readonly servicePlans: readonly ServicePlanId[];
  readonly products: readonly SkuId[];
} {
  switch (relation.kind) {
    case 'requiresAnyOf':
      return { servicePlans: [relation.subject, ...relation.anyOf], products: [] };
    case 'excludes':
      return { servicePlans: relation.pair, products: [] };
    case 'prohibitedIn': {
      const { subject } = relation;
      return subject.kind === 'servicePlan'
        ? { servicePlans: [subject.id], products: [] }
        : { servicePlans: [], products: [subject.id] };
    }
  }
}
