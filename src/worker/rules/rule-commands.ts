import type { CustomerId } from '#customers/customer.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import { homeOf } from '#rules/widening.ts';
import { listCustomers } from '#store/customers.ts';
import { narrowFact, switchFact, widenFact } from '#store/fact-decisions.ts';
import { knownFacts } from '#store/facts.ts';
import { productsOf } from '#store/products.ts';
import type { RuleView } from './rule-types.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { ruleViews } from './rule-view.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** The facts behind the rules, and what a person decides about them. */
export function rulesCommands({
  db,
  customers,
  now,
}: Desk): Pick<Commands, 'rules' | 'switchRule' | 'widenRule' | 'narrowRule'> {
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
    rules: view,

    async switchRule(id, enabled) {
      await switchFact(db, documentedFacts, id, enabled);
      return decided();
    },

    async widenRule(id, by) {
      await widenFact(db, id, by, now());
      return decided();
    },

    async narrowRule(id) {
      await narrowFact(db, id);
      return decided();
    },
  };
}
