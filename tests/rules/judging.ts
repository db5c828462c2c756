/** Judges what a draft does to one user, for tests of single rules. */
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { applyOrders } from '#plan/apply-draft.ts';
import type { Draft } from '#plan/draft.ts';
import { locationAfter, readDraft } from '#plan/orders.ts';
import { heldOf } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import { judge } from '#rules/judge.ts';
import { ProductIndex } from '#rules/product-index.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { LocationCode } from '#users/usage-location.ts';
import type { UserFacts } from '#users/user-facts.ts';

export interface Question {
  readonly products: readonly Product[];
  readonly facts?: readonly RuleFact[];
  readonly holds?: LicenseSet;
  readonly location: LocationCode;
  readonly draft: Draft;
  readonly user?: UserFacts;
}

/** All issues, in the order of the rules. */
export function issuesOf({
  products,
  facts = [],
  holds = [],
  location,
  draft,
  user = { blocked: null, guest: null },
}: Question): Issue[] {
  const index = new ProductIndex(products, facts);
  const orders = readDraft(draft, index);
  const applied = applyOrders(heldOf(holds, index), orders, index);
  const where = { locationBefore: location, locationAfter: locationAfter(location, orders) };
  return judge({ ...applied, ...where, user }, index);
}
