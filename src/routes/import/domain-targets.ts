import type { CustomerId } from '#customers/customer.ts';
import type { FoundDomain, ImportPartsAsk } from '#worker/imports/import-types.ts';

/** Where users of a domain go: a customer's id, a new customer named like the domain, or nowhere. */
export type DomainTarget = CustomerId | 'new' | 'nowhere';

/** True when there are users of more than one customer on this device. */
export function isOfSeveral(domains: readonly FoundDomain[]): boolean {
  const only = domains.filter(({ customers }) => customers.length === 1);
  return new Set(only.flatMap(({ customers }) => customers)).size > 1;
}

/** What is written, by customer; new customers are named like their domain. */
export function partsOf(
  domains: readonly FoundDomain[],
  targetOf: (domain: FoundDomain) => DomainTarget,
): ImportPartsAsk['parts'] {
  const existing = new Map<CustomerId, string[]>();
  const fresh: ImportPartsAsk['parts'][number][] = [];
  for (const found of domains) {
    const { domain } = found;
    const target = targetOf(found);
    if (target === 'nowhere') continue;
    if (target === 'new') fresh.push({ into: { kind: 'new', name: domain }, domains: [domain] });
    else existing.set(target, [...(existing.get(target) ?? []), domain]);
  }
  const known = [...existing].map(([id, some]) => ({
    into: { kind: 'existing', id } as const,
    domains: some,
  }));
  return [...known, ...fresh];
}
