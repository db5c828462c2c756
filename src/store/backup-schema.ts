import * as v from 'valibot';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { perText } from '#users/user-table.ts';
import {
  blockName,
  bytes,
  changeColumns,
  changeEvent,
  changeHead,
  count,
  customerId,
  draft,
  fact,
  licenseColumns,
  licenseSet,
  nullable,
  presetProduct,
  product,
  query,
  shorts,
  sku,
  text,
  words,
} from './backup-shapes.ts';
import { catalogRow, mappingRow } from './backup-file-shapes.ts';
import { handoverRow, openedPlanRow } from './backup-handover-shapes.ts';
import { listSource } from './backup-list-shapes.ts';
import { heldRow, operationRow, outcomesRow, runRow } from './backup-sync-shapes.ts';
import type {
  ChangeColumnsRow,
  ChangeRow,
  CustomerRow,
  FactRow,
  FactSwitchRow,
  GroupsRow,
  LicenseBlockRow,
  LicenseSetsRow,
  ProductsRow,
  Purchase,
  SettingRow,
  UserBlockRow,
  WindowRow,
} from './rows.ts';
import type { AwaitedRow } from './awaited-rows.ts';
import type { CatalogRow } from './catalog-names.ts';
import type { CloudRow } from './cloud.ts';
import type { HandoverRow } from './handovers.ts';
import type { SubscriptionsRow } from './pulls.ts';
import type { ListPlan } from './list-plans.ts';
import type { MappingRow } from './mappings.ts';
import type { OpenedPlanRow } from './opened-plans.ts';
import type { StoredSelection } from './selections.ts';
import type { HeldRow, OperationRow, OutcomesRow, RunRow } from './sync-rows.ts';
import type { PageView } from './views.ts';

/** The rows of a backup, by table. What can be made again (orders, first pages) is not kept in one. */
export interface BackupRows {
  readonly customers: CustomerRow;
  readonly products: ProductsRow;
  readonly groups: GroupsRow;
  readonly userBlocks: UserBlockRow;
  readonly licenseBlocks: LicenseBlockRow;
  readonly licenseSets: LicenseSetsRow;
  readonly changes: ChangeRow;
  readonly changeColumns: ChangeColumnsRow;
  readonly drafts: WindowRow<Draft>;
  readonly selections: WindowRow<StoredSelection>;
  readonly views: WindowRow<PageView>;
  readonly purchases: Purchase;
  readonly awaited: AwaitedRow;
  readonly listPlans: WindowRow<ListPlan>;
  readonly cloud: CloudRow;
  readonly operations: OperationRow;
  readonly runs: RunRow;
  readonly outcomes: OutcomesRow;
  readonly held: HeldRow;
  readonly handovers: HandoverRow;
  readonly openedPlans: OpenedPlanRow;
  readonly subscriptions: SubscriptionsRow;
  readonly ruleFacts: FactRow;
  readonly factSwitches: FactSwitchRow;
  readonly presets: Preset;
  readonly mappings: MappingRow;
  readonly catalog: CatalogRow;
  readonly settings: SettingRow;
}

export type BackupTable = keyof BackupRows;

/** All rows of a backup, by table. */
export type BackupContent = { readonly [T in BackupTable]: BackupRows[T][] };

const windowRow = <T extends v.GenericSchema>(value: T) =>
  v.object({ customerId, window: v.string(), scope: v.string(), at: v.number(), value });

const column = v.object({ bytes, ends: words });

/** What a row of each table must look like. Keys that are not named here are dropped. */
export const rowSchemas: {
  readonly [T in BackupTable]: v.GenericSchema<unknown, BackupRows[T]>;
} = {
  customers: v.object({
    id: customerId,
    name: v.string(),
    defaultDomain: nullable(v.string()),
    tenantId: nullable(text<TenantId>()),
    origin: v.picklist(['sample', 'files', 'graph']),
    dataAt: v.number(),
    version: count,
    userCount: count,
    productCount: count,
    pendingCount: count,
    revision: count,
    setCount: count,
    lastSequence: count,
  }),
  products: v.object({ customerId, products: v.array(product) }),
  groups: v.object({ customerId, names: v.map(text<GroupId>(), v.string()) }),
  userBlocks: v.object({
    ...blockName,
    texts: v.object(perText(() => column)),
    flags: bytes,
  }),
  licenseBlocks: v.object({
    ...blockName,
    ...licenseColumns,
    settledThrough: words,
  }),
  licenseSets: v.object({ customerId, first: count, sets: v.array(licenseSet) }),
  changes: v.object({
    ...changeHead,
    events: v.array(changeEvent),
    standings: v.object({ open: count, takenOut: count, ended: count }),
  }),
  changeColumns: v.object({
    ...changeColumns,
    parts: v.array(draft),
    partOf: words,
    standing: bytes,
    eventOf: shorts,
  }),
  drafts: windowRow(draft),
  selections: windowRow(
    v.object({
      members: words,
      matching: nullable(query),
      seen: count,
      chosenAt: v.number(),
      awaited: v.optional(v.array(v.string()), []),
      reviewing: v.optional(nullable(v.string()), null),
    }),
  ),
  views: windowRow(v.object({ query, page: count, pageSize: v.picklist([25, 50, 100]) })),
  awaited: v.object({
    customerId,
    changeId: text<ChangeId>(),
    key: v.string(),
    name: v.string(),
    draft,
    savedAt: v.number(),
    operator: v.string(),
    isTakenOut: v.boolean(),
  }),
  listPlans: windowRow(
    v.object({
      listId: v.string(),
      source: listSource,
      parts: v.array(v.object({ draft, users: words })),
    }),
  ),
  cloud: v.object({ customerId, part: v.string(), sequence: count, value: v.unknown() }),
  subscriptions: v.object({
    customerId,
    readAt: v.number(),
    subscriptions: nullable(
      v.array(
        v.object({
          skuId: sku,
          status: nullable(v.string()),
          total: nullable(v.number()),
          isTrial: v.boolean(),
          nextChangeAt: nullable(v.number()),
        }),
      ),
    ),
  }),
  purchases: v.object({ customerId, skuId: sku, count, addedAt: v.number() }),
  operations: operationRow,
  runs: runRow,
  outcomes: outcomesRow,
  held: heldRow,
  handovers: handoverRow,
  openedPlans: openedPlanRow,
  ruleFacts: v.object({ scope: text<CustomerId | ''>(), id: text<FactId>(), fact }),
  factSwitches: v.object({ id: text<FactId>(), enabled: v.boolean() }),
  mappings: mappingRow,
  catalog: catalogRow,
  presets: v.object({
    id: text<PresetId>(),
    name: v.string(),
    draft,
    products: v.array(presetProduct),
    savedAt: v.number(),
    operator: v.string(),
  }),
  settings: v.object({ key: v.string(), value: v.unknown() }),
};
