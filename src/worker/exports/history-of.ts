import type { Pace } from '#base/pace.ts';
import { type HistoryExportRow, historyTable } from '#csv/history-export.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import { sentWords } from '#messages/outcome-parts.ts';
import { lineText } from '#messages/sheet-text.ts';
import { movesOf } from '#plan/change-sheet.ts';
import { changeStandingOf } from '#plan/standing.ts';
import { outcomesOf } from '#store/change-outcomes.ts';
import { type ChangeHead, getChange, listChanges } from '#store/changes.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { Desk } from '#worker/desk.ts';
import { type HistoryLine, historyLines, sentChange } from '#worker/history/history-entry.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import type { ExportWords } from './export-words.ts';

/** Every Save of a customer and what was done to it later, newest first. Rests with (changes, changes). */
export async function historyOf(
  desk: Desk,
  id: CustomerId,
  { locale, m, hidden }: ExportWords,
  pace: Pace,
): Promise<CsvTable> {
  const open = await desk.customers.open(id);
  const heads = await listChanges(desk.db, id);
  const said = issueWords(m, open.namer(locale), locale);

  const parts = await outcomesOf(desk.db, id);
  const effects = new Map<ChangeHead['id'], readonly string[]>();
  const states = new Map<ChangeHead['id'], string>();
  for (const head of heads) {
    const change = await getChange(desk.db, id, head.id);
    if (!change) throw new NotFound(head.id);
    const { lines } = open.planner.sheet(movesOf(change)).sheet();
    effects.set(
      head.id,
      lines.map((line) => lineText(line, said)),
    );
    const sent = sentChange(change, parts);
    const standing = changeStandingOf(sent?.standings ?? head.standings);
    const words = sent === null ? '' : sentWords(sent.outcomes, sent.standings, m);
    states.set(head.id, words === '' ? m.history.state[standing] : words);
    if (pace.due()) await pace.rest(effects.size, heads.length);
  }

  const rowOf = ({ head, event }: HistoryLine): HistoryExportRow => ({
    at: event?.at ?? head.savedAt,
    operator: event?.operator ?? head.operator,
    event: event === null ? m.exports.saved : m.history.event[event.kind],
    savedAt: head.savedAt,
    reference: head.reference,
    note: head.note,
    effects: effects.get(head.id) ?? [],
    users: event?.users ?? head.counts.planned,
    state: event === null ? (states.get(head.id) ?? null) : null,
  });
  return historyTable(historyLines(heads).map(rowOf), m.exports.columns, hidden);
}
