import { canonicalSet } from '../../src/licenses/license-set.ts';
import type { ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import type { Refused, RemoteUser, Sending } from '../../src/sync/ports.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE, type LocationCode } from '../../src/users/usage-location.ts';

interface CloudUser {
  readonly held: ReadonlyMap<SkuId, readonly string[]>;
  readonly location: LocationCode;
}

/** One state that a user had, from `at` on. */
interface Version extends CloudUser {
  readonly at: number;
}

/** Microsoft 365 as it matters here: licenses per user, units per product, all or nothing per call. */
export class FakeCloud {
  readonly #users = new Map<UserId, Version[]>();
  readonly #free = new Map<SkuId, number>();

  constructor(users: ReadonlyMap<UserId, CloudUser>, free: ReadonlyMap<SkuId, number>) {
    for (const [id, user] of users) this.#users.set(id, [{ ...user, at: 0 }]);
    for (const [sku, units] of free) this.#free.set(sku, units);
  }

  free(sku: SkuId): number {
    return this.#free.get(sku) ?? 0;
  }

  /** What the user holds directly now. */
  path(user: UserId, sku: SkuId): DirectPath {
    return pathIn(this.#now(user), sku);
  }

  location(user: UserId): LocationCode {
    return this.#now(user).location;
  }

  /** True when the user held the product like that at some time since. */
  hadPath(user: UserId, sku: SkuId, path: DirectPath, since: number): boolean {
    const versions = this.#users.get(user) ?? [];
    return versions.some((version, i) => {
      const until = versions[i + 1]?.at ?? Infinity;
      return until >= since && isSame(pathIn(version, sku), path);
    });
  }

  /** What a reading shows that lags behind by so many ms. */
  read(userId: UserId, lag: number, now: number): RemoteUser {
    const versions = this.#users.get(userId) ?? [];
    const user = versions.findLast(({ at }) => at <= now - lag) ?? versions[0];
    const held = [...(user?.held ?? [])];
    return {
      userId,
      location: user?.location ?? LOCATION_NONE,
      licenses: canonicalSet(
        held.map(([skuId, plans]) => ({
          skuId,
          paths: [
            {
              via: { kind: 'direct' },
              disabledPlans: plans as ServicePlanId[],
              state: null,
              error: null,
            },
          ],
        })),
      ),
    };
  }

  /** Does what is asked, or says why not and does nothing. */
  land(sending: Sending, now: number): Refused | null {
    const user = this.#now(sending.userId);
    if (sending.kind === 'location') {
      this.#put(sending.userId, { ...user, location: sending.location }, now);
      return null;
    }
    if (sending.remove.some((sku) => !user.held.has(sku))) return refused('notHeld', null);
    const gained = sending.add.filter(({ skuId }) => !user.held.has(skuId));
    if (gained.length > 0 && user.location === LOCATION_NONE) return refused('location', null);
    const short = gained.find(({ skuId }) => this.free(skuId) <= 0);
    if (short) return refused('shortage', short.skuId);
    const held = new Map(user.held);
    for (const sku of sending.remove) {
      held.delete(sku);
      this.#free.set(sku, this.free(sku) + 1);
    }
    for (const { skuId } of gained) this.#free.set(skuId, this.free(skuId) - 1);
    for (const { skuId, disabledPlans } of sending.add) held.set(skuId, disabledPlans);
    this.#put(sending.userId, { ...user, held }, now);
    return null;
  }

  /** Somebody else gives or takes a license. False where no unit is left. */
  edit(user: UserId, sku: SkuId, path: DirectPath, now: number): boolean {
    const { held: before, location } = this.#now(user);
    const held = new Map(before);
    const delta = (before.has(sku) ? 1 : 0) - (path === 'absent' ? 0 : 1);
    if (this.free(sku) + delta < 0) return false;
    if (path === 'absent') held.delete(sku);
    else held.set(sku, path);
    this.#free.set(sku, this.free(sku) + delta);
    this.#put(user, { held, location }, now);
    return true;
  }

  #now(user: UserId): Version {
    const found = this.#users.get(user)?.at(-1);
    if (found === undefined) throw new Error(`no user ${user}`);
    return found;
  }

  #put(user: UserId, { held, location }: CloudUser, at: number): void {
    this.#users.get(user)?.push({ held, location, at });
  }
}

const refused = (reason: Refused['reason'], sku: SkuId | null): Refused => ({
  ...{ raw: reason, code: null, requestId: null, reason, skuId: sku },
});

const pathIn = ({ held }: CloudUser, sku: SkuId): DirectPath =>
  (held.get(sku) as readonly ServicePlanId[] | undefined) ?? 'absent';

const isSame = (one: DirectPath, other: DirectPath): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
