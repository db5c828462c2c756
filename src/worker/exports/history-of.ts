import type { Pace } from '#base/pace.ts';
import { type HistoryExportRow, historyTable } from '#csv/history-export.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import { sentWords } from '#messages/outcome-parts.ts';
import { lineText } from '#messages/sheet-text.ts';
import { movesOf } from '#plan/change-sheet.ts';
import { changeStandingOf } from '#plan/standing.ts';
import { outcomesOf } from '#store/change-outcomes.ts';
import { type ChangeHead, changesOf, listChanges } from '#store/changes.ts';
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
  const standing = ({ standings }: Pick<ChangeHead, 'standings'>): string =>
    m.history.state[changeStandingOf(standings)];
  for await (const change of changesOf(desk.db, id, heads)) {
    const { lines } = open.planner.sheet(movesOf(change)).sheet();
    effects.set(
      change.id,
      lines.map((line) => lineText(line, said)),
    );
    const sent = sentChange(change, parts);
    if (sent !== null) {
      const words = sentWords(sent.outcomes, sent.standings, m);
      states.set(change.id, words === '' ? standing(sent) : words);
    }
    if (pace.due()) await pace.rest(effects.size, heads.length);
  }
  if (effects.size < heads.length) throw new NotFound(id);

  const rowOf = ({ head, event }: HistoryLine): HistoryExportRow => ({
    at: event?.at ?? head.savedAt,
    operator: event?.operator ?? head.operator,
    event: event === null ? m.exports.saved : m.history.event[event.kind],
    savedAt: head.savedAt,
    reference: head.reference,
    note: head.note,
    effects: effects.get(head.id) ?? [],
    users: event?.users ?? head.counts.planned,
    state: event === null ? (states.get(head.id) ?? standing(head)) : null,
  });
  return historyTable(historyLines(heads).map(rowOf), m.exports.columns, hidden);
}
