/** What pages ask about clouds: pulling a customer, finding customers, and how the sandbox behaves. */
import type { CustomerId } from '#customers/customer.ts';
import type { AdminDeed } from '#sandbox/cloud/admin-deed.ts';
import type { CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { FoundTenant } from '#sync/find-tenants.ts';
import type { ReadFailure } from '#sync/graph-get.ts';
import type { ImportedValue } from '#worker/imports/import-types.ts';

export type { AdminDeed, CloudMood };

/** What a pull brought. */
export interface PulledValue extends ImportedValue {
  readonly kind: 'pulled';
  /** False: only who changed since the last pull was read. */
  readonly isWhole: boolean;
}

/** Why a pull, or the search for customers, brought nothing. Nothing was changed then. */
export type PullRefusal =
  | ReadFailure
  /** There is no way to a cloud of this customer yet. */
  | { readonly kind: 'notConnected' }
  /** An import or another pull of the customer runs. */
  | { readonly kind: 'busy' }
  /** A sync of the customer runs. */
  | { readonly kind: 'syncing' }
  /** The customer is no longer on this device. */
  | { readonly kind: 'gone' };

export interface PullRefused {
  readonly kind: 'pullRefused';
  readonly why: PullRefusal;
}

export type PullValue = PulledValue | PullRefused;

/** Where customers are looked for: at the partner who is signed in, or at the samples' own. */
export type TenantSource = 'microsoft365' | 'sandbox';

/** A customer that the partner has. */
export interface TenantView extends FoundTenant {
  /** Null: it is not on this device yet. */
  readonly customerId: CustomerId | null;
}

/** Which customers the partner has. */
export type TenantsValue =
  { readonly kind: 'tenants'; readonly tenants: readonly TenantView[] } | PullRefused;

/** So many licenses of a product. */
export interface Bought {
  readonly skuId: SkuId;
  readonly count: number;
}
