import { unreachable } from '#base/unreachable.ts';
import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { groupNames, productName, type IssueWords } from './issue-text.ts';

/** What is not as it was last known. */
export type Difference =
  | { readonly kind: 'licenseChanged'; readonly skuId: SkuId }
  | {
      readonly kind: 'nowThroughGroup';
      readonly skuId: SkuId;
      readonly groupIds: readonly GroupId[];
    }
  | { readonly kind: 'locationChanged'; readonly location: LocationCode }
  | { readonly kind: 'productGone'; readonly skuId: SkuId }
  | { readonly kind: 'userGone' };

/** One difference between Microsoft 365 and what was last known, in plain words; `lettersOf`: two letters, null for none. */
export function driftText(
  drift: Difference,
  words: IssueWords,
  lettersOf: (location: LocationCode) => string | null,
): string {
  const text = words.m.drift.text;
  switch (drift.kind) {
    case 'licenseChanged':
      return text.licenseChanged(productName(words.names, drift.skuId));
    case 'nowThroughGroup':
      return text.nowThroughGroup(
        productName(words.names, drift.skuId),
        groupNames(words, drift.groupIds),
      );
    case 'locationChanged': {
      const letters = lettersOf(drift.location);
      return letters === null ? text.locationGone : text.locationChanged(words.country(letters));
    }
    case 'productGone':
      return text.productGone(productName(words.names, drift.skuId));
    case 'userGone':
      return text.userGone;
    default:
      return unreachable(drift);
  }
}
