import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import type { CsvTable } from './write-csv.ts';

/** What is known and planned of a user's licenses, in the person's words; users with the same share one. */
export interface LicenseTexts {
  /** As last known, and with the plan counted. */
  readonly before: string;
  readonly after: string;
  /** `after`, with a mark on each license that the plan gives or changes. */
  readonly marked: string;
  /** For each license of `after`: given directly, by which groups, or not known. */
  readonly sources: string;
  /** Service plans that are off in `after`. */
  readonly servicePlansOff: string;
  readonly assigned: string;
  readonly revoked: string;
  /** Licenses of which only the direct copy is revoked: groups keep them. */
  readonly directCopyRevoked: string;
  readonly servicePlansChanged: string;
}

/** A user as exports list one. Texts that no source gave are empty. */
export interface UserExportRow {
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly objectId: string | null;
  readonly mail: string;
  readonly department: string;
  readonly signIn: string;
  readonly userType: string;
  /** As last known, and with the plan counted: two letters, empty for none, a word for unknown. */
  readonly locationBefore: string;
  readonly locationAfter: string;
  readonly licenses: LicenseTexts;
}

export type UserColumn =
  | 'displayName'
  | 'userPrincipalName'
  | 'objectId'
  | 'mail'
  | 'department'
  | 'signIn'
  | 'userType'
  | 'usageLocation'
  | 'locationInCloud'
  | 'licensesPlanned'
  | 'licenseSources'
  | 'servicePlansOff'
  | 'assigned'
  | 'revoked'
  | 'directCopyRevoked'
  | 'servicePlansChanged'
  | 'licensesInCloud';

const columns: Columns<UserColumn, UserExportRow> = [
  ['displayName', (row) => row.displayName],
  ['userPrincipalName', (row) => row.userPrincipalName],
  ['objectId', (row) => row.objectId],
  ['mail', (row) => row.mail],
  ['department', (row) => row.department],
  ['signIn', (row) => row.signIn],
  ['userType', (row) => row.userType],
  ['usageLocation', (row) => row.locationAfter],
  ['locationInCloud', (row) => row.locationBefore],
  ['licensesPlanned', ({ licenses }) => licenses.marked],
  ['licenseSources', ({ licenses }) => licenses.sources],
  ['servicePlansOff', ({ licenses }) => licenses.servicePlansOff],
  ['assigned', ({ licenses }) => licenses.assigned],
  ['revoked', ({ licenses }) => licenses.revoked],
  ['directCopyRevoked', ({ licenses }) => licenses.directCopyRevoked],
  ['servicePlansChanged', ({ licenses }) => licenses.servicePlansChanged],
  ['licensesInCloud', ({ licenses }) => licenses.before],
];

export type PlanColumn =
  | 'displayName'
  | 'userPrincipalName'
  | 'objectId'
  | 'licensesBefore'
  | 'licensesAfter'
  | 'assigned'
  | 'revoked'
  | 'directCopyRevoked'
  | 'servicePlansChanged'
  | 'locationBefore'
  | 'locationAfter';

const planned: Columns<PlanColumn, UserExportRow> = [
  ['displayName', (row) => row.displayName],
  ['userPrincipalName', (row) => row.userPrincipalName],
  ['objectId', (row) => row.objectId],
  ['licensesBefore', ({ licenses }) => licenses.before],
  ['licensesAfter', ({ licenses }) => licenses.after],
  ['assigned', ({ licenses }) => licenses.assigned],
  ['revoked', ({ licenses }) => licenses.revoked],
  ['directCopyRevoked', ({ licenses }) => licenses.directCopyRevoked],
  ['servicePlansChanged', ({ licenses }) => licenses.servicePlansChanged],
  ['locationBefore', (row) => row.locationBefore],
  ['locationAfter', (row) => row.locationAfter],
];

export const userColumns = keysOf(columns);
export const planColumns = keysOf(planned);

/** Users with their licenses, as last known and with the plan counted. */
export const userTable = (
  rows: Iterable<UserExportRow>,
  headings: Headings<UserColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);

/** The plan, given the users whom it changes: before and after for each. */
export const planTable = (
  rows: Iterable<UserExportRow>,
  headings: Headings<PlanColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(planned, headings, rows, hidden);
