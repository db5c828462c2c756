import type { CustomerBatch } from '#users/customer-batch.ts';
import type { UserRecord } from '#users/user-record.ts';
import { defaultDomain } from './default-domain.ts';

/** The domain of an address, in lower case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** How many of the addresses are of each domain, most first. */
export function countDomains(addresses: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const domain = domainOf(address);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** True for what may be of several customers: only users, of more than one domain and of no known tenant. */
export const canSplit = (batch: CustomerBatch): boolean =>
  batch.tenantId === null &&
  batch.products === null &&
  batch.groups === null &&
  haveSeveralDomains(batch.users ?? []);

function haveSeveralDomains(users: readonly UserRecord[]): boolean {
  const [first] = users;
  const domain = domainOf(first?.userPrincipalName ?? '');
  return users.some(({ userPrincipalName }) => domainOf(userPrincipalName) !== domain);
}

/** Those of a known name by its domain, in their order. */
function grouped<T extends { readonly userPrincipalName: string | null }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    if (one.userPrincipalName === null) continue;
    const domain = domainOf(one.userPrincipalName);
    const same = groups.get(domain);
    if (same === undefined) groups.set(domain, [one]);
    else same.push(one);
  }
  return groups;
}

/** Tells what a batch brings of users of some domains. A deleted user of no known name is in none. */
export function byDomains(batch: CustomerBatch): (domains: readonly string[]) => CustomerBatch {
  const users = grouped(batch.users ?? []);
  const removed = grouped(batch.removed ?? []);
  return (domains) => {
    const some = domains.flatMap((domain) => users.get(domain) ?? []);
    return {
      ...batch,
      users: some,
      removed: domains.flatMap((domain) => removed.get(domain) ?? []),
      defaultDomain: defaultDomain(some),
    };
  };
}
