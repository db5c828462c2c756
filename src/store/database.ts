import { Dexie, type Collection, type Table } from 'dexie';
import { DATABASE } from '#base/database-name.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { RunId } from '#plan/operation.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import type { FactId } from '#rules/rule-fact.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { AwaitedRow } from './awaited-rows.ts';
import type { CloudRow } from './cloud.ts';
import type { HandoverRow } from './handovers.ts';
import type { CatalogRow } from './catalog-names.ts';
import type { KeptListRow } from './kept-lists.ts';
import type { ListPlan } from './list-plans.ts';
import type { OpenedPlanRow } from './opened-plans.ts';
import type {
  ChangeColumnsRow,
  ChangeRow,
  CustomerRow,
  FactRow,
  FactSwitchRow,
  FirstPageRow,
  GroupsRow,
  ImportRow,
  LicenseBlockRow,
  LicenseSetsRow,
  OrderRow,
  ProductsRow,
  Purchase,
  SettingRow,
  UserBlockRow,
} from './rows.ts';
import type { StoredSelection } from './selections.ts';
import type {
  HeldRow,
  LeaseRow,
  OperationRow,
  OutcomesRow,
  ReviewRow,
  RunRow,
} from './sync-rows.ts';
import type { DeltaRow, SubscriptionsRow } from './pulls.ts';
import type { MappingRow } from './mappings.ts';
import { toVersion2, toVersion3, toVersion6, toVersion7 } from './migrations.ts';
import { letGoOfNewer, ownVersionOnly, type Closed } from './opening.ts';
import { endRight } from './sync-lease.ts';
import type { PageView } from './views.ts';
import type { WindowTable } from './window-memory.ts';

type BlockKey = [CustomerId, number, number];

const WINDOW = '[customerId+scope+window], [customerId+scope+at]';

const SCHEMA = {
  customers: 'id',
  products: 'customerId',
  groups: 'customerId',
  userBlocks: '[customerId+revision+block]',
  licenseBlocks: '[customerId+revision+block]',
  licenseSets: '[customerId+first]',
  orders: '[customerId+locale+sort]',
  changes: '[customerId+id], [customerId+sequence]',
  changeColumns: '[customerId+id]',
  drafts: WINDOW,
  selections: WINDOW,
  views: WINDOW,
  purchases: '[customerId+skuId]',
  firstPages: 'customerId',
  imports: 'customerId',
  ruleFacts: '[scope+id]',
  settings: 'key',
};

/** What version 2 adds. */
const SCHEMA_2 = {
  awaited: '[customerId+changeId+key]',
  factSwitches: 'id',
  presets: 'id',
};

/** What version 3 adds. */
const SCHEMA_3 = {
  operations: '[customerId+userId]',
  runs: '[customerId+id], [customerId+startedAt]',
  outcomes: '[customerId+runId+part], [customerId+lastAt]',
  held: '[customerId+position]',
  leases: 'customerId',
  handovers: '[customerId+id]',
  openedPlans: '[customerId+id]',
  listPlans: WINDOW,
  cloud: '[customerId+part], [customerId+sequence], part',
  deltas: 'customerId',
  subscriptions: 'customerId',
  mappings: '[kind+header]',
  catalog: 'id',
};

/** What version 4 adds. */
const SCHEMA_4 = {
  reviews: '[customerId+runId]',
};

/** What version 5 adds. */
const SCHEMA_5 = {
  keptLists: 'id',
};

/** Tables that belong to no customer at all. */
const DEVICE_TABLES: readonly string[] = [
  'catalog',
  'factSwitches',
  'keptLists',
  'mappings',
  'presets',
  'settings',
];

/**
 * Everything Seatwise keeps on this device. Users are stored as blocks of columns, never a row each.
 * Every key of what belongs to a customer begins with the customer's id. Commits are durable: the
 * browser answers only when the disk has them.
 */
