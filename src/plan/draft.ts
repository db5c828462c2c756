import type { ServicePlanId, SkuId } from '#licenses/ids.ts';

export type ProductAction = 'leave' | 'assign' | 'revoke';
export type ServicePlanAction = 'on' | 'off';

/** What is ticked for one product. Service plans that are not named are left as they are. */
export interface DraftProduct {
  readonly skuId: SkuId;
  readonly action: ProductAction;
  /** With `assign` or `leave`: for those who get the product and for those who already hold it. Ignored on `revoke`. */
  readonly servicePlans: Readonly<Partial<Record<ServicePlanId, ServicePlanAction>>>;
}

/**
 * Users who hold `from` directly get `to` instead, in one step. A line of the draft on `from` does not
 * count; of one on `to` the service plans do: for those who get it by the swap, and for who holds it.
 */
export interface Swap {
  readonly from: SkuId;
  readonly to: SkuId;
  /**
   * What the person decided for service plans of `to` that offer, under another id, a service whose
   * plan may be off in `from`. Undecided: what is off stays off.
   */
  readonly decided: Readonly<Partial<Record<ServicePlanId, ServicePlanAction>>>;
  /** Of users of whom no source says which service plans to keep off: they keep `from`, or get `to` with all on. */
  readonly ifUnknown: 'leaveOut' | 'allOn';
}

/** What is ticked on Manage licenses and not yet saved. Products that are not named are left as they are. */
export interface Draft {
  readonly products: readonly DraftProduct[];
  readonly swaps: readonly Swap[];
  /** Two letters for those who have no usage location; null leaves them without. Never set by default. */
  readonly usageLocation: string | null;
}

/**
 * The swaps that count: of each product the first one that names it. What would make a chain or give
 * one product away twice is none, as is a swap of a product for itself.
 */
export function countingSwaps(swaps: readonly Swap[]): Swap[] {
  const named = new Set<SkuId>();
  return swaps.filter(({ from, to }) => {
    if (from === to || named.has(from) || named.has(to)) return false;
    named.add(from).add(to);
    return true;
  });
}

export const emptyDraft: Draft = { products: [], swaps: [], usageLocation: null };

/** True when the draft would change nobody. */
export const isEmptyDraft = (draft: Draft): boolean =>
  draft.usageLocation === null &&
  draft.swaps.length === 0 &&
  draft.products.every(
    ({ action, servicePlans }) => action === 'leave' && Object.keys(servicePlans).length === 0,
  );

/** A draft and the users it is for. */
export interface Part {
  readonly draft: Draft;
  /** Positions; no user is in two parts. */
  readonly users: Uint32Array;
}

/** What is to be planned: one draft for everybody, or parts. */
export type Drafted = Draft | readonly Part[];

export const isParts = (drafted: Drafted): drafted is readonly Part[] => Array.isArray(drafted);
