import type { Pace } from '#base/pace.ts';
import type { GroupId } from '#licenses/ids.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerBatch } from './customer-batch.ts';
import type { CustomerData } from './customer-data.ts';
import { countHolders, mergeProducts, type DescribeProduct } from './merge-products.ts';
import { MergingUsers, type UserColumns } from './merge-users.ts';
import type { Position } from './ids.ts';
import { UserFlag } from './user-table.ts';

export interface MergeOptions {
  /** The person says that the batch holds all users: those missing from it are marked gone. */
  readonly wholeCustomer: boolean;
  readonly describe: DescribeProduct;
  /**
   * Users of whom more is known than a reading may tell yet, because we changed them moments ago: their
   * licenses and usage location stay as they are.
   */
  readonly written?: ReadonlySet<Position>;
}

/** A customer after an import, before the plan is folded onto it. */
export interface Merged {
  readonly columns: UserColumns;
  readonly sets: LicenseSets;
  readonly products: readonly Product[];
  readonly groups: ReadonlyMap<GroupId, string>;
  /** Users appended. */
  readonly added: number;
  /** Users known before of whom something differs now (a gone one that came back, too). */
  readonly changed: number;
  /** Users newly marked gone. */
  readonly gone: number;
}

/**
 * What a customer is after an import. Users keep their positions for life: found by object id, then by
 * userPrincipalName; new ones are appended, missing ones stay. Only what the batch carries overwrites.
 * Extends `current.sets` in place, so `current` must be the caller's own copy. Linear in users; rests at
 * `pace`, counting users.
 */
export async function mergeBatch(
  current: CustomerData | null,
  batch: CustomerBatch,
  options: MergeOptions,
  pace: Pace,
): Promise<Merged> {
  const sets = current?.sets ?? new LicenseSets();
  const users = new MergingUsers(current?.table ?? null, sets, batch.users?.length ?? 0);
  if (batch.users !== null) {
    await users.takeAll(batch.users, options.written ?? new Set(), pace);
    if (options.wholeCustomer) users.dropUnseen();
    users.drop(batch.removed ?? []);
  }
  const { columns, added, changed, gone } = users.finish();

  const isPresent = (position: number): boolean =>
    ((columns.flags[position] ?? 0) & UserFlag.gone) === 0;
  const holders = countHolders(columns.licenses.baseline, sets, isPresent);
  const planned = current?.table.licenses.planned ?? new Uint32Array();
  for (const sku of countHolders(planned, sets, isPresent).keys()) {
    if (!holders.has(sku)) holders.set(sku, 0);
  }
  const products = mergeProducts(
    current?.products ?? [],
    batch.products,
    holders,
    options.describe,
  );
  const groups = new Map([...(current?.groups ?? []), ...(batch.groups ?? [])]);
  return { columns, sets, products, groups, added, changed, gone };
}
