/** The licenses of a customer and of a user as the page shows them, with their names. */
import type { EntitlementRow } from '#csv/entitlement-export.ts';
import type { PurchaseRow } from '#csv/purchase-export.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { LicenseErrorCause } from '#licenses/license-errors.ts';
import type { CapabilityStatus } from '#licenses/product.ts';
import type { Units } from '#licenses/units.ts';
import type { NotAssignableReason } from '#rules/not-assignable.ts';

export interface ServicePlanView {
  readonly id: ServicePlanId;
  readonly name: string;
  readonly partName: string;
  /** False: acts for the whole tenant, shown but not switchable. */
  readonly switchable: boolean;
}

export interface ProductView {
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly appliesTo: 'User' | 'Company' | null;
  readonly status: CapabilityStatus | null;
  readonly units: Units | null;
  readonly unitsTyped: boolean;
  /** Null: no source listed them. */
  readonly servicePlans: readonly ServicePlanView[] | null;
  /** Why nobody can be given it; null where nothing that is known forbids it. */
  readonly notAssignable: NotAssignableReason | null;
}

/** A product on the customer's page. Counts are of the planned state. */
export interface EntitlementView extends ProductView, Omit<EntitlementRow, keyof ProductView> {
  readonly customerId: CustomerId;
  readonly sample: boolean;
}

/** The same on All customers' licenses, which says nothing of service plans: with them, all rows would be many times as much. */
export type LicenseRow = Omit<EntitlementView, 'servicePlans'>;

/** A license on a user's row or page. */
export interface HeldView {
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly direct: boolean;
  readonly groups: readonly { readonly id: GroupId; readonly name: string | null }[];
  /** True where no source said how the user got it. */
  readonly pathUnknown: boolean;
  /** Where planned and last known differ. */
  readonly planned: 'same' | 'added' | 'removed' | 'changed';
  /** Union over paths; null: not in this file. */
  readonly servicePlansOff: readonly ServicePlanView[] | null;
  readonly errors: readonly string[];
}

/** A license that the cloud could not give a user, or of which nobody knows whether it does. */
export interface LicenseErrorView {
  readonly skuId: SkuId;
  readonly name: string;
  /** The group that was to give it; null: it was assigned directly. */
  readonly group: { readonly id: GroupId; readonly name: string | null } | null;
  readonly cause: LicenseErrorCause;
  /** What the cloud says of it, in its own word. */
  readonly code: string;
}

/** Names by id for texts that mention ids (issues, causes). */
export interface NamesView {
  readonly products: Readonly<Record<SkuId, string>>;
  readonly servicePlans: Readonly<Record<ServicePlanId, string>>;
  readonly groups: Readonly<Record<GroupId, string>>;
}

/** A line of a customer's buy list. */
export interface PurchaseView extends PurchaseRow {
  readonly customerId: CustomerId;
  /** The sample cloud sells what such a customer is to buy. */
  readonly isSample: boolean;
  readonly skuId: SkuId;
}
