import type { LocationCode } from '#users/usage-location.ts';
import type { UserFacts } from '#users/user-facts.ts';
import type { Held } from './held.ts';
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
  readonly maskBefore: PlanMask;
  readonly maskAfter: PlanMask;
}

/** What a draft does to one license set. `after` is the same object as `before` where nothing changes. */
export interface LicenseCase {
  readonly before: Held;
  readonly after: Held;
  /** Only products for which the draft asks something that the set does not have already. */
  readonly touches: readonly Touch[];
}

/** The same for users of one usage location, of whom the same is known. */
export interface UserCase extends LicenseCase {
  readonly locationBefore: LocationCode;
  readonly locationAfter: LocationCode;
  readonly user: UserFacts;
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
