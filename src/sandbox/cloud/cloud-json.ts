import { heldIn } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

/** The `user` that Graph shows; a property that was not asked for is left out. */
export function userJson(user: CloudUser, select: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    displayName: user.displayName,
    mail: user.mail,
    department: user.department,
    accountEnabled: !user.blocked,
    userType: user.guest ? 'Guest' : 'Member',
    usageLocation: user.usageLocation,
    assignedLicenses: heldIn(user.licenses).map(({ skuId, paths }) => {
      // what no path has on
      const [first, ...others] = paths.map(({ disabledPlans }) => disabledPlans ?? []);
      const disabledPlans = (first ?? []).filter((plan) =>
        others.every((off) => off.includes(plan)),
      );
      return { skuId, disabledPlans };
    }),
    licenseAssignmentStates: user.licenses.flatMap(({ skuId, paths }) =>
      paths.map(({ via, disabledPlans, state, error }) => ({
        skuId,
        assignedByGroup: via.kind === 'group' ? via.groupId : null,
        disabledPlans: disabledPlans ?? [],
        state: state ?? 'Active',
        error: error ?? 'None',
      })),
    ),
  };
  return Object.fromEntries(select.map((name) => [name, all[name] ?? null]));
}

/** The `subscribedSku` that Graph shows. */
export function productJson(product: Product, tenant: CloudTenant): Record<string, unknown> {
  const { skuId, skuPartNumber, appliesTo, capabilityStatus, units, servicePlans } = product;
  return {
    id: `${tenant.tenantId}_${skuId}`,
    accountId: tenant.tenantId,
    appliesTo,
    capabilityStatus,
    consumedUnits: tenant.consumed(skuId),
    prepaidUnits: {
      enabled: units?.enabled ?? 0,
      warning: units?.warning ?? 0,
      suspended: units?.suspended ?? 0,
      lockedOut: units?.lockedOut ?? 0,
    },
    servicePlans: (servicePlans ?? []).map((plan) => ({
      servicePlanId: plan.id,
      servicePlanName: plan.partName,
      provisioningStatus: 'Success',
      appliesTo: plan.appliesTo,
    })),
    skuId,
    skuPartNumber,
  };
}
