import type { Customer } from '#customers/customer.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { UserTable } from './user-table.ts';

/** One customer loaded into memory. */
export interface CustomerData {
  readonly customer: Customer;
  readonly table: UserTable;
  readonly sets: LicenseSets;
  /** Owned ones and ones only known to be held. */
  readonly products: readonly Product[];
  readonly groups: ReadonlyMap<GroupId, string>;
}
