import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Relation } from './rule-fact.ts';

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
