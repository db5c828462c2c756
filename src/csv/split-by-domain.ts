import type { CustomerBatch } from '#users/customer-batch.ts';
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
  countDomains((batch.users ?? []).map((user) => user.userPrincipalName)).size > 1;

/** What a batch brings of users of these domains. A deleted user of no known name is in none. */
export function ofDomains(batch: CustomerBatch, domains: ReadonlySet<string>): CustomerBatch {
  const users = (batch.users ?? []).filter((user) => domains.has(domainOf(user.userPrincipalName)));
  const removed = (batch.removed ?? []).filter(
    ({ userPrincipalName }) =>
      userPrincipalName !== null && domains.has(domainOf(userPrincipalName)),
  );
  return { ...batch, users, removed, defaultDomain: defaultDomain(users) };
}
