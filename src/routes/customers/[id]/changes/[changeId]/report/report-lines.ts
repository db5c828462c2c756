import { issueText, type IssueWords } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { UserHistoryEntry } from '#worker/history-types.ts';
import type { HeldView } from '#worker/view-types.ts';

/** A license as the report lists it: its name, the groups it comes from, and what of it is off. */
export function licenseLine({ name, groups, servicePlansOff }: HeldView, m: Messages): string {
  const { report, issues, words } = m;
  const from = groups.map((group) => issues.group(group.name ?? group.id));
  const named = from.length === 0 ? name : report.fromGroups(name, from.join(words.listSeparator));
  const off = servicePlansOff?.map((plan) => plan.name) ?? [];
  return off.length === 0 ? named : report.serviceOff(named, off.join(words.listSeparator));
}

/** How the change stands for the user, and why where nothing or not all of it is planned. */
export const stateLines = ({ row }: UserHistoryEntry, words: IssueWords): string[] => [
  words.m.changes.cause[row.standing],
  ...row.cause.issues.map((issue) => issueText(issue, words)),
];
