import { fail, ok, type Result } from '#base/result.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import type { TenantId } from '#customers/customer.ts';
import type { Subscription } from '#licenses/subscription.ts';
import type { BesideUsers, TakeUsers } from '#users/customer-batch.ts';
import type { GraphWire } from './graph-call.ts';
import { GraphGet, type ReadFailure, type ReadPorts } from './graph-get.ts';
import { groupNames, HoldingGroups } from './pull-groups.ts';
import { ownedProducts, subscriptions } from './pull-products.ts';
import {
  allUsers,
  changedUsers,
  namedUsers,
  watchFromNow,
  type PulledUsers,
} from './pull-users.ts';

/** What is kept from one pull to the next. */
export interface PullMemory {
  /** Tells who changed since; null: the cloud gave none. */
  readonly link: string | null;
  /** When everybody was read last, in ms. */
  readonly wholeAt: number;
}

/** A customer as the cloud has it now, beside its users. */
export interface Pulled {
  readonly batch: BesideUsers;
  /** True when everybody came: who did not is gone. */
  readonly isWhole: boolean;
  /** Null where it could not be read. */
  readonly subscriptions: readonly Subscription[] | null;
  readonly memory: PullMemory;
}

/** What is known of the customer before the pull. */
export interface PullStart {
  readonly tenantId: TenantId | null;
  readonly hasUsers: boolean;
  /** Of the last pull; null when everybody is to be read. */
  readonly memory: PullMemory | null;
}

/** After so long everybody is read again, since what changed only inside a group may not be told, in ms. */
const WHOLE_AGAIN = 86_400_000;
/** More who changed than this are read quicker with everybody else. */
const MANY = 2_000;

interface Read extends PulledUsers {
  readonly isWhole: boolean;
  readonly memory: PullMemory;
}

/**
 * Reads a customer: everybody the first time, after a day, and when the link of the last pull is too
 * old; else only who changed. Users are given to `take` as they come; what it was given is void unless
 * the reading ends well. The data is as old as the moment when the pull began. Throws `Cancelled` when
 * the pace does.
 */
export async function pullCustomer(
  wire: GraphWire,
  start: PullStart,
  ports: ReadPorts,
  take: TakeUsers,
): Promise<Result<Pulled, ReadFailure>> {
  const get = new GraphGet(wire, ports);
  const now = ports.clock.now();
  // first what is quick and refuses a wrong tenant
  const products = await ownedProducts(get, start.tenantId);
  if (!products.ok) return products;
  const ends = await subscriptions(get);
  if (!ends.ok) return ends;
  const holding = new HoldingGroups();
  const reading: PullReading = {
    get,
    licenses: new LicenseReader(),
    now,
    take: (users, pace) => {
      holding.add(users);
      return take(users, pace);
    },
  };
  const since = await changesSince(reading, start.memory);
  if (!since.ok) return since;
  const read = since.value === null ? await everybody(reading) : ok(since.value);
  if (!read.ok) return read;
  const { count, removed, isWhole, memory } = read.value;
  // a tenant has at least the one who signed in
  if (isWhole && count === 0 && start.hasUsers) {
    return fail({ kind: 'badAnswer', problem: null });
  }
  const groups = await groupNames(get, holding.ids());
  if (!groups.ok) return groups;
  const batch: BesideUsers = {
    origin: 'graph',
    tenantId: start.tenantId,
    defaultDomain: null,
    dataAt: now,
    removed: removed.map((id) => ({ objectId: id, userPrincipalName: null })),
    products: products.value,
    groups: groups.value,
  };
  return ok({ batch, isWhole, subscriptions: ends.value, memory });
}

/** What reads users, and where they go. */
interface PullReading {
  readonly get: GraphGet;
  readonly licenses: LicenseReader;
  readonly take: TakeUsers;
  readonly now: number;
}

async function everybody({
  get,
  licenses,
  take,
  now,
}: PullReading): Promise<Result<Read, ReadFailure>> {
  // what changes while the pages are read is told by the link
  const link = await watchFromNow(get);
  if (!link.ok) return link;
  const all = await allUsers(get, licenses, take);
  if (!all.ok) return all;
  return ok({ ...all.value, isWhole: true, memory: { link: link.value, wholeAt: now } });
}

/** Null when everybody has to be read. */
async function changesSince(
  { get, licenses, take, now }: PullReading,
  memory: PullMemory | null,
): Promise<Result<Read | null, ReadFailure>> {
  if (memory === null || memory.link === null) return ok(null);
  if (now - memory.wholeAt >= WHOLE_AGAIN) return ok(null);
  const since = await changedUsers(get, memory.link);
  if (!since.ok) return since;
  if (since.value === null || since.value.link === null || since.value.changed.size > MANY) {
    return ok(null);
  }
  const named = await namedUsers(get, since.value.changed, licenses, take);
  if (!named.ok) return named;
  return ok({
    count: named.value.count,
    removed: [...since.value.removed, ...named.value.removed],
    isWhole: false,
    memory: { link: since.value.link, wholeAt: memory.wholeAt },
  });
}
