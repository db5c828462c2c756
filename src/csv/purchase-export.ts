import { keysOf, tableOf, type Columns, type Headings, type HiddenColumns } from './columns.ts';
import type { CsvTable } from './write-csv.ts';

/** A line of the buy list. */
export interface PurchaseRow {
  readonly customerName: string;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly skuId: string;
  readonly count: number;
  /** In ms since 1970. */
  readonly addedAt: number;
}

export type PurchaseColumn =
  'customer' | 'product' | 'partNumber' | 'skuId' | 'licenses' | 'addedOn';

const columns: Columns<PurchaseColumn, PurchaseRow> = [
  ['customer', (row) => row.customerName],
  ['product', (row) => row.name],
  ['partNumber', (row) => row.skuPartNumber],
  ['skuId', (row) => row.skuId],
  ['licenses', (row) => row.count],
  ['addedOn', (row) => new Date(row.addedAt).toISOString().slice(0, 10)],
];

export const purchaseColumns = keysOf(columns);

/** The buy list, of any number of customers, as a table. Days are UTC. */
export const purchaseTable = (
  rows: Iterable<PurchaseRow>,
  headings: Headings<PurchaseColumn>,
  hidden?: HiddenColumns,
): CsvTable => tableOf(columns, headings, rows, hidden);
