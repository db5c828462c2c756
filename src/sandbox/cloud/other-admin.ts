import type { SkuId } from '#licenses/ids.ts';
import { canonicalSet, directPath } from '#licenses/license-set.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

/** How often the other administrator does something: once in so many requests. */
const EVERY = 12;

const LOCATIONS = ['SE', 'NO', 'DE', 'NL', 'US', 'JP'] as const;

function pick<T>(list: readonly T[], next: () => number): T | undefined {
  return list[Math.floor(next() * list.length)];
}

function withLicense(user: CloudUser, skuId: SkuId): CloudUser {
  const via = { kind: 'direct' } as const;
  const path = { via, disabledPlans: [], state: 'Active', error: null };
  return { ...user, licenses: canonicalSet([...user.licenses, { skuId, paths: [path] }]) };
}

function withoutLicense(user: CloudUser, next: () => number): CloudUser | null {
  const direct = user.licenses.filter((held) => directPath(held) !== undefined);
  const taken = pick(direct, next);
  if (taken === undefined) return null;
  const paths = taken.paths.filter(({ via }) => via.kind !== 'direct');
  const others = user.licenses.filter((held) => held !== taken);
  const rest = paths.length > 0 ? [{ ...taken, paths }] : [];
  return { ...user, licenses: canonicalSet([...others, ...rest]) };
}

function actOn(user: CloudUser, tenant: CloudTenant, next: () => number): CloudUser | null {
  const chance = next();
  if (chance < 0.4) return withoutLicense(user, next);
  if (chance < 0.75) {
    const free = [...tenant.products.values()].filter(
      ({ skuId, appliesTo }) =>
        appliesTo === 'User' &&
        tenant.available(skuId) > 0 &&
        !user.licenses.some((held) => held.skuId === skuId),
    );
    const given = user.usageLocation === null ? undefined : pick(free, next);
    return given === undefined ? null : withLicense(user, given.skuId);
  }
  if (chance < 0.95) return { ...user, usageLocation: pick(LOCATIONS, next) ?? null };
  return { ...user, deleted: true };
}

/**
 * Another administrator, who now and then gives or takes a license, sets a usage location or deletes a
 * user: every other time the one who is being asked for (`near`), so that plans meet it. `next` gives
 * numbers from 0 up to 1, `now` is in ms.
 */
export function otherAdminActs(
  tenant: CloudTenant,
  near: string | null,
  next: () => number,
  now: number,
): void {
  if (next() * EVERY >= 1) return;
  const isNear = near !== null && next() < 0.5;
  const user = isNear ? tenant.user(near) : pick(tenant.users, next);
  const changed = user && actOn(user, tenant, next);
  if (changed) tenant.change(changed, now);
}
