import type { Pace } from '#base/pace.ts';
import { unreachable } from '#base/unreachable.ts';
import { changeTable } from '#csv/change-export.ts';
import { allLicensesTable, entitlementTable } from '#csv/entitlement-export.ts';
import { purchaseTable } from '#csv/purchase-export.ts';
import { spreadsheetStyle, writeCsv, type CsvTable } from '#csv/write-csv.ts';
import { issueText, type IssueWords } from '#messages/issue-text.ts';
import { knownLocale } from '#messages/locale.ts';
import { loadMessages, type Messages } from '#messages/messages.ts';
import type { ChangeId } from '#plan/change.ts';
import { getChange } from '#store/changes.ts';
import { customerCommands } from '#worker/commands/customers.ts';
import type { Desk } from '#worker/commands/commands.ts';
import { NotFound } from '#worker/not-found.ts';
import type { ExportWhat, JobValue } from '#worker/job-types.ts';
import { changeRow } from '#worker/views/change-row.ts';

/** Writes a table as a CSV file with headings in the person's language. */
export async function exportWork(
  desk: Desk,
  what: ExportWhat,
  locale: string,
  pace: Pace,
): Promise<JobValue> {
  const m = await loadMessages(knownLocale(locale) ?? 'en');
  const blob = await writeCsv(await tableFor(desk, what, locale, m), spreadsheetStyle, pace);
  const day = new Date(desk.now()).toISOString().slice(0, 10);
  return { kind: 'file', name: `${m.exports.fileName[what.kind]} ${day}.csv`, blob };
}

async function tableFor(
  desk: Desk,
  what: ExportWhat,
  locale: string,
  m: Messages,
): Promise<CsvTable> {
  const { columns } = m.exports;
  const { purchases, allLicenses, entitlements } = customerCommands(desk);
  switch (what.kind) {
    case 'purchases':
      return purchaseTable(await purchases(locale), columns);
    case 'allLicenses':
      return allLicensesTable(await allLicenses(locale), columns);
    case 'entitlements':
      return entitlementTable(await entitlements(what.customerId, locale), columns);
    case 'change':
      return changeOutcomes(desk, what, locale, m);
    default:
      return unreachable(what);
  }
}

async function changeOutcomes(
  desk: Desk,
  { customerId, changeId }: Extract<ExportWhat, { kind: 'change' }>,
  locale: string,
  m: Messages,
): Promise<CsvTable> {
  const open = await desk.customers.open(customerId);
  const change = await getChange(desk.db, customerId, changeId as ChangeId);
  if (!change) throw new NotFound(changeId);
  const namer = open.namer(locale);
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const words: IssueWords = {
    m,
    names: namer.view(),
    country: (letters) => regions.of(letters) ?? letters,
  };
  const rows = function* () {
    for (let index = 0; index < change.users.length; index++) {
      const row = changeRow(open.data, change, index, namer);
      const issues = row.cause.issues.map((issue) => issueText(issue, words));
      yield { ...row, outcome: [m.exports.outcome[row.standing], ...issues].join(' ') };
    }
  };
  return changeTable(rows(), m.exports.columns);
}
