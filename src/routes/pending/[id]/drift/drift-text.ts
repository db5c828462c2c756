import { unreachable } from '#base/unreachable.ts';
import { groupNames, productName, type IssueWords } from '#messages/issue-text.ts';
import type { Drift } from '#plan/operation.ts';
import { locationLetters } from '#users/usage-location.ts';

/** One difference between Microsoft 365 and what was last known, in plain words. */
export function driftText(drift: Drift, words: IssueWords): string {
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
      const letters = locationLetters(drift.location);
      return letters === null ? text.locationGone : text.locationChanged(words.country(letters));
    }
    case 'userGone':
      return text.userGone;
    default:
      return unreachable(drift);
  }
}
