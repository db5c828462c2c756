import type { UserRecord } from '#users/user-record.ts';

/** The domain that every tenant has from the start. */
const INITIAL = /\.onmicrosoft\.(com|us|cn|de)$/;

/** Finds out the domain of most users' userPrincipalNames. */
export class DomainCounts {
  readonly #counts = new Map<string, number>();

  add(userPrincipalName: string): void {
    const domain = userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1).toLowerCase();
    this.#counts.set(domain, (this.#counts.get(domain) ?? 0) + 1);
  }

  /** In lower case; the tenant's own domains before its `*.onmicrosoft.com` one. Null without users. */
  get most(): string | null {
    const all = [...this.#counts].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
    return all.find((domain) => !INITIAL.test(domain)) ?? all[0] ?? null;
  }
}

/** The domain of most of these users, as `DomainCounts` has it. */
export function defaultDomain(users: Iterable<UserRecord>): string | null {
  const counts = new DomainCounts();
  for (const { userPrincipalName } of users) counts.add(userPrincipalName);
  return counts.most;
}
