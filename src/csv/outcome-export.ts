import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import { timeCell } from './time-cell.ts';
import type { CsvTable } from './write-csv.ts';

/** What a sync made of one user's plan. */
export interface SyncOutcomeRow {
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly objectId: string | null;
  /** Products of the call that was (to be) sent. */
  readonly assigned: readonly string[];
  readonly revoked: readonly string[];
  readonly servicePlansChanged: readonly string[];
  /** Two letters of the usage location that was (to be) set; null: none. */
  readonly locationSent: string | null;
  /** In the person's words: how it ended, and why. */
  readonly outcome: string;
  readonly reason: string;
  /** What Microsoft said of a call that it refused; empty for others. */
  readonly code: string;
  readonly raw: string;
  readonly requestId: string | null;
  /** When it ended, in ms since 1970; null before. */
  readonly at: number | null;
}

export type OutcomeColumn =
  | 'displayName'
  | 'userPrincipalName'
  | 'objectId'
  | 'assigned'
  | 'revoked'
  | 'servicePlansChanged'
  | 'usageLocation'
  | 'syncOutcome'
  | 'reason'
  | 'code'
  | 'microsoftSaid'
  | 'requestId'
  | 'endedOn';

/** `;` and not `+`: product names contain `+`. */
const list = (names: readonly string[]): string => names.join('; ');

const columns: Columns<OutcomeColumn, SyncOutcomeRow> = [
  ['displayName', (row) => row.displayName],
  ['userPrincipalName', (row) => row.userPrincipalName],
  ['objectId', (row) => row.objectId],
  ['assigned', (row) => list(row.assigned)],
  ['revoked', (row) => list(row.revoked)],
  ['servicePlansChanged', (row) => list(row.servicePlansChanged)],
  ['usageLocation', (row) => row.locationSent],
  ['syncOutcome', (row) => row.outcome],
  ['reason', (row) => row.reason],
  ['code', (row) => row.code],
  ['microsoftSaid', (row) => row.raw],
  ['requestId', (row) => row.requestId],
  ['endedOn', (row) => (row.at === null ? null : timeCell(row.at))],
];

export const outcomeColumns = keysOf(columns);

/** The outcomes of a sync, a row for each user, as a table. Times are UTC. */
export const outcomeTable = (
  rows: Iterable<SyncOutcomeRow>,
  headings: Headings<OutcomeColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);