export class SeatwiseDatabase extends Dexie {
  declare readonly customers: Table<CustomerRow, CustomerId>;
  declare readonly products: Table<ProductsRow, CustomerId>;
  declare readonly groups: Table<GroupsRow, CustomerId>;
  declare readonly userBlocks: Table<UserBlockRow, BlockKey>;
  declare readonly licenseBlocks: Table<LicenseBlockRow, BlockKey>;
  declare readonly licenseSets: Table<LicenseSetsRow, [CustomerId, number]>;
  declare readonly orders: Table<OrderRow, [CustomerId, string, string]>;
  declare readonly changes: Table<ChangeRow, [CustomerId, ChangeId]>;
  declare readonly changeColumns: Table<ChangeColumnsRow, [CustomerId, ChangeId]>;
  declare readonly drafts: WindowTable<Draft>;
  declare readonly selections: WindowTable<StoredSelection>;
  declare readonly views: WindowTable<PageView>;
  declare readonly purchases: Table<Purchase, [CustomerId, SkuId]>;
  declare readonly firstPages: Table<FirstPageRow, CustomerId>;
  declare readonly imports: Table<ImportRow, CustomerId>;
  declare readonly ruleFacts: Table<FactRow, [CustomerId | '', FactId]>;
  declare readonly awaited: Table<AwaitedRow, [CustomerId, ChangeId, string]>;
  declare readonly factSwitches: Table<FactSwitchRow, FactId>;
  declare readonly cloud: Table<CloudRow, [CustomerId, string]>;
  declare readonly deltas: Table<DeltaRow, CustomerId>;
  declare readonly subscriptions: Table<SubscriptionsRow, CustomerId>;
  declare readonly listPlans: WindowTable<ListPlan>;
  declare readonly operations: Table<OperationRow, [CustomerId, UserId]>;
  declare readonly runs: Table<RunRow, [CustomerId, RunId]>;
  declare readonly reviews: Table<ReviewRow, [CustomerId, RunId]>;
  declare readonly outcomes: Table<OutcomesRow, [CustomerId, RunId, number]>;
  declare readonly held: Table<HeldRow, [CustomerId, Position]>;
  declare readonly handovers: Table<HandoverRow, [CustomerId, HandedPlanId]>;
  declare readonly openedPlans: Table<OpenedPlanRow, [CustomerId, HandedPlanId]>;
  declare readonly leases: Table<LeaseRow, CustomerId>;
  declare readonly mappings: Table<MappingRow, [MappingRow['kind'], string]>;
  declare readonly catalog: Table<CatalogRow, CatalogRow['id']>;
  declare readonly presets: Table<Preset, PresetId>;
  declare readonly keptLists: Table<KeptListRow, string>;
  declare readonly settings: Table<SettingRow, string>;

  /** Opens on first use. Tests give names of their own. `onClosed`: a newer version of the app took it over. */
  constructor(name = DATABASE, onClosed: (why: Closed) => void = () => undefined) {
    // what is written must be read back from the disk, not from a cache of what was meant
    super(name, {
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      indexedDB: ownVersionOnly(indexedDB),
    });
    this.version(1).stores(SCHEMA);
    this.version(2).stores(SCHEMA_2).upgrade(toVersion2);
    this.version(3).stores(SCHEMA_3).upgrade(toVersion3);
    this.version(4).stores(SCHEMA_4);
    this.version(5).stores(SCHEMA_5);
    this.version(6).upgrade(toVersion6);
    this.version(7).upgrade(toVersion7);
    letGoOfNewer(this, onClosed);
  }
}

/** The rows whose key begins with these parts, in key order. */
export function rowsUnder<T, K>(
  table: Table<T, K>,
  ...parts: readonly (string | number)[]
): Collection<T, K> {
  // an array sorts after every string and number
  return table.where(':id').between(parts, [...parts, []]);
}

/** The tables that hold rows of customers; of each, `deleteCustomerRows` knows the key. */
export const customerTables = (db: SeatwiseDatabase): Table[] =>
  db.tables.filter(({ name }) => !DEVICE_TABLES.includes(name));

/**
 * Deletes every row of a customer but its lease, which only loses its epoch: a window that stands still and
 * believes to have it must not find one like it. Gives until when nobody may send for the customer, in ms. To
 * be called in a transaction over `customerTables`.
 */
export async function deleteCustomerRows(
  db: SeatwiseDatabase,
  id: CustomerId,
  now: number,
): Promise<number> {
  const sentUntil = await endRight(db, id, now);
  await Promise.all(
    customerTables(db)
      .filter((table) => table.name !== db.leases.name)
      .map((table) =>
        table.schema.primKey.compound ? rowsUnder(table, id).delete() : table.delete(id),
      ),
  );
  return sentUntil;
}

/**
 * Deletes everything from this device and opens an empty database; other windows lose theirs and reopen it.
 * Of a customer for whom something may land that was sent, that nobody may send for it stays so long.
 */
export async function wipe(db: SeatwiseDatabase, now: number): Promise<void> {
  // what cannot be read any more is deleted all the same
  const held = await heldRights(db, now).catch(() => []);
  await db.delete({ disableAutoOpen: false });
  await db.open();
  await db.leases.bulkPut(held);
}

const heldRights = (db: SeatwiseDatabase, now: number): Promise<LeaseRow[]> =>
  db.transaction('rw', db.leases, db.operations, async () => {
    for (const id of await db.leases.toCollection().primaryKeys()) await endRight(db, id, now);
    return db.leases.filter(({ expiresAt }) => expiresAt > now).toArray();
  });
