import { outcomeTexts } from '#messages/outcome-text.ts';
import { locationLetters } from '#users/usage-location.ts';
import { outcomeTable, type SyncOutcomeRow } from '#csv/outcome-export.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import type { IssueWords } from '#messages/issue-text.ts';
import { getRun } from '#store/runs.ts';
import { leaseHolder } from '#store/sync-lease.ts';
import { objectIdOf } from '#users/ids.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { Desk } from '#worker/desk.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import { OutcomeRows } from '#worker/outcomes/outcome-rows.ts';
import type { OutcomeRow, SentView } from '#worker/outcomes/outcome-types.ts';
import { runCalls } from '#worker/outcomes/run-calls.ts';
import { ChangeFinder, type SentCall } from '#worker/outcomes/sent-call.ts';
import type { ExportWhat } from './export-types.ts';
import type { ExportWords } from './export-words.ts';

function exported(row: OutcomeRow, words: IssueWords): SyncOutcomeRow {
  const { m } = words;
  const named = ({ name, servicePlansOff }: SentView): string => {
    const off = servicePlansOff.map((plan) => plan.name).join(m.words.listSeparator);
    return off === '' ? name : m.report.serviceOff(name, off);
  };
  const of = (action: SentView['action']): string[] =>
    row.sent.filter((sent) => sent.action === action).map(named);
  const { displayName, userPrincipalName, userId, locationSent, at, refusal } = row;
  return {
    displayName,
    userPrincipalName,
    objectId: objectIdOf(userId),
    locationSent,
    at,
    assigned: of('assign'),
    revoked: of('revoke'),
    servicePlansChanged: of('servicePlans'),
    outcome: m.sync.count[row.outcome],
    reason: outcomeTexts(row, words, locationLetters).join(' '),
    code: refusal?.code ?? '',
    raw: refusal?.raw ?? '',
    requestId: refusal?.requestId ?? null,
  };
}

function* exportedRows(
  calls: readonly SentCall[],
  rows: OutcomeRows,
  words: IssueWords,
): Generator<SyncOutcomeRow> {
  for (const call of calls) yield exported(rows.row(call), words);
}

/** What became of everybody in a run; those who have not ended first. */
export async function syncOutcomes(
  { db, customers, now }: Desk,
  { customerId, runId }: Extract<ExportWhat, { readonly kind: 'outcomes' }>,
  { locale, m, hidden }: ExportWords,
): Promise<CsvTable> {
  if ((await getRun(db, customerId, runId)) === null) throw new NotFound(runId);
  const open = await customers.open(customerId);
  const isSending = (await leaseHolder(db, customerId, now())) !== null;
  const calls = await runCalls(db, open.data, runId, isSending);
  const namer = open.namer(locale);
  const words = issueWords(m, namer, locale);
  // which Save planned it stands in no column
  const rows = new OutcomeRows(open.data, namer, new ChangeFinder([], open.data.sets));
  return outcomeTable(exportedRows(calls, rows, words), m.exports.columns, hidden);
}
