import { unreachable } from '#base/unreachable.ts';
import type { ServicePlanId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { dataServiceOf } from './data-services.ts';
import type { RuleFact } from './rule-fact.ts';

function namedBy({ relation }: RuleFact): readonly ServicePlanId[] {
  switch (relation.kind) {
    case 'requiresAnyOf':
      return [relation.subject, ...relation.anyOf];
    case 'excludes':
      return relation.pair;
    case 'prohibitedIn':
      return relation.subject.kind === 'servicePlan' ? [relation.subject.id] : [];
    default:
      return unreachable(relation);
  }
}

/**
 * The service plans of the products of which a rule asks whether they are on: those that a fact names
 * and those that keep data. They are a third of all, so masks of them alone are quicker to judge.
 */
export function judgedPlans(
  products: readonly Product[],
  facts: readonly RuleFact[],
): Set<ServicePlanId> {
  const named = new Set(facts.flatMap(namedBy));
  const plans = products.flatMap(({ servicePlans }) => servicePlans ?? []);
  return new Set(
    plans
      .filter(({ id, partName }) => named.has(id) || dataServiceOf(partName) !== null)
      .map(({ id }) => id),
  );
}
