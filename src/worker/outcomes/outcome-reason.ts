import { unreachable } from '#base/unreachable.ts';
import { driftText } from '#messages/drift-text.ts';
import { issueText, type IssueWords } from '#messages/issue-text.ts';
import type { Drift } from '#plan/operation.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { OutcomeRow } from './outcome-types.ts';

function refusalReasons({ refusal, sent, locationSet }: OutcomeRow, words: IssueWords): string[] {
  if (refusal === null) return [];
  const { sync, words: common } = words.m;
  const { issue, kind } = refusal;
  const isNamed = sent.some(({ isCause }) => isCause);
  const others = isNamed ? sent.filter(({ isCause }) => !isCause).map(({ name }) => name) : [];
  return [
    issue === null ? sync.refusal[kind] : issueText(issue, words),
    ...(others.length > 0 ? [sync.why.notApplied(others.join(common.listSeparator))] : []),
    ...(locationSet ? [sync.why.locationSet] : []),
  ];
}

const leavesLocation = ({ kind }: Drift): boolean =>
  kind !== 'locationChanged' && kind !== 'userGone';

/** Why a user's call ended as it did, in sentences; empty where there is nothing to explain. */
export function outcomeReasons(row: OutcomeRow, words: IssueWords): string[] {
  const { why } = words.m.sync;
  switch (row.outcome) {
    case 'already':
      return [why.already];
    case 'cancelled':
      return [row.locationSet ? why.cancelledAfterLocation : why.cancelled];
    case 'conflict':
      return [
        why.conflict,
        ...row.drifts.map((drift) => driftText(drift, words, locationLetters)),
        ...(row.locationSet && row.drifts.every(leavesLocation) ? [why.locationStays] : []),
      ];
    case 'rejected':
      return refusalReasons(row, words);
    case 'applied':
    case 'inDoubt':
    case 'waiting':
      return [];
    default:
      return unreachable(row.outcome);
  }
}
