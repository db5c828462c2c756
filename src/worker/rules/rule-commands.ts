import type { CustomerId } from '#customers/customer.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { homeOf } from '#rules/widening.ts';
import { listCustomers } from '#store/customers.ts';
import { narrowFact, switchFact, widenFact } from '#store/fact-decisions.ts';
import { knownFacts } from '#store/facts.ts';
import { productsOf } from '#store/products.ts';
import type { Desk } from '#worker/desk.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import type { RuleView } from './rule-types.ts';
import { ruleViews } from './rule-view.ts';

/** The facts behind the rules, and what a person decides about them. */
export function rulesCommands({ db, customers, now }: Desk) {
  const view = async (): Promise<RuleView[]> => {
    const facts = await knownFacts(db, documentedFacts);
    const homes = [...new Set(facts.map(homeOf))].filter((id): id is CustomerId => id !== null);
    const products = await productsOf(db, homes);
    return ruleViews(facts, products, await listCustomers(db), await knownCatalog(db));
  };

  /** What is decided judges at once, here; other windows follow the versions that it raised. */
  const decided = async (): Promise<RuleView[]> => {
    await customers.reloadAll();
    return view();
  };

  return {
    /** Every fact that rules judge by; the other three decide about one and give the list as it is then. */
    rules: view,

    async switchRule(id: FactId, enabled: boolean): Promise<RuleView[]> {
      await switchFact(db, documentedFacts, id, enabled);
      return decided();
    },

    /** Makes what was learned at one customer block everywhere; `by` names who said so. */
    async widenRule(id: FactId, by: string): Promise<RuleView[]> {
      await widenFact(db, id, by, now());
      return decided();
    },

    /** Takes that back, where the customer is still on this device. */
    async narrowRule(id: FactId): Promise<RuleView[]> {
      await narrowFact(db, id);
      return decided();
    },
  };
}
