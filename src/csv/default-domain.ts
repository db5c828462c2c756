import type { UserRecord } from '#users/user-record.ts';

/** The domain that every tenant has from the start. */
const INITIAL = /\.onmicrosoft\.(com|us|cn|de)$/;

/**
 * The domain of most users' userPrincipalNames, lower case; the tenant's own domains before its
 * `*.onmicrosoft.com` one. Null without users.
 */
export function defaultDomain(users: Iterable<UserRecord>): string | null {
  const counts = new Map<string, number>();
  for (const { userPrincipalName } of users) {
    const domain = userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
  return all.find((domain) => !INITIAL.test(domain)) ?? all[0] ?? null;
}
