import type { Customer } from '#customers/customer.ts';
import type { Catalog } from '#licenses/catalog.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { productName, servicePlanName } from '#licenses/names.ts';
import type { Product } from '#licenses/product.ts';
import { mentionsOf, type RuleFact } from '#rules/rule-fact.ts';
import { homeOf } from '#rules/widening.ts';
import type { RulePart, RuleView } from './rule-types.ts';

/**
 * The facts with names for all that they mention. What the catalog does not know is called as in
 * `products`: those of the customers where facts were learned.
 */
export function ruleViews(
  facts: readonly RuleFact[],
  products: readonly Product[],
  customers: readonly Customer[],
  catalog: Catalog,
): RuleView[] {
  const parts = partsOf(facts, products, catalog);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return facts.map((fact) => {
    const home = homeOf(fact);
    const { servicePlans, products: skus } = mentionsOf(fact.relation);
    return {
      fact,
      parts: [...servicePlans, ...skus].flatMap((id) => parts.get(id) ?? []),
      home: home === null ? null : { id: home, name: names.get(home) ?? null },
    };
  });
}

/** Everything that the facts mention, by id. */
function partsOf(
  facts: readonly RuleFact[],
  products: readonly Product[],
  catalog: Catalog,
): Map<RulePart['id'], RulePart> {
  const plan = planNamer(products, catalog);
  const product = productNamer(products, catalog);
  const parts = new Map<RulePart['id'], RulePart>();
  for (const { relation } of facts) {
    const mentioned = mentionsOf(relation);
    for (const id of mentioned.servicePlans) if (!parts.has(id)) parts.set(id, plan(id));
    for (const id of mentioned.products) if (!parts.has(id)) parts.set(id, product(id));
  }
  const uses = new Map<string, number>();
  for (const { name } of parts.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const [id, part] of parts) {
    const isShared = (uses.get(part.name) ?? 0) > 1 && part.partName !== '';
    if (isShared) parts.set(id, { ...part, name: `${part.name} (${part.partName})` });
  }
  return parts;
}

function planNamer(
  products: readonly Product[],
  catalog: Catalog,
): (id: ServicePlanId) => RulePart {
  const plans = products.flatMap(({ servicePlans }) => servicePlans ?? []);
  const partNames = new Map(plans.map(({ id, partName }) => [id, partName]));
  return (id) => {
    const partName = catalog.servicePlanPartNames.get(id) ?? partNames.get(id) ?? '';
    return { id, name: servicePlanName({ id, partName }, catalog), partName };
  };
}

function productNamer(products: readonly Product[], catalog: Catalog): (id: SkuId) => RulePart {
  const owned = new Map(products.map((product) => [product.skuId, product]));
  return (id) => {
    const { skuPartNumber = '', name = null } = owned.get(id) ?? {};
    const partName = skuPartNumber || (catalog.products.get(id)?.skuPartNumber ?? '');
    return {
      id,
      name: productName({ skuId: id, skuPartNumber: partName, name }, catalog),
      partName,
    };
  };
}
