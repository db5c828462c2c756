import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Relation } from '#rules/rule-fact.ts';
import type { Messages } from './messages.ts';

/** What a rule is said with: the language's words, the names behind its ids, the name of a country. */
export interface RuleWords {
  readonly m: Messages;
  readonly nameOf: (id: ServicePlanId | SkuId) => string;
  /** Two letters to the country's name. */
  readonly country: (letters: string) => string;
}

/** What a fact says, in plain words. */
export function ruleText(relation: Relation, { m, nameOf, country }: RuleWords): string {
  const text = m.rules;
  switch (relation.kind) {
    case 'requiresAnyOf': {
      const needed = relation.anyOf.map(nameOf).join(m.words.listSeparator);
      const say = relation.anyOf.length === 1 ? text.requiresOne : text.requiresAnyOf;
      return say(nameOf(relation.subject), needed);
    }
    case 'excludes':
      return text.excludes(nameOf(relation.pair[0]), nameOf(relation.pair[1]));
    case 'prohibitedIn': {
      const { subject, location } = relation;
      const say = subject.kind === 'servicePlan' ? text.prohibitedPlan : text.prohibitedProduct;
      return say(nameOf(subject.id), country(location));
    }
  }
}
