import { STEP, type Steps } from '#base/steps.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { defaultAmong, domainOf, domainsOfUsers } from './default-domain.ts';

/** Domains and how many users each has, most first. */
const mostFirst = (counts: Iterable<readonly [string, number]>): [string, number][] =>
  Array.from(counts, ([domain, users]): [string, number] => [domain, users]).sort(
    ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
  );

/**
 * How many users are of each domain, most first; none where the batch cannot be of several customers: only
 * users can, of more than one domain and of no known tenant.
 */
export function* domainsToSplit(batch: CustomerBatch): Steps<ReadonlyMap<string, number>> {
  const { tenantId, products, groups, users } = batch;
  if (tenantId !== null || products !== null || groups !== null) return new Map();
  const { all } = yield* domainsOfUsers(users ?? []);
  return new Map(all.size > 1 ? mostFirst(all) : []);
}

/** Those of a known name by its domain, in their order. */
function* grouped<T extends { readonly userPrincipalName: string | null }>(
  all: readonly T[],
): Steps<ReadonlyMap<string, readonly T[]>> {
  const groups = new Map<string, T[]>();
  for (const [i, one] of all.entries()) {
    if (i % STEP === 0) yield;
    if (one.userPrincipalName === null) continue;
    const domain = domainOf(one.userPrincipalName);
    const same = groups.get(domain);
    if (same === undefined) groups.set(domain, [one]);
    else same.push(one);
  }
  return groups;
}

/** Tells what a batch brings of users of some domains. A deleted user of no known name is in none. */
export function* byDomains(
  batch: CustomerBatch,
): Steps<(domains: readonly string[]) => CustomerBatch> {
  const users = yield* grouped(batch.users ?? []);
  const removed = yield* grouped(batch.removed ?? []);
  return (domains) => {
    const counts = domains.map((domain) => [domain, users.get(domain)?.length ?? 0] as const);
    const present = counts.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
    return {
      ...batch,
      users: domains.flatMap((domain) => users.get(domain) ?? []),
      removed: domains.flatMap((domain) => removed.get(domain) ?? []),
      defaultDomain: defaultAmong(present.map(([domain]) => domain)),
    };
  };
}
