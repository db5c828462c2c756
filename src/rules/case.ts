import type { PlanMask } from './plan-mask.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';

/** One product that the draft names, for one license set. What stays as it was is the same object. */
export interface Touch {
  readonly skuId: SkuId;
  /** Number in the `ProductIndex`, −1 for a product that the customer is not known to have. */
  readonly product: number;
  readonly action: 'leave' | 'assign' | 'revoke';
  /** Service plans to switch; empty on `revoke`. */
  readonly switches: ReadonlyMap<ServicePlanId, 'on' | 'off'>;
  readonly before: Assignment | undefined;
  readonly after: Assignment | undefined;
  readonly maskAfter: PlanMask;
}

/** True when the user gets a product that no path gave before. */
export const isGained = (touch: Touch): boolean =>
  touch.before === undefined && touch.after !== undefined;

/** True when the user loses the last path to the product. */
export const isLost = (touch: Touch): boolean =>
  touch.before !== undefined && touch.after === undefined;

/** True when the product has to be sent to the cloud: it is new, or its service plans change. */
export const isSent = (touch: Touch): boolean =>
  touch.action !== 'revoke' && touch.after !== undefined && touch.after !== touch.before;

/** A swap of `from` for `to`, for users who hold `from` in the same way. */
export interface SwapCase {
  readonly from: SkuId;
  readonly to: SkuId;
  readonly held: Assignment;
  /** Service plans of `to` that come switched off; null where no source says which they are. */
  readonly off: readonly ServicePlanId[] | null;
}
