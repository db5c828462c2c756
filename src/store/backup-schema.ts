import type * as v from 'valibot';
import { awaitedRow } from './awaited-rows.ts';
import { catalogRow } from './catalog-names.ts';
import { cloudRow } from './cloud.ts';
import { handoverRow } from './handovers.ts';
import { listPlan } from './list-plans.ts';
import { mappingRow } from './mappings.ts';
import { openedPlanRow } from './opened-plans.ts';
import { presetRow } from './presets.ts';
import { subscriptionsRow } from './pulls.ts';
import {
  changeColumnsRow,
  changeRow,
  customerRow,
  factRow,
  factSwitchRow,
  groupsRow,
  licenseBlockRow,
  productsRow,
  purchaseRow,
  settingRow,
  toldSetsRow,
  userBlockRow,
} from './rows.ts';
import { storedSelection } from './selections.ts';
import { draft, type Row } from './shapes.ts';
import { heldRow, operationRow, outcomesRow, runRow } from './sync-rows.ts';
import { pageView } from './views.ts';
import { windowRow } from './window-memory.ts';

/**
 * What a row of each table of a backup must look like. Keys that are not named are dropped. What can be
 * made again (orders, first pages) is not kept in one.
 */
export const rowSchemas = {
  customers: customerRow,
  products: productsRow,
  groups: groupsRow,
  userBlocks: userBlockRow,
  licenseBlocks: licenseBlockRow,
  licenseSets: toldSetsRow,
  changes: changeRow,
  changeColumns: changeColumnsRow,
  drafts: windowRow(draft),
  selections: windowRow(storedSelection),
  views: windowRow(pageView),
  purchases: purchaseRow,
  awaited: awaitedRow,
  listPlans: windowRow(listPlan),
  cloud: cloudRow,
  operations: operationRow,
  runs: runRow,
  outcomes: outcomesRow,
  held: heldRow,
  handovers: handoverRow,
  openedPlans: openedPlanRow,
  subscriptions: subscriptionsRow,
  ruleFacts: factRow,
  factSwitches: factSwitchRow,
  presets: presetRow,
  mappings: mappingRow,
  catalog: catalogRow,
  settings: settingRow,
} satisfies Readonly<Record<string, v.GenericSchema>>;

export type BackupTable = keyof typeof rowSchemas;

export type BackupRows = { readonly [T in BackupTable]: Row<(typeof rowSchemas)[T]> };

/** All rows of a backup, by table. */
export type BackupContent = { readonly [T in BackupTable]: BackupRows[T][] };

/** The names of the tables. */
export const backupTables = Object.keys(rowSchemas) as BackupTable[];

/** No rows in any table: a list of its own for each. */
export const emptyContent = (): BackupContent =>
  Object.fromEntries(backupTables.map((table) => [table, []])) as unknown as BackupContent;
