import { directPath } from '#licenses/license-set.ts';
import { canGet, doDeed, pick, withLicense, withoutLicense } from './admin-deed.ts';
import type { CloudTenant } from './cloud-tenant.ts';
import type { CloudUser } from './cloud-user.ts';

/** How often the other administrator does something: once in so many requests. */
const EVERY = 12;

function actOn(user: CloudUser, tenant: CloudTenant, next: () => number): CloudUser | null {
  const chance = next();
  const direct = user.licenses.filter((held) => directPath(held) !== undefined);
  const held = pick(direct, next)?.skuId;
  if (chance < 0.35) return held === undefined ? null : withoutLicense(user, held);
  if (chance < 0.65) {
    const free = [...tenant.products.keys()].filter((skuId) => canGet(user, skuId, tenant));
    const given = pick(free, next);
    return given === undefined ? null : withLicense(user, given);
  }
  if (chance < 0.8) return doDeed('changesLocation', { user, skuId: undefined }, { tenant, next });
  if (chance < 0.87) return doDeed('renames', { user, skuId: undefined }, { tenant, next });
  if (chance < 0.95) return doDeed('givesThroughGroup', { user, skuId: held }, { tenant, next });
  return doDeed('deletes', { user, skuId: undefined }, { tenant, next });
}

/**
 * Another administrator, who now and then gives or takes a license, has a group give it, sets a usage
 * location, renames or deletes a user: every other time the one who is being asked for (`near`), so that
 * plans meet it. `next` gives numbers from 0 up to 1, `now` is in ms.
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
