import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Issue } from '#rules/issue.ts';
import type { PlannedShortage } from './change.ts';
import type { ServicePlanAction } from './draft.ts';
import type { ProductHolders } from './product-holders.ts';

/**
 * How the selected users hold one product today (planned state), and what the draft's line for it
 * would do. What a swap does with it is counted in its ledger, and for itself as `SwapPreview`.
 */
export interface ProductPreview extends ProductHolders {
  /** Selected users who would newly get it (direct path), blocked and waiting ones not counted. */
  readonly assigns: number;
  /** Selected users who would lose it entirely. */
  readonly revokes: number;
  /** Selected users who would lose only the direct copy; the group keeps it. */
  readonly losesDirectOnly: number;
  /** Selected users who keep it although revoke is ticked, because only groups give it. */
  readonly keptByGroup: number;
  /** Users whose service plans of this product would change. */
  readonly servicePlanChanges: number;
  /** Available once all this is planned: who waits neither takes a license nor frees one. Null while unknown. */
  readonly remaining: number | null;
  readonly ledger: LedgerLine;
}

/** The units of one product under the plan and the draft. Null where no source gave numbers. */
export interface LedgerLine {
  readonly skuId: SkuId;
  /** Available in Microsoft 365 at the time of the data; can be negative. */
  readonly cloud: number | null;
  /** Available with the open changes counted, before this draft. */
  readonly available: number | null;
  /** Freed by this draft: users who lose their last path. */
  readonly freed: number;
  /** Needed by this draft: users who hold it by no path today and get it (net new only). */
  readonly needed: number;
  /** available + freed − needed when everybody were planned; null while unknown. */
  readonly left: number | null;
  /** How many of those who need it would stay without; 0 while unknown. */
  readonly short: number;
}

/** A choice that a swap leaves to the person: `becomes` gives, under another id, the service of `off`. */
export interface SwapQuestion {
  /** A service plan of `from`. */
  readonly off: ServicePlanId;
  /** A service plan of `to`. */
  readonly becomes: ServicePlanId;
  /** Users who have it off and get `to`, blocked and waiting ones too. */
  readonly users: number;
  /** Null: not decided, `becomes` stays off. */
  readonly decided: ServicePlanAction | null;
}

/** What one swap of the draft would do. */
export interface SwapPreview {
  readonly from: SkuId;
  readonly to: SkuId;
  /** Users who would lose `from` for it, blocked and waiting ones not counted. */
  readonly users: number;
  /** Of these: hold `to` already, so that nothing is assigned. */
  readonly alreadyHaveTo: number;
  /** Users who would lose `from` for it, were there enough licenses. */
  readonly waits: number;
  /** Users who would lose `from` for it, did no other rule keep them out. */
  readonly blocked: number;
  /** Selected users who have `from` (also) by a group: nothing of the Save is planned for them. */
  readonly leftOut: number;
  /** Selected users, not left out, of whom no source says which service plans to keep off. */
  readonly plansUnknown: number;
  /**
   * How those who get `to` would have its service plans, those that the draft switches for everybody
   * not counted, blocked and waiting users too: those that can be switched, in the product's order;
   * none where no source listed them.
   */
  readonly servicePlans: readonly ServicePlanState[];
  /** In the order of the service plans of `to`. */
  readonly questions: readonly SwapQuestion[];
  /** Service plans of `to` that `from` has in no form; null where no source listed those of either. */
  readonly newServicePlans: readonly ServicePlanId[] | null;
}

/** Two products, one cleared and one ticked, that issues `switchedOn` are about. */
export interface CouldSwap {
  readonly from: SkuId;
  readonly to: SkuId;
  /** Users who would get `to` without losing `from`, blocked ones not counted: a swap would not give it to them. */
  readonly others: number;
}

/** Issues of the same cause with how many of the selected users they concern. */
export interface IssueGroup {
  readonly issue: Issue;
  readonly users: number;
}

/** What Save would do for the selection, computed before it is pressed. */
export interface Preview {
  /** Selected users still in the customer. */
  readonly users: number;
  /** Users for whom something would be planned. */
  readonly changed: number;
  /** Users kept out by a blocking issue (shortages not counted). */
  readonly blocked: number;
  /** Users who would be planned, were there enough licenses: nothing is planned for them while they wait. */
  readonly waits: number;
  /** Licenses (user × product) assigned and revoked, swapped ones not counted. */
  readonly assigns: number;
  readonly revokes: number;
  readonly locationsSet: number;
  /** Those that count, in the order of the draft; one that several parts have is counted as one. */
  readonly swaps: readonly SwapPreview[];
  /** Products whose clearing and ticking switches something on that a swap of them would keep off. */
  readonly couldSwap: readonly CouldSwap[];
  readonly products: readonly ProductPreview[];
  readonly issues: readonly IssueGroup[];
  readonly shortages: readonly PlannedShortage[];
  /** Users who would lose their last mailbox or storage service plan. */
  readonly losingData: number;
  /** Users who lose at least one product entirely without getting one that keeps its services (a swap gives one). */
  readonly usersRevoked: number;
}

/** How many of the selected users have one service plan of a product switched on. */
export interface ServicePlanState {
  readonly servicePlanId: ServicePlanId;
  /** Selected users who hold the product, by any path. */
  readonly holders: number;
  /** Of these: the service plan is on (union over paths). */
  readonly on: number;
  /** Of these: on through a group, so that it cannot be switched off on the user. */
  readonly onByGroup: number;
  /** Of these: no source said. */
  readonly unknown: number;
}
