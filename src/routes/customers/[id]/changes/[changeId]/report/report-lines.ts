import { issueText, type IssueWords } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { UserChange } from '#worker/history/history-types.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';
import type { ReportRow } from '#worker/changes/report-types.ts';

/** A license as the report lists it: its name, the groups it comes from, and what of it is off. */
export function licenseLine({ name, groups, servicePlansOff }: HeldView, m: Messages): string {
  const { report, issues, words } = m;
  const from = groups.map((group) => issues.group(group.name ?? group.id));
  const named = from.length === 0 ? name : report.fromGroups(name, from.join(words.listSeparator));
  const off = servicePlansOff?.map((plan) => plan.name) ?? [];
  return off.length === 0 ? named : report.serviceOff(named, off.join(words.listSeparator));
}

/**
 * How the change stands for the user, and why where nothing or not all of it is planned; once it was
 * sent, what sync made of it, and why: what was warned of before does not matter any more.
 */
export const stateLines = ({ row, reasons }: ReportRow, words: IssueWords): string[] =>
  row.outcome === null
    ? [
        words.m.changes.cause[row.standing],
        ...row.cause.issues.map((issue) => issueText(issue, words)),
      ]
    : [words.m.sync.count[row.outcome.kind], ...reasons];

/** True when Microsoft 365 took nothing of the change for the user: what it planned must not look done. */
export const isLeftAsBefore = ({ row }: ReportRow): boolean =>
  row.outcome?.kind === 'rejected' || row.outcome?.kind === 'cancelled';

/**
 * What stands before a license that the change gives (`+ `) or takes away (`− `); empty where only
 * its service plans or its direct copy change; null where it stays as it was. `among`: the list in
 * which it stands.
 */
export function markOf(
  { skuId }: HeldView,
  { licensesBefore, row }: UserChange,
  among: readonly HeldView[],
): string | null {
  const has = (licenses: readonly HeldView[]): boolean =>
    licenses.some((one) => one.skuId === skuId);
  const isBefore = among === licensesBefore;
  if (isBefore && has(row.lost)) return '− ';
  if (!isBefore && has(row.gained)) return '+ ';
  return has(row.changed) || has(row.keptByGroup) ? '' : null;
}
