/** What the Rules screen shows: facts with names, in plain cloneable data. */
import type { CustomerId } from '#customers/customer.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { RuleFact } from '#rules/rule-fact.ts';

/** A service plan or product that a fact mentions. */
export interface RulePart {
  readonly id: ServicePlanId | SkuId;
  /** Names that two parts of the list share are told apart by the technical name behind them. */
  readonly name: string;
  /** Empty where no source says. */
  readonly partName: string;
}

export interface RuleView {
  readonly fact: RuleFact;
  readonly parts: readonly RulePart[];
  /** The customer that the fact belongs to or was learned at; without a name where it is not on this device. */
  readonly home: { readonly id: CustomerId; readonly name: string | null } | null;
}
