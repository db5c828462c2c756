import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import type { CsvTable } from './write-csv.ts';

interface Named {
  readonly name: string;
}

/** What a change did for one user. */
export interface ChangeOutcomeRow {
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** In the person's words: planned, unchanged, or why not. */
  readonly outcome: string;
  readonly gained: readonly Named[];
  readonly lost: readonly Named[];
  /** Products whose service plans changed. */
  readonly changed: readonly Named[];
  /** In the person's words; with a word for what no source told. */
  readonly licensesAfter: readonly Named[];
  /** Two letters, when the change plans a usage location. */
  readonly locationSet: string | null;
}

export type ChangeColumn =
  | 'displayName'
  | 'userPrincipalName'
  | 'outcome'
  | 'assigned'
  | 'revoked'
  | 'servicePlansChanged'
  | 'usageLocation'
  | 'licensesAfter';

/** `;` and not `+`: product names contain `+`. */
const list = (products: readonly Named[]): string => products.map(({ name }) => name).join('; ');

const columns: Columns<ChangeColumn, ChangeOutcomeRow> = [
  ['displayName', (row) => row.displayName],
  ['userPrincipalName', (row) => row.userPrincipalName],
  ['outcome', (row) => row.outcome],
  ['assigned', (row) => list(row.gained)],
  ['revoked', (row) => list(row.lost)],
  ['servicePlansChanged', (row) => list(row.changed)],
  ['usageLocation', (row) => row.locationSet],
  ['licensesAfter', (row) => list(row.licensesAfter)],
];

export const changeColumns = keysOf(columns);

/** One change's outcome, a row for each user, as a table. */
export const changeTable = (
  rows: Iterable<ChangeOutcomeRow>,
  headings: Headings<ChangeColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);
