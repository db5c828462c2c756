import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { Draft, DraftProduct } from '#plan/draft.ts';
import { dataServiceOf } from '#rules/data-services.ts';
import type { DataService } from '#rules/issue.ts';
import type { Relation, RuleFact } from '#rules/rule-fact.ts';

type FactOf<K extends Relation['kind']> = RuleFact & {
  readonly relation: Extract<Relation, { kind: K }>;
};

/** What the walk looks up while it goes from user to user: made once, so that it is no straw man. */
export interface WalkContext {
  readonly products: ReadonlyMap<SkuId, Product>;
  readonly dependencies: readonly FactOf<'requiresAnyOf'>[];
  readonly conflicts: readonly FactOf<'excludes'>[];
  readonly prohibitions: readonly FactOf<'prohibitedIn'>[];
  readonly services: ReadonlyMap<ServicePlanId, DataService>;
}

/** One line of a draft. The benchmark's drafts assign, revoke and switch off; they never switch on. */
export interface WalkLine {
  readonly skuId: SkuId;
  readonly action: DraftProduct['action'];
  readonly servicePlans: DraftProduct['servicePlans'];
  readonly off: readonly ServicePlanId[];
  readonly fresh: Assignment;
}

const isAbout =
  <K extends Relation['kind']>(kind: K) =>
  (fact: RuleFact): fact is FactOf<K> =>
    fact.relation.kind === kind;

/** `facts`: those that apply to the customer; ones about service plans that it has not are left out. */
export function walkContext(products: readonly Product[], facts: readonly RuleFact[]): WalkContext {
  const plans = products.flatMap(({ servicePlans }) => servicePlans ?? []);
  const owned = new Set(plans.map(({ id }) => id));
  return {
    products: new Map(products.map((product) => [product.skuId, product])),
    dependencies: facts
      .filter(isAbout('requiresAnyOf'))
      .filter(({ relation }) => owned.has(relation.subject)),
    conflicts: facts
      .filter(isAbout('excludes'))
      .filter(({ relation: { pair } }) => owned.has(pair[0]) && owned.has(pair[1])),
    prohibitions: facts.filter(isAbout('prohibitedIn')),
    services: new Map(
      plans.flatMap(({ id, partName }) => {
        const service = dataServiceOf(partName);
        return service === null ? [] : [[id, service] as const];
      }),
    ),
  };
}

/** The draft, line by line. */
export const linesOf = (draft: Draft): WalkLine[] =>
  draft.products.map(({ skuId, action, servicePlans }) => {
    const off = (Object.keys(servicePlans) as ServicePlanId[]).sort();
    const via = { kind: 'direct' } as const;
    const fresh = { skuId, paths: [{ via, disabledPlans: off, state: null, error: null }] };
    return { skuId, action, servicePlans, off, fresh };
  });
