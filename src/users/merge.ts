import type { Steps } from '#base/steps.ts';
import { nameOfNamedSku, type GroupId, type SkuId } from '#licenses/ids.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { BesideUsers, TakeUsers } from './customer-batch.ts';
import type { CustomerData } from './customer-data.ts';
import type { Position } from './ids.ts';
import {
  countHolders,
  mergeProducts,
  productsTold,
  withSaidNames,
  type DescribeProduct,
} from './merge-products.ts';
import { MergingUsers, type UserColumns } from './merge-users.ts';
import { asTheySay } from './user-record.ts';
import { UserFlag } from './user-table.ts';

export interface MergeOptions {
  /** The person says that the import holds all users: those missing from it are marked gone. */
  readonly wholeCustomer: boolean;
  readonly describe: DescribeProduct;
  /** Which product a name in files means at this customer, as a person said it. */
  readonly said?: ReadonlyMap<string, SkuId>;
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
 * What a customer is after an import, whose users come all at once or bit by bit. Users keep their
 * positions for life: found by object id, then by userPrincipalName; new ones are appended, missing ones
 * stay. Only what the import carries overwrites. Linear in users.
 */
export class Merge {
  readonly users: MergingUsers;
  readonly #sets: LicenseSets;
  readonly #written: ReadonlySet<Position>;
  #hasUsers = false;

  /**
   * Extends `current.sets` in place, so `current` (null: a new customer) must be the caller's own copy.
   * `written`: users of whom more is known than a reading may tell yet, because we changed them moments
   * ago: their licenses and usage location stay as they are.
   */
  constructor(current: CustomerData | null, written: ReadonlySet<Position>) {
    this.#sets = current?.sets ?? new LicenseSets();
    this.#written = written;
    this.users = new MergingUsers(current?.table ?? null, this.#sets);
  }

  /** Takes users of the import; who is told twice is what is told last. Rests at `pace`, counting them. */
  readonly take: TakeUsers = async (records, pace, meant = asTheySay) => {
    this.#hasUsers = true;
    await this.users.takeAll(records, { written: this.#written, meant, pace });
  };

  /**
   * The end, when all users were taken. `current`: the same customer as it is by now, with what was saved
   * while they came; its sets are extended. May be asked again when more was saved.
   */
  *finish(current: CustomerData | null, batch: BesideUsers, options: MergeOptions): Steps<Merged> {
    if (options.wholeCustomer && this.#hasUsers) this.users.dropUnseen();
    yield;
    this.users.drop(batch.removed ?? []);
    const { columns: own, added, changed, gone } = this.users.finish();
    yield;
    const sets = current?.sets ?? this.#sets;
    const licenses = { baseline: renumbered(own.licenses.baseline, this.#sets, sets) };
    const columns = { ...own, licenses };

    const isPresent = (position: number): boolean =>
      ((columns.flags[position] ?? 0) & UserFlag.gone) === 0;
    yield;
    const holders = countHolders(licenses.baseline, sets, isPresent);
    yield;
    const planned = current?.table.licenses.planned ?? new Uint32Array();
    for (const sku of countHolders(planned, sets, isPresent).keys()) {
      // names are never planned: who is planned to hold one was known to
      if (!holders.has(sku) && nameOfNamedSku(sku) === null) holders.set(sku, 0);
    }
    yield;
    // what a group could not give is the customer's too
    for (const sku of productsTold(licenses.baseline, sets)) {
      if (!holders.has(sku)) holders.set(sku, 0);
    }
    yield;
    const known = current?.products ?? [];
    const merged = mergeProducts(known, batch.products, holders, options.describe);
    const products = withSaidNames(merged, options.said ?? new Map());
    const groups = new Map([...(current?.groups ?? []), ...(batch.groups ?? [])]);
    return { columns, sets, products, groups, added, changed, gone };
  }
}

/** The same sets by the numbers that `to` has for them. */
function renumbered(numbers: Uint32Array, from: LicenseSets, to: LicenseSets): Uint32Array {
  if (from === to) return numbers;
  const known = new Map<number, number>();
  return numbers.map((number) => {
    const other = known.get(number) ?? to.intern(from.told(number));
    known.set(number, other);
    return other;
  });
}
