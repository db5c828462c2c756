import type { Units } from '#licenses/units.ts';
import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import type { Cell, CsvTable } from './write-csv.ts';

/** A product of a customer. Null numbers are unknown and leave an empty cell. */
export interface EntitlementRow {
  readonly customerName: string;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly skuId: string;
  readonly status: string | null;
  readonly units: Units | null;
  /** Users who hold it by any path, planned, and as last known. */
  readonly holders: number;
  readonly holdersInCloud: number;
  /** Users who are not known to hold it, as no source told all of their licenses. */
  readonly holdersUntold: number;
  /** With the plan counted, and as last known. */
  readonly available: number | null;
  readonly availableInCloud: number | null;
  readonly toBuy: number;
}

export type EntitlementColumn =
  | 'product'
  | 'partNumber'
  | 'skuId'
  | 'status'
  | 'enabled'
  | 'inGrace'
  | 'suspended'
  | 'lockedOut'
  | 'assignedInCloud'
  | 'availableInCloud'
  | 'availablePlanned'
  | 'holdersInCloud'
  | 'holdersPlanned'
  | 'holdersUntold'
  | 'toBuy';

const unit =
  (name: keyof Units) =>
  ({ units }: EntitlementRow): Cell =>
    units && units[name];

const columns: Columns<EntitlementColumn, EntitlementRow> = [
  ['product', (row) => row.name],
  ['partNumber', (row) => row.skuPartNumber],
  ['skuId', (row) => row.skuId],
  ['status', (row) => row.status],
  ['enabled', unit('enabled')],
  ['inGrace', unit('warning')],
  ['suspended', unit('suspended')],
  ['lockedOut', unit('lockedOut')],
  ['assignedInCloud', unit('consumed')],
  ['availableInCloud', (row) => row.availableInCloud],
  ['availablePlanned', (row) => row.available],
  ['holdersInCloud', (row) => row.holdersInCloud],
  ['holdersPlanned', (row) => row.holders],
  ['holdersUntold', (row) => row.holdersUntold],
  ['toBuy', (row) => row.toBuy],
];

export const entitlementColumns = keysOf(columns);

/** One customer's products as a table. */
export const entitlementTable = (
  rows: Iterable<EntitlementRow>,
  headings: Headings<EntitlementColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);

const everywhere: Columns<'customer' | EntitlementColumn, EntitlementRow> = [
  ['customer', (row) => row.customerName],
  ...columns,
];

export const allLicensesColumns = keysOf(everywhere);

/** All customers' licenses as a table: the same, after the customer's name. */
export const allLicensesTable = (
  rows: Iterable<EntitlementRow>,
  headings: Headings<'customer' | EntitlementColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(everywhere, headings, rows, hidden);
