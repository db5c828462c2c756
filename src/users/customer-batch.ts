import type { Pace } from '#base/pace.ts';
import type { CustomerOrigin, TenantId } from '#customers/customer.ts';
import type { GroupId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { DeletedUser } from './deleted-user.ts';
import type { ReadLicenses, UserRecord } from './user-record.ts';

/** What an import (files, sample, pull) says of a customer beside its users. Null parts are not carried. */
export interface BesideUsers {
  readonly origin: CustomerOrigin;
  readonly tenantId: TenantId | null;
  readonly defaultDomain: string | null;
  /** When the data was taken from Microsoft 365, in ms. */
  readonly dataAt: number;
  /** Users whom the source says to be gone; absent where it says nothing of that. */
  readonly removed?: readonly DeletedUser[];
  /** From `subscribedSkus`; null after a users-only import: every held product is then added with unknown units. */
  readonly products: readonly Product[] | null;
  readonly groups: ReadonlyMap<GroupId, string> | null;
}

/**
 * Takes users of an import, all at once or bit by bit; rests at a pace that counts users. `meant`: what their
 * licenses mean, where that is not what they say.
 */
export type TakeUsers = (
  users: readonly UserRecord[],
  pace: Pace,
  meant?: ReadLicenses,
) => Promise<void>;

/** The same with its users, where they come all at once; null when they are not carried. */
export interface CustomerBatch extends BesideUsers {
  readonly users: readonly UserRecord[] | null;
}
