import { unreachable } from '#base/unreachable.ts';
import type { Drift } from '#plan/operation.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { groupNames, productName, type IssueWords } from './issue-text.ts';

/** One difference between Microsoft 365 and what was last known, in plain words; `lettersOf`: two letters, null for none. */
export function driftText(
  drift: Drift,
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
