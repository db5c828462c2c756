import { unreachable } from '#base/unreachable.ts';
import type { Drift, Outcome } from '#plan/operation.ts';
import type { Issue } from '#rules/issue.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { driftText } from './drift-text.ts';
import { issueText, type IssueWords } from './issue-text.ts';
import type { Messages } from './messages.ts';

type Words = Messages['sync'];

/** How a user's call ended, or stands, as far as its sentences need it. */
interface CallTold {
  readonly outcome: Outcome['kind'] | 'inDoubt' | 'waiting';
  readonly sent: readonly {
    readonly name: string;
    readonly action: keyof Words['sent'];
    readonly isCause: boolean;
    readonly isDone: boolean;
  }[];
  readonly locationSet: boolean;
  readonly refusal: {
    readonly kind: keyof Words['refusal'];
    readonly issue: Issue | null;
  } | null;
  readonly drifts: readonly Drift[];
}

function refusalTexts({ refusal, sent, locationSet }: CallTold, words: IssueWords): string[] {
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

function cancelTexts({ sent, locationSet }: CallTold, { m }: IssueWords): string[] {
  const { why, sent: said } = m.sync;
  const list = (isDone: boolean): string =>
    sent
      .filter((one) => one.isDone === isDone)
      .map(({ action, name }) => said[action](name))
      .join(m.words.listSeparator);
  const [done, open] = [list(true), list(false)];
  if (done === '') return [locationSet ? why.cancelledAfterLocation : why.cancelled];
  return [why.cancelledPartly(done, open), ...(locationSet ? [why.locationStays] : [])];
}

const leavesLocation = ({ kind }: Drift): boolean =>
  kind !== 'locationChanged' && kind !== 'userGone';

/**
 * Why a user's call ended as it did, in sentences; empty where there is nothing to explain. `lettersOf`: two
 * letters, null for none.
 */
export function outcomeTexts(
  call: CallTold,
  words: IssueWords,
  lettersOf: (location: LocationCode) => string | null,
): string[] {
  const { why } = words.m.sync;
  const { drifts } = call;
  switch (call.outcome) {
    case 'already':
      return [why.already];
    case 'cancelled':
      return cancelTexts(call, words);
    case 'conflict':
      return [
        why.conflict,
        ...drifts.map((drift) => driftText(drift, words, lettersOf)),
        ...(call.locationSet && drifts.every(leavesLocation) ? [why.locationStays] : []),
      ];
    case 'rejected':
      return refusalTexts(call, words);
    case 'applied':
    case 'inDoubt':
    case 'waiting':
      return [];
    default:
      return unreachable(call.outcome);
  }
}
