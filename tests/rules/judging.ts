/** Judges what a draft does to one user, for tests of single rules. */
import { atOnce } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { Draft } from '#plan/draft.ts';
import { expand } from '#plan/expand.ts';
import { PlanningContext } from '#plan/planning-context.ts';
import type { Issue } from '#rules/issue.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { tableOf } from '../plan/customers.ts';

export interface Question {
  readonly products: readonly Product[];
  readonly facts?: readonly RuleFact[];
  readonly holds?: LicenseSet;
  readonly location: LocationCode;
  readonly draft: Draft;
}

/** All issues, in the order of the rules. */
export function issuesOf({ products, facts = [], holds = [], location, draft }: Question): Issue[] {
  const sets = new LicenseSets();
  const set = sets.intern(holds);
  const user = { baseline: set, planned: set, isGone: false };
  const table = tableOf([{ ...user, locationBaseline: location, locationPlanned: location }]);
  const customerId = 'customer-1' as CustomerId;
  const context = new PlanningContext({ customerId, table, sets, products, facts });
  return atOnce(expand(context, Uint32Array.of(0), draft)).said.map(({ issue }) => issue);
}
