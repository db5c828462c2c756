import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import { timeCell } from './time-cell.ts';
import type { CsvTable } from './write-csv.ts';

/** A Save, or what was done to it later. */
export interface HistoryExportRow {
  /** In ms since 1970. */
  readonly at: number;
  readonly operator: string;
  /** Saved, taken out or put back, in the person's words. */
  readonly event: string;
  /** When the change itself was saved, in ms since 1970. */
  readonly savedAt: number;
  readonly reference: string | null;
  readonly note: string | null;
  /** What the Save planned, in words. */
  readonly effects: readonly string[];
  /** Users for whom something was planned, taken out or put back. */
  readonly users: number;
  /** How the change stands now; null for what was done to it later. */
  readonly state: string | null;
}

export type HistoryColumn =
  'when' | 'who' | 'event' | 'savedOn' | 'reference' | 'note' | 'what' | 'users' | 'outcome';

const columns: Columns<HistoryColumn, HistoryExportRow> = [
  ['when', (row) => timeCell(row.at)],
  ['who', (row) => row.operator],
  ['event', (row) => row.event],
  ['savedOn', (row) => timeCell(row.savedAt)],
  ['reference', (row) => row.reference],
  ['note', (row) => row.note],
  ['what', (row) => row.effects.join('; ')],
  ['users', (row) => row.users],
  ['outcome', (row) => row.state],
];

export const historyColumns = keysOf(columns);

/** A customer's history as a table. Times are UTC. */
export const historyTable = (
  rows: Iterable<HistoryExportRow>,
  headings: Headings<HistoryColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);
