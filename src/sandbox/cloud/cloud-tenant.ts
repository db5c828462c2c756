import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import type { Sample } from '#sandbox/make-sample.ts';
import type { CloudUser } from './cloud-user.ts';

/** The sample that a tenant starts from. */
export type CloudSample = Pick<Sample, 'spec' | 'batch' | 'groupNames'>;

/** What is no longer as in the sample: all that the cloud has to keep. */
export type CloudEntry = ChangedUser | Bought;

interface ChangedUser {
  /** Counts the changes of the tenant from 1; what changed last has the highest. */
  readonly sequence: number;
  readonly user: CloudUser;
  /** As it was before, which a reading may still show a while after `at` (ms); null for a new user. */
  readonly before: CloudUser | null;
  readonly at: number;
}

/** How many licenses of a product were bought since the sample was made, all together. */
interface Bought {
  readonly sequence: number;
  readonly skuId: SkuId;
  readonly bought: number;
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
  readonly name: string;
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly #products: Map<SkuId, Product>;
  readonly #purchases = new Map<SkuId, Bought>();
  readonly #ids: string[] = [];
  readonly #users = new Map<string, CloudUser>();
  readonly #entries = new Map<string, ChangedUser>();
  readonly #consumed = new Map<SkuId, number>();
  #sequence = 0;
  #news: CloudEntry[] = [];

  /** Starts as the sample was made, and takes what was done `since`. */
  constructor({ spec, batch, groupNames }: CloudSample, since: readonly CloudEntry[]) {
    this.tenantId = spec.tenantId;
    this.name = spec.name;
    this.groups = groupNames;
    this.#products = new Map((batch.products ?? []).map((product) => [product.skuId, product]));
    for (const [skuId, { units }] of this.#products)
      this.#consumed.set(skuId, units?.consumed ?? 0);
    for (const record of batch.users ?? []) {
      const user = fromRecord(record);
      if (user === null) continue;
      this.#ids.push(user.id);
      this.#users.set(user.id, user);
    }
    this.take(since);
  }

  /** What the customer owns. */
  get products(): ReadonlyMap<SkuId, Product> {
    return this.#products;
  }

  /** The number of the last change; 0 while everything is as in the sample. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Those who were not deleted. */
  get users(): CloudUser[] {
    return this.page(0, this.#ids.length).users;
  }

  /** The number of the last change of a user that had happened by `time` (ms). */
  sequenceAt(time: number): number {
    let last = 0;
    for (const { sequence, at } of this.#entries.values()) {
      if (at <= time) last = Math.max(last, sequence);
    }
    return last;
  }

  /** Users from place `first` on, as many as `count` places hold (deleted ones leave theirs empty); `next` is null after the last. */
  page(
    first: number,
    count: number,
    now = 0,
    lag = 0,
  ): { users: CloudUser[]; next: number | null } {
    const end = first + count;
    const users = this.#ids.slice(first, end).flatMap((id) => this.user(id, now, lag) ?? []);
    return { users, next: end < this.#ids.length ? end : null };
  }

  /** Users who changed after the change of that number, deleted ones too. */
  changedSince(sequence: number): CloudUser[] {
    const entries = [...this.#entries.values()].filter((entry) => entry.sequence > sequence);
    return entries.map(({ user }) => user);
  }

  /** The user, as a reading at `now` shows it when it is `lag` ms behind; undefined when deleted or never there. */
  user(id: string, now = 0, lag = 0): CloudUser | undefined {
    const entry = lag > 0 ? this.#entries.get(id) : undefined;
    const isBehind = entry !== undefined && entry.at > now - lag;
    const user = isBehind ? (entry.before ?? undefined) : this.#users.get(id);
    return user?.deleted === true ? undefined : user;
  }

  /** How many units can be assigned; negative when more are in use than there are. */
  available(sku: SkuId): number {
    const units = this.#products.get(sku)?.units;
    return (units?.enabled ?? 0) + (units?.warning ?? 0) - this.consumed(sku);
  }

  consumed(sku: SkuId): number {
    return this.#consumed.get(sku) ?? 0;
  }

  /** The user is different (or new) from `now` on. */
  change(user: CloudUser, now: number): void {
    const before = this.#users.get(user.id) ?? null;
    const entry = { sequence: this.#sequence + 1, user, before, at: now };
    this.#put(entry);
    this.#news.push(entry);
  }

  /** Buys so many licenses of a product that is owned: what had ended can be assigned again. */
  buy(skuId: SkuId, count: number): void {
    const bought = (this.#purchases.get(skuId)?.bought ?? 0) + count;
    const entry = { sequence: this.#sequence + 1, skuId, bought };
    this.#own(entry);
    this.#news.push(entry);
  }

  /** What `change` and `buy` did since the last call. */
  takeNews(): readonly CloudEntry[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }

  /** Brings the tenant up to what was done to it elsewhere. */
  take(entries: readonly CloudEntry[]): void {
    for (const entry of entries) {
      if ('skuId' in entry) this.#own(entry);
      else if (entry.sequence > (this.#entries.get(entry.user.id)?.sequence ?? 0)) this.#put(entry);
    }
  }

  #own(entry: Bought): void {
    const { skuId, bought, sequence } = entry;
    const product = this.#products.get(skuId);
    const known = this.#purchases.get(skuId);
    if (product === undefined || sequence <= (known?.sequence ?? 0)) return;
    const units = product.units ?? {
      enabled: 0,
      warning: 0,
      suspended: 0,
      lockedOut: 0,
      consumed: 0,
    };
    const enabled = units.enabled + bought - (known?.bought ?? 0);
    this.#products.set(skuId, {
      ...product,
      capabilityStatus: 'Enabled',
      units: { ...units, enabled },
    });
    this.#purchases.set(skuId, entry);
    this.#sequence = Math.max(this.#sequence, sequence);
  }

  #put(entry: ChangedUser): void {
    const { user } = entry;
    const before = this.#users.get(user.id);
    if (before === undefined) this.#ids.push(user.id);
    for (const { skuId } of before?.deleted === false ? before.licenses : [])
      this.#count(skuId, -1);
    for (const { skuId } of user.deleted ? [] : user.licenses) this.#count(skuId, 1);
    this.#users.set(user.id, user);
    this.#entries.set(user.id, entry);
    this.#sequence = Math.max(this.#sequence, entry.sequence);
  }

  #count(sku: SkuId, by: number): void {
    this.#consumed.set(sku, this.consumed(sku) + by);
  }
}
