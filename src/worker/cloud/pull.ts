import type { Pace } from '#base/pace.ts';
import { fail, ok } from '#base/result.ts';
import { DomainCounts } from '#csv/default-domain.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { partnerTenants } from '#sandbox/sample-spec.ts';
import { getCustomer, listCustomers } from '#store/customers.ts';
import { endReached } from '#store/end-handover.ts';
import { readDelta } from '#store/pulls.ts';
import { leaseHolder } from '#store/sync-lease.ts';
import { type Bring, type Brought, type ImportTarget, writeBrought } from '#store/write-batch.ts';
import type { FoundTenant } from '#sync/find-tenants.ts';
import type { ReadFailure, ReadPorts } from '#sync/graph-get.ts';
import { pullCustomer, type Pulled, type PullMemory } from '#sync/pull-customer.ts';
import type { DescribeProduct } from '#users/merge-products.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { cloudOf } from './cloud-of.ts';
import type { PullRefusal, PullRefused, PullValue, TenantSource } from './cloud-types.ts';

const refused = (why: PullRefusal): PullRefused => ({ kind: 'pullRefused', why });

/** What reading from a cloud needs in a worker. */
export const readPorts = (now: () => number, pace: Pace, job: JobPace): ReadPorts => ({
  clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  random: { next: Math.random },
  pace,
  waits: (wait) => job.waits(wait),
});

/** What is known of a customer before a pull. */
type Subject = Pick<Customer, 'id' | 'origin' | 'tenantId' | 'defaultDomain' | 'userCount'>;

/**
 * Reads a customer from its cloud, through the same merge as imports: users keep their places, who is
 * gone is flagged, the open plan is folded on top. Nothing else is written into the customer between the
 * reading and the writing.
 */
export async function pull(desk: Desk, id: CustomerId, pace: JobPace): Promise<PullValue> {
  const customer = await getCustomer(desk.db, id);
  if (customer === null) return refused({ kind: 'gone' });
  return pullInto(desk, { kind: 'existing', id }, customer, pace);
}

/** Puts a customer that was found on this device, with all its users; the one that is there already is read again. */
export async function addTenant(
  desk: Desk,
  where: TenantSource,
  { tenantId, name, defaultDomain }: FoundTenant,
  pace: JobPace,
): Promise<PullValue> {
  const known = (await listCustomers(desk.db)).find((one) => one.tenantId === tenantId);
  if (known !== undefined) return pull(desk, known.id, pace);
  const sample = partnerTenants().find((one) => one.tenantId === tenantId);
  if (where === 'sandbox' && sample === undefined) return refused({ kind: 'notConnected' });
  const isSample = where === 'sandbox' && sample !== undefined;
  const id = isSample ? sample.id : (crypto.randomUUID() as CustomerId);
  const origin = isSample ? 'sample' : 'graph';
  const subject = { id, origin, tenantId, defaultDomain, userCount: 0 } as const;
  return pullInto(desk, { kind: 'new', id, name }, subject, pace);
}

async function pullInto(
  desk: Desk,
  target: ImportTarget,
  subject: Subject,
  pace: JobPace,
): Promise<PullValue> {
  const { db, now } = desk;
  const wire = cloudOf(desk, subject, 'pull');
  if (wire === null) return refused({ kind: 'notConnected' });
  const describe = describeBy(await knownCatalog(db));
  let isWhole = true;
  const domains = new DomainCounts();
  const isNamed = subject.defaultDomain !== null;
  const bring: Bring<ReadFailure> = async (held, take) => {
    const { tenantId, userCount } = subject;
    const start = { tenantId, hasUsers: userCount > 0, memory: await readDelta(db, subject.id) };
    const pulled = await pullCustomer(wire, start, readPorts(now, held, pace), (users, each) => {
      if (!isNamed) for (const { userPrincipalName } of users) domains.add(userPrincipalName);
      return take(users, each);
    });
    if (!pulled.ok) return fail(pulled.error);
    isWhole = pulled.value.isWhole;
    const named = subject.defaultDomain ?? domains.most;
    return ok(
      broughtBy(pulled.value, start.memory, { ...subject, defaultDomain: named, describe }),
    );
  };
  const written = await writeBrought(db, { ...target, from: 'cloud' }, bring, { now, pace });
  if (!written.ok) return refused(await whyNot(desk, subject.id, written.error));
  await endReached(db, written.value.customerId, now());
  return { kind: 'pulled', ...written.value, isWhole };
}

/** Whose pull it was. */
type PulledSubject = Pick<Subject, 'origin' | 'defaultDomain'> & {
  readonly describe: DescribeProduct;
};

/** Tells a sync from an import: the store keeps both out alike. */
async function whyNot({ db, now }: Desk, id: CustomerId, why: PullRefusal): Promise<PullRefusal> {
  if (why.kind !== 'busy') return why;
  return (await leaseHolder(db, id, now())) === null ? why : { kind: 'syncing' };
}

/** What a pull writes into its customer; `before`: what the pull before it left. */
export function broughtBy(
  { batch, isWhole, memory, subscriptions }: Pulled,
  before: PullMemory | null,
  { origin, defaultDomain, describe }: PulledSubject,
): Brought {
  const ifPartial = (isWhole ? null : before) ?? { ...memory, link: null };
  return {
    batch: { ...batch, defaultDomain, origin: origin === 'sample' ? origin : 'graph' },
    options: { wholeCustomer: isWhole, describe },
    pulled: { memory, subscriptions, readAt: batch.dataAt, ifPartial },
  };
}
