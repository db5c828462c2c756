import * as v from 'valibot';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { StoredSets } from '#licenses/stored-sets.ts';
import type { ChangeId } from '#plan/change.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { perText } from '#users/user-table.ts';
import type { ImportLease } from './import-lease.ts';
import type { OrderName } from './orders.ts';
import {
  bytes,
  cause,
  causeCounts,
  changeEvent,
  count,
  customerId,
  draft,
  fact,
  licenseSet,
  product,
  shorts,
  sku,
  stateColumns,
  text,
  words,
  type Row,
} from './shapes.ts';

/** A customer as stored. A reader takes only blocks of `revision`; what has another one is unfinished. */
export const customerRow = v.object({
  id: customerId,
  name: v.string(),
  defaultDomain: v.nullable(v.string()),
  tenantId: v.nullable(text<TenantId>()),
  origin: v.picklist(['sample', 'files', 'graph']),
  dataAt: v.number(),
  version: count,
  userCount: count,
  productCount: count,
  pendingCount: count,
  revision: count,
  // how many license sets are stored; the next new one gets this number
  setCount: count,
  // of the newest change, 0 when there is none
  lastSequence: count,
});
export type CustomerRow = Row<typeof customerRow>;

export const productsRow = v.object({ customerId, products: v.array(product) });
export type ProductsRow = Row<typeof productsRow>;

export const groupsRow = v.object({ customerId, names: v.map(text<GroupId>(), v.string()) });
export type GroupsRow = Row<typeof groupsRow>;

/** Blocks count from 0; position = block × BLOCK_SIZE + index. */
const blockName = { customerId, revision: count, block: count };
const strings = v.object({ bytes, ends: words });

/** What a Save never touches, of `BLOCK_SIZE` users (the last block may have fewer). */
export const userBlockRow = v.object({
  ...blockName,
  texts: v.object(perText(() => strings)),
  flags: bytes,
});
export type UserBlockRow = Row<typeof userBlockRow>;

/** What the plan changes, of the same users, as versions 1 and 2 kept it: nothing was ever sent. */
export const secondLicenseBlockRow = v.object({
  ...blockName,
  licenses: v.object({ baseline: words, planned: words }),
  locations: v.object({ baseline: shorts, planned: shorts }),
});
export type SecondLicenseBlockRow = Row<typeof secondLicenseBlockRow>;

/** `settledThrough`: sequences; every change up to it has ended for the user, and counts no more in the plan. */
export const licenseBlockRow = v.object({
  ...secondLicenseBlockRow.entries,
  settledThrough: words,
});
export type LicenseBlockRow = Row<typeof licenseBlockRow>;

/** License sets with the numbers from `first` on, as backups hold them, and the database did until version 6. */
export const toldSetsRow = v.object({ customerId, first: count, sets: v.array(licenseSet) });
export type ToldSetsRow = Row<typeof toldSetsRow>;

/** License sets with the numbers from `first` on, as one transaction appended them. */
export interface LicenseSetsRow extends StoredSets {
  readonly customerId: CustomerId;
  readonly first: number;
}

/** What the head of a change has had in every version: a change without its columns, so that listing costs nothing. */
const changeHead = {
  id: text<ChangeId>(),
  customerId,
  sequence: count,
  savedAt: v.number(),
  operator: v.string(),
  reference: v.nullable(v.string()),
  note: v.nullable(v.string()),
  shortages: v.array(v.object({ skuId: sku, short: v.number() })),
  userCount: count,
  counts: causeCounts,
};

export const changeRow = v.object({
  ...changeHead,
  inTurn: v.exactOptional(v.literal(true)),
  confirmed: v.exactOptional(v.literal(true)),
  events: v.array(changeEvent),
  // those for whom something was planned, by what became of it
  standings: v.object({ open: count, takenOut: count, ended: count }),
});
export type ChangeRow = Row<typeof changeRow>;

/** As version 1 kept it: one draft, and all of it open. Backups made before there were swaps have none. */
export const firstChangeRow = v.object({
  ...changeHead,
  draft,
  state: v.picklist(['open', 'ended', 'takenOut']),
});
export type FirstChangeRow = Row<typeof firstChangeRow>;

/** What grows with the users of a change, as version 1 kept it. */
export const firstChangeColumnsRow = v.object({
  id: text<ChangeId>(),
  customerId,
  users: words,
  // which of `causes`
  causeOf: v.union([shorts, words]),
  causes: v.array(cause),
  before: stateColumns,
  after: stateColumns,
});
export type FirstChangeColumnsRow = Row<typeof firstChangeColumnsRow>;

export const changeColumnsRow = v.object({
  ...firstChangeColumnsRow.entries,
  parts: v.array(draft),
  partOf: words,
  standing: bytes,
  eventOf: shorts,
});
export type ChangeColumnsRow = Row<typeof changeColumnsRow>;

/** A product on a customer's buy list. */
export const purchaseRow = v.object({ customerId, skuId: sku, count, addedAt: v.number() });
export type Purchase = Row<typeof purchaseRow>;

/** `scope`: the customer that the fact belongs to, `''` where it holds everywhere. */
export const factRow = v.object({ scope: text<CustomerId | ''>(), id: text<FactId>(), fact });
export type FactRow = Row<typeof factRow>;

/** What a person chose for a fact that the app brings. */
export const factSwitchRow = v.object({ id: text<FactId>(), enabled: v.boolean() });
export type FactSwitchRow = Row<typeof factSwitchRow>;

export const settingRow = v.object({ key: v.string(), value: v.unknown() });
export type SettingRow = Row<typeof settingRow>;

/** A customer's users in one order; true only for the revision it was made for. */
export interface OrderRow extends OrderName {
  readonly revision: number;
  readonly positions: Uint32Array;
}

/** What the users page first shows, kept ready for a cold open. */
export interface FirstPageRow {
  readonly customerId: CustomerId;
  readonly version: number;
  readonly locale: string;
  readonly page: unknown;
}

/** Says that an import of this customer runs, and which revision it writes. */
export interface ImportRow extends ImportLease {
  /** From then on another import may take over, in ms. */
  readonly expiresAt: number;
}
