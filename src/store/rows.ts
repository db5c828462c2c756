import type { StringColumn } from '#base/string-column.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { Cause, Change, ChangeId } from '#plan/change.ts';
import type { UsersByStanding } from '#plan/standing.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { TextColumn } from '#users/user-table.ts';

/** A customer as stored. A reader takes only blocks of `revision`; what has another one is unfinished. */
export interface CustomerRow extends Customer {
  readonly revision: number;
  /** How many license sets are stored; the next new one gets this number. */
  readonly setCount: number;
  /** Of the newest change, 0 when there is none. */
  readonly lastSequence: number;
}

export interface ProductsRow {
  readonly customerId: CustomerId;
  readonly products: readonly Product[];
}

export interface GroupsRow {
  readonly customerId: CustomerId;
  readonly names: ReadonlyMap<GroupId, string>;
}

/** What a Save never touches, of `BLOCK_SIZE` users (the last block may have fewer). */
export interface UserBlockRow {
  readonly customerId: CustomerId;
  readonly revision: number;
  /** From 0; position = block × BLOCK_SIZE + index. */
  readonly block: number;
  readonly texts: Readonly<Record<TextColumn, StringColumn>>;
  readonly flags: Uint8Array;
}

/** What the plan changes, of the same users. */
export interface LicenseBlockRow {
  readonly customerId: CustomerId;
  readonly revision: number;
  readonly block: number;
  readonly licenses: { readonly baseline: Uint32Array; readonly planned: Uint32Array };
  readonly locations: { readonly baseline: Uint16Array; readonly planned: Uint16Array };
  /** Sequences: every change up to it has ended for the user, and counts no more in the plan. */
  readonly settledThrough: Uint32Array;
}

/** License sets with the numbers from `first` on, as one transaction appended them. */
export interface LicenseSetsRow {
  readonly customerId: CustomerId;
  readonly first: number;
  readonly sets: readonly LicenseSet[];
}

/** A customer's users in one order; true only for the revision it was made for. */
export interface OrderRow {
  readonly customerId: CustomerId;
  readonly locale: string;
  readonly sort: string;
  readonly revision: number;
  readonly positions: Uint32Array;
}

/** What grows with the users of a change. */
type ChangeColumn =
  'parts' | 'users' | 'partOf' | 'causeOf' | 'causes' | 'before' | 'after' | 'standing' | 'eventOf';

/** A change without its columns, so that listing changes costs nothing. */
export interface ChangeRow extends Omit<Change, ChangeColumn> {
  readonly userCount: number;
  /** Users by what the Save did with them. */
  readonly counts: Readonly<Record<Cause['kind'], number>>;
  /** Those for whom something was planned, by what became of it. */
  readonly standings: UsersByStanding;
}

export interface ChangeColumnsRow extends Pick<Change, ChangeColumn | 'customerId'> {
  readonly id: ChangeId;
}

/** What a window remembers (a draft, a selection, where it stood) under a scope. */
export interface WindowRow<T> {
  readonly customerId: CustomerId;
  readonly window: string;
  readonly scope: string;
  /** When it was written, in ms. */
  readonly at: number;
  readonly value: T;
}

/** A product on a customer's list of things to buy. */
export interface Purchase {
  readonly customerId: CustomerId;
  readonly skuId: SkuId;
  readonly count: number;
  readonly addedAt: number;
}

/** What the users page first shows, kept ready for a cold open. */
export interface FirstPageRow {
  readonly customerId: CustomerId;
  readonly version: number;
  readonly locale: string;
  readonly page: unknown;
}

export interface FactRow {
  /** The customer that the fact belongs to, `''` where it holds everywhere. */
  readonly scope: CustomerId | '';
  readonly id: RuleFact['id'];
  readonly fact: RuleFact;
}

/** What a person chose for a fact that the app brings. */
export interface FactSwitchRow {
  readonly id: RuleFact['id'];
  readonly enabled: boolean;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** Says that an import of this customer runs, and which revision it writes. */
export interface ImportRow {
  readonly customerId: CustomerId;
  readonly revision: number;
  /** Known to the one worker that writes it. */
  readonly owner: string;
  /** From then on another import may take over, in ms. */
  readonly expiresAt: number;
}
