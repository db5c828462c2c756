import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import type { CloudUser } from './cloud-user.ts';

/** What happened in the cloud since the sample was made: all that has to be kept. */
export interface CloudHistory {
  /** Users as they are now, only those that changed. */
  readonly users: readonly CloudUser[];
}

/** A reading may show what was before `at` for a while. */
interface Version {
  readonly user: CloudUser;
  readonly at: number;
}

const fromRecord = (record: UserRecord): CloudUser | null =>
  record.objectId === null
    ? null
    : {
        id: record.objectId,
        userPrincipalName: record.userPrincipalName,
        displayName: record.displayName ?? record.userPrincipalName,
        mail: record.mail === '' ? null : record.mail,
        department: record.department === '' ? null : record.department,
        blocked: record.blocked === true,
        guest: record.guest === true,
        usageLocation: locationLetters(record.usageLocation),
        licenses: record.licenses ?? [],
        deleted: false,
      };

/**
 * One tenant of the sandbox's cloud: the sample customer's users and products, and what was done to
 * them since. Units are counted from what users hold.
 */
export class CloudTenant {
  readonly tenantId: string;
  readonly products: ReadonlyMap<SkuId, Product>;
  readonly groups: CustomerBatch['groups'];
  readonly #users = new Map<string, CloudUser>();
  readonly #before = new Map<string, Version>();
  readonly #consumed = new Map<SkuId, number>();
  readonly #changed = new Set<string>();

  constructor(tenantId: string, { users, products, groups }: CustomerBatch, since: CloudHistory) {
    this.tenantId = tenantId;
    this.groups = groups;
    this.products = new Map((products ?? []).map((product) => [product.skuId, product]));
    for (const [skuId, { units }] of this.products) this.#consumed.set(skuId, units?.consumed ?? 0);
    for (const record of users ?? []) {
      const user = fromRecord(record);
      if (user !== null) this.#users.set(user.id, user);
    }
    for (const user of since.users) this.#put(user);
  }

  /** Those who were not deleted. */
  get users(): CloudUser[] {
    return [...this.#users.values()].filter(({ deleted }) => !deleted);
  }

  /** What was changed since the sample was made. */
  get history(): CloudHistory {
    return { users: [...this.#changed].flatMap((id) => this.#users.get(id) ?? []) };
  }

  /** The user, as a reading at `now` shows it when it is `lag` ms behind; undefined when deleted or never there. */
  user(id: string, now = 0, lag = 0): CloudUser | undefined {
    const before = lag > 0 ? this.#before.get(id) : undefined;
    const user = before && before.at > now - lag ? before.user : this.#users.get(id);
    return user?.deleted === true ? undefined : user;
  }

  /** How many units can be assigned; negative when more are in use than there are. */
  available(sku: SkuId): number {
    const units = this.products.get(sku)?.units;
    return (units?.enabled ?? 0) + (units?.warning ?? 0) - this.consumed(sku);
  }

  consumed(sku: SkuId): number {
    return this.#consumed.get(sku) ?? 0;
  }

  /** The user is different from `now` on. */
  change(user: CloudUser, now: number): void {
    const before = this.#users.get(user.id);
    if (before) this.#before.set(user.id, { user: before, at: now });
    this.#put(user);
  }

  #put(user: CloudUser): void {
    const before = this.#users.get(user.id);
    for (const { skuId } of before?.deleted === false ? before.licenses : [])
      this.#count(skuId, -1);
    for (const { skuId } of user.deleted ? [] : user.licenses) this.#count(skuId, 1);
    this.#users.set(user.id, user);
    this.#changed.add(user.id);
  }

  #count(sku: SkuId, by: number): void {
    this.#consumed.set(sku, this.consumed(sku) + by);
  }
}
