import { canonicalSet, type Path } from '../../src/licenses/license-set.ts';
import type { GroupId, ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import type { Refused, RemoteUser, Sending } from '../../src/sync/ports.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE, type LocationCode } from '../../src/users/usage-location.ts';

/** A user with what is held directly, and what the group gives (true), or could not give (false). */
export interface CloudUser {
  readonly held: ReadonlyMap<SkuId, readonly ServicePlanId[]>;
  readonly byGroup: ReadonlyMap<SkuId, boolean>;
  readonly location: LocationCode;
  readonly isDeleted: boolean;
}

/** The one group that gives licenses. */
const GROUP = 'd0000000-0000-4000-8000-000000000001' as GroupId;

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

  /** True when the user held the product like that, or through the group, at some time since. */
  hadPath(user: UserId, sku: SkuId, path: DirectPath, since: number): boolean {
    const versions = this.#users.get(user) ?? [];
    return versions.some((version, i) => {
      const until = versions[i + 1]?.at ?? Infinity;
      const isInherited = path !== 'absent' && version.byGroup.get(sku) === true;
      return until >= since && (isInherited || isSame(pathIn(version, sku), path));
    });
  }

  /** True when something of the user changed after one time and up to another. */
  changed(user: UserId, after: number, until: number): boolean {
    return (this.#users.get(user) ?? []).some(({ at }) => at > after && at <= until);
  }

  /** What a reading shows that lags behind by so many ms; null for who is deleted. */
  read(userId: UserId, lag: number, now: number): RemoteUser | null {
    const versions = this.#users.get(userId) ?? [];
    const user = versions.findLast(({ at }) => at <= now - lag) ?? versions[0];
    if (user === undefined || user.isDeleted) return null;
    const direct = [...user.held].map(([skuId, disabledPlans]) => ({
      skuId,
      paths: [pathOf({ via: { kind: 'direct' }, disabledPlans })],
    }));
    const inherited = [...user.byGroup].map(([skuId, isGiven]) => {
      const failed = isGiven ? {} : { state: 'Error', error: 'CountViolation' };
      const via = { kind: 'group', groupId: GROUP } as const;
      return { skuId, paths: [pathOf({ via, disabledPlans: [], ...failed })] };
    });
    const licenses = canonicalSet([...direct, ...inherited]);
    return { userId, location: user.location, licenses };
  }

  /** Does what is asked, or says why not and does nothing. */
  land(sending: Sending, now: number): Refused | null {
    const user = this.#now(sending.userId);
    if (user.isDeleted) return refused('notFound', null);
    if (sending.kind === 'location') {
      this.#put(sending.userId, { ...user, location: sending.location }, now);
      return null;
    }
    if (sending.remove.some((sku) => !user.held.has(sku))) return refused('notHeld', null);
    const gained = sending.add.filter(({ skuId }) => !holds(user, skuId));
    if (gained.length > 0 && user.location === LOCATION_NONE) return refused('location', null);
    const short = gained.find(({ skuId }) => this.free(skuId) <= 0);
    if (short) return refused('shortage', short.skuId);
    const held = new Map(user.held);
    for (const sku of sending.remove) held.delete(sku);
    for (const { skuId, disabledPlans } of sending.add) {
      held.set(skuId, disabledPlans as readonly ServicePlanId[]);
    }
    this.#put(sending.userId, { ...user, held }, now);
    return null;
  }

  /** Somebody else gives or takes a license. False where no unit is left. */
  edit(user: UserId, sku: SkuId, path: DirectPath, now: number): boolean {
    const before = this.#now(user);
    const isGained = path !== 'absent' && !holds(before, sku);
    if (before.isDeleted || (isGained && this.free(sku) <= 0)) return false;
    const held = new Map(before.held);
    if (path === 'absent') held.delete(sku);
    else held.set(sku, path);
    this.#put(user, { ...before, held }, now);
    return true;
  }

  /**
   * Somebody puts the user into the group that gives a product, where it can give one, or takes the user out. True
   * where the group gives it then.
   */
  regroup(user: UserId, sku: SkuId, now: number): boolean {
    const before = this.#now(user);
    const byGroup = new Map(before.byGroup);
    const isGiven = holds(before, sku) || this.free(sku) > 0;
    if (!byGroup.delete(sku)) byGroup.set(sku, isGiven);
    this.#put(user, { ...before, byGroup }, now);
    return byGroup.get(sku) === true;
  }

  /** Somebody else sets the usage location. */
  move(user: UserId, location: LocationCode, now: number): void {
    this.#put(user, { ...this.#now(user), location }, now);
  }

  /** Somebody deletes the user, whose licenses are free again. */
  delete(user: UserId, now: number): void {
    this.#put(user, { ...this.#now(user), isDeleted: true }, now);
  }

  #now(user: UserId): Version {
    const found = this.#users.get(user)?.at(-1);
    if (found === undefined) throw new Error(`no user ${user}`);
    return found;
  }

  #put(id: UserId, user: CloudUser, at: number): void {
    const before = this.#now(id);
    for (const [sku, units] of this.#free) {
      this.#free.set(sku, units + Number(holds(before, sku)) - Number(holds(user, sku)));
    }
    this.#users.get(id)?.push({ ...user, at });
  }
}

/** True where the user has the product, by any path. */
const holds = ({ held, byGroup, isDeleted }: CloudUser, sku: SkuId): boolean =>
  !isDeleted && (held.has(sku) || byGroup.get(sku) === true);

const pathOf = (path: Pick<Path, 'via' | 'disabledPlans'> & Partial<Path>): Path => ({
  state: 'Active',
  error: null,
  ...path,
});

const refused = (reason: Refused['reason'], sku: SkuId | null): Refused => ({
  ...{ raw: reason, code: null, requestId: null, reason, skuId: sku },
});

const pathIn = ({ held }: CloudUser, sku: SkuId): DirectPath => held.get(sku) ?? 'absent';

const isSame = (one: DirectPath, other: DirectPath): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
