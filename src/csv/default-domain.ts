import { STEP, type Steps } from '#base/steps.ts';

/** The domain that every tenant has from the start. */
const INITIAL = /\.onmicrosoft\.(com|us|cn|de)$/;

/** The domain of an address, in lower case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Of domains, most users first: the tenant's own before its `*.onmicrosoft.com` one. Null without any. */
export const defaultAmong = (domains: readonly string[]): string | null =>
  domains.find((domain) => !INITIAL.test(domain)) ?? domains[0] ?? null;

/** Counts userPrincipalNames by their domain. */
export class DomainCounts {
  readonly #counts = new Map<string, number>();

  add(userPrincipalName: string): void {
    const domain = domainOf(userPrincipalName);
    this.#counts.set(domain, (this.#counts.get(domain) ?? 0) + 1);
  }

  /** By domain, in the order in which they first came. */
  get all(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** The domain of most users' names, as `defaultAmong` has it. */
  get most(): string | null {
    const all = [...this.#counts].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
    return defaultAmong(all);
  }
}

/** The domains of these users. */
export function* domainsOfUsers(
  users: readonly { readonly userPrincipalName: string }[],
): Steps<DomainCounts> {
  const counts = new DomainCounts();
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    counts.add(users[i]?.userPrincipalName ?? '');
  }
  return counts;
}
