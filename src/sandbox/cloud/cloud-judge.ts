import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import type { CloudFacts } from './cloud-facts.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

/** The service plans that are on for the user by any path, each with its product. */
function switchedOn(licenses: LicenseSet, tenant: CloudTenant): Map<ServicePlanId, SkuId> {
  const on = new Map<ServicePlanId, SkuId>();
  for (const { skuId, paths } of licenses) {
    for (const { id, appliesTo } of tenant.products.get(skuId)?.servicePlans ?? []) {
      const isOn = paths.some(({ disabledPlans }) => disabledPlans?.includes(id) !== true);
      if (appliesTo === 'User' && isOn) on.set(id, skuId);
    }
  }
  return on;
}

const gained = (before: LicenseSet, after: LicenseSet): Assignment[] =>
  after.filter(({ skuId }) => !before.some((held) => held.skuId === skuId));

/**
 * Why the cloud does not let the user hold `after`, in the words of Microsoft Graph; null when it does.
 * Judges only what the call changed: what was wrong before is left alone.
 */
export function refusalOf(
  user: CloudUser,
  after: LicenseSet,
  tenant: CloudTenant,
  facts: CloudFacts,
): string | null {
  const news = gained(user.licenses, after);
  if (news.length > 0 && user.usageLocation === null) {
    return 'License assignment cannot be done for user with invalid usage location.';
  }
  const on = switchedOn(after, tenant);
  const before = switchedOn(user.licenses, tenant);
  const isNew = (plan: ServicePlanId): boolean => on.has(plan) && !before.has(plan);

  const prohibited = facts.prohibited.find(
    ({ plan, location }) => isNew(plan) && location === user.usageLocation,
  );
  if (prohibited) {
    return `License assignment failed: service plan ${prohibited.plan} is prohibited in the usage location of the user.`;
  }
  const pair = facts.excludes.find(
    ([one, other]) => on.has(one) && on.has(other) && (isNew(one) || isNew(other)),
  );
  if (pair) {
    return `License assignment failed because service plans ${pair.join(',')} are mutually exclusive`;
  }
  const lacking = facts.requires.find(({ plan, anyOf }) => {
    const isMet = anyOf.some((base) => on.has(base));
    return on.has(plan) && !isMet && (isNew(plan) || anyOf.some((base) => before.has(base)));
  });
  if (lacking) {
    return `License assignment failed because service plan ${lacking.plan} depends on the service plan(s) ${lacking.anyOf.join(', ')}`;
  }
  const short = news.find(({ skuId }) => tenant.available(skuId) <= 0);
  if (short) return `Subscription with SKU ${short.skuId} does not have any available licenses.`;
  return null;
}
