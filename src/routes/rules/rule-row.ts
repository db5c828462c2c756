import type { Messages } from '#messages/messages.ts';
import { ruleText } from '#messages/rule-text.ts';
import { countryName } from '#routes/country-names.ts';
import type { SortKey } from '#routes/tables/sort-rows.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { Severity } from '#rules/severity.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { RuleView } from '#worker/rules/rule-types.ts';

/** A rule as a line of the table. */
export interface RuleRow extends RuleView {
  /** In plain words. */
  readonly text: string;
  /** Everything by which it is found, in small letters. */
  readonly haystack: string;
  readonly where: string;
}

export type RuleColumn = 'rule' | 'kind' | 'effect' | 'where' | 'source';

const STRENGTH: Readonly<Record<Severity, number>> = { blocking: 0, warning: 1, info: 2 };

/** What the table is sorted by: the strongest and the oldest come first. */
export const ruleKeys: Readonly<Record<RuleColumn, (row: RuleRow) => SortKey>> = {
  rule: ({ text }) => text,
  kind: ({ fact }) => fact.relation.kind,
  effect: ({ fact }) => STRENGTH[fact.severity],
  where: ({ where }) => where,
  source: ({ fact }) => fact.date,
};

/** True where what the cloud taught blocks only at the customer where it did. */
export const warnsElsewhere = ({ origin, scope, severity }: RuleFact): boolean =>
  origin === 'learned' && scope.kind === 'customer' && severity === 'blocking';

/** The line of a rule in one language. */
export function ruleRow(view: RuleView, m: Messages, locale: LocaleTag): RuleRow {
  const { fact, parts, home } = view;
  const names = new Map(parts.map(({ id, name }) => [id, name]));
  const text = ruleText(fact.relation, {
    m,
    nameOf: (id) => names.get(id) ?? id,
    country: (letters) => countryName(letters, locale),
  });
  const isOwn = fact.scope.kind === 'customer';
  const where = isOwn ? (home?.name ?? m.rules.removedCustomer) : m.words.allCustomers;
  const technical = parts.map(({ id, partName }) => `${partName} ${id}`);
  const haystack = [text, ...technical, home?.name ?? ''].join(' ').toLocaleLowerCase();
  return { ...view, text, haystack, where };
}
