import { changeTable } from '#csv/change-export.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import { issueText } from '#messages/issue-text.ts';
import { changeOutcomes as outcomesOfChange, outcomesOf } from '#store/change-outcomes.ts';
import { getChange } from '#store/changes.ts';
import { changeReasons } from '#worker/changes/change-reasons.ts';
import { changeRow } from '#worker/changes/change-row.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { Desk } from '#worker/desk.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import type { ExportWhat } from './export-types.ts';
import type { ExportWords } from './export-words.ts';

/** What became of a change, a row for each of its users. */
export async function changeOutcomes(
  desk: Desk,
  { customerId, changeId }: Extract<ExportWhat, { readonly kind: 'change' }>,
  { locale, m, hidden }: ExportWords,
): Promise<CsvTable> {
  const open = await desk.customers.open(customerId);
  const change = await getChange(desk.db, customerId, changeId);
  if (!change) throw new NotFound(changeId);
  const { ofUsers } = outcomesOfChange(change, await outcomesOf(desk.db, customerId));
  const namer = open.namer(locale);
  const words = issueWords(m, namer, locale);
  const told = { data: open.data, namer, words };
  const reasons = await changeReasons(desk.db, change, ofUsers, told);
  const rows = function* () {
    for (let index = 0; index < change.users.length; index++) {
      const row = changeRow(open.data, { change, index, outcome: ofUsers[index] }, namer);
      const { outcome, standing } = row;
      const said =
        outcome === null
          ? [m.exports.outcome[standing], ...row.cause.issues.map((one) => issueText(one, words))]
          : [m.exports.synced[outcome.kind], ...reasons(index)];
      const rest = row.isUntold ? [{ name: m.words.notInFile }] : [];
      const licensesAfter = [...row.licensesAfter, ...rest];
      yield { ...row, licensesAfter, outcome: said.join(' ') };
    }
  };
  return changeTable(rows(), m.exports.columns, hidden);
}
