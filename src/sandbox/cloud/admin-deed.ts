import type { GroupId, SkuId } from '#licenses/ids.ts';
import {
  assignmentOf,
  canonicalSet,
  directPath,
  groupsOf,
  type Path,
} from '#licenses/license-set.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

/** What another administrator can do to a user. */
export type AdminDeed =
  'changesLicense' | 'givesThroughGroup' | 'changesLocation' | 'renames' | 'deletes';

const LOCATIONS = ['SE', 'NO', 'DE', 'NL', 'US', 'JP'] as const;
const FAMILY_NAMES = ['Berg', 'Costa', 'Moreau', 'Novak', 'Tanaka', 'Virtanen'] as const;

/** One of the list; undefined for an empty one. `next` gives numbers from 0 up to 1. */
export function pick<T>(list: readonly T[], next: () => number): T | undefined {
  return list[Math.floor(next() * list.length)];
}

function withPaths(user: CloudUser, skuId: SkuId, paths: readonly Path[]): CloudUser {
  const others = user.licenses.filter((held) => held.skuId !== skuId);
  return { ...user, licenses: canonicalSet([...others, { skuId, paths }]) };
}

const pathBy = (via: Path['via'], disabledPlans: Path['disabledPlans']): Path => ({
  via,
  disabledPlans,
  state: 'Active',
  error: null,
});

/** True where the product is not held and there is one left. */
export const canGet = (user: CloudUser, skuId: SkuId, tenant: CloudTenant): boolean =>
  user.usageLocation !== null &&
  tenant.products.get(skuId)?.appliesTo === 'User' &&
  assignmentOf(user.licenses, skuId) === undefined &&
  tenant.available(skuId) > 0;

/** The user with the product, directly and with everything on. */
export const withLicense = (user: CloudUser, skuId: SkuId): CloudUser =>
  withPaths(user, skuId, [pathBy({ kind: 'direct' }, [])]);

/** The user without the direct copy of the product; null where there is none. */
export function withoutLicense(user: CloudUser, skuId: SkuId): CloudUser | null {
  const held = assignmentOf(user.licenses, skuId);
  if (held === undefined || directPath(held) === undefined) return null;
  return withPaths(
    user,
    skuId,
    held.paths.filter(({ via }) => via.kind !== 'direct'),
  );
}

/** Switches the first service plan of the direct copy over: off where it is on, and back. */
function withPlanSwitched(user: CloudUser, skuId: SkuId, tenant: CloudTenant): CloudUser | null {
  const held = assignmentOf(user.licenses, skuId);
  const path = directPath(held);
  const plans = tenant.products.get(skuId)?.servicePlans ?? [];
  const plan = plans.find(({ appliesTo }) => appliesTo === 'User')?.id;
  if (held === undefined || path === undefined || plan === undefined) return null;
  const off = path.disabledPlans ?? [];
  const disabledPlans = off.includes(plan) ? off.filter((one) => one !== plan) : [...off, plan];
  const others = held.paths.filter((one) => one !== path);
  return withPaths(user, skuId, [...others, pathBy({ kind: 'direct' }, disabledPlans)]);
}

/** A group that does not give the product yet does so, beside the direct copy. */
function withGroup(
  user: CloudUser,
  skuId: SkuId,
  { groups }: CloudTenant,
  next: () => number,
): CloudUser | null {
  const held = assignmentOf(user.licenses, skuId);
  if (directPath(held) === undefined) return null;
  const known: readonly GroupId[] = groupsOf(held);
  const groupId = pick(
    [...groups.keys()].filter((id) => !known.includes(id)),
    next,
  );
  if (groupId === undefined) return null;
  return withPaths(user, skuId, [...(held?.paths ?? []), pathBy({ kind: 'group', groupId }, [])]);
}

/** The user by another family name; addresses stay unique by the user's id. */
function renamed(user: CloudUser, next: () => number): CloudUser {
  const [given = ''] = user.displayName.split(' ');
  const names = FAMILY_NAMES.filter((name) => !user.displayName.endsWith(name));
  const family = pick(names, next) ?? FAMILY_NAMES[0];
  const [local = '', domain = ''] = user.userPrincipalName.split('@');
  const [first = ''] = local.split('.');
  const userPrincipalName = `${first}.${family.toLowerCase()}.${user.id.slice(-4)}@${domain}`;
  return { ...user, displayName: `${given} ${family}`, userPrincipalName };
}

/**
 * The user after the deed; null where there is nothing to do it to. `skuId`: the product that it is about,
 * where it is about one.
 */
export function doDeed(
  deed: AdminDeed,
  { user, skuId }: { readonly user: CloudUser; readonly skuId: SkuId | undefined },
  { tenant, next }: { readonly tenant: CloudTenant; readonly next: () => number },
): CloudUser | null {
  switch (deed) {
    case 'changesLicense':
      if (skuId === undefined) return null;
      if (canGet(user, skuId, tenant)) return withLicense(user, skuId);
      return withPlanSwitched(user, skuId, tenant);
    case 'givesThroughGroup':
      return skuId === undefined ? null : withGroup(user, skuId, tenant, next);
    case 'changesLocation': {
      const places = LOCATIONS.filter((place) => place !== user.usageLocation);
      return { ...user, usageLocation: pick(places, next) ?? null };
    }
    case 'renames':
      return renamed(user, next);
    case 'deletes':
      return { ...user, deleted: true };
  }
}
