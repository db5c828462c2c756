import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import type { LocationCode } from '#users/usage-location.ts';

/** All of a user that a plan changes. */
export interface UserState {
  readonly licenses: LicenseSet;
  readonly location: LocationCode;
}

/** How a product is held before and after; undefined: not at all. Never the same object. */
export interface ProductDelta {
  readonly before: Assignment | undefined;
  readonly after: Assignment | undefined;
}

/** What turns one state of a user into another: only what differs. */
export interface Delta {
  readonly products: ReadonlyMap<SkuId, ProductDelta>;
  /** Null: the usage location stays. */
  readonly location: { readonly before: LocationCode; readonly after: LocationCode } | null;
}

/** What differs between two states; both are of one `LicenseSets`, where equal assignments are one object. */
export function deltaOf(before: UserState, after: UserState): Delta {
  const products = new Map<SkuId, ProductDelta>();
  const add = (skuId: SkuId): void => {
    const [was, is] = [assignmentOf(before.licenses, skuId), assignmentOf(after.licenses, skuId)];
    if (was !== is) products.set(skuId, { before: was, after: is });
  };
  if (before.licenses !== after.licenses) {
    for (const { skuId } of before.licenses) add(skuId);
    for (const { skuId } of after.licenses) if (!products.has(skuId)) add(skuId);
  }
  const isMoved = before.location !== after.location;
  const location = isMoved ? { before: before.location, after: after.location } : null;
  return { products, location };
}
