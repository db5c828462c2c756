import type { Pace } from '#base/pace.ts';
import { canSplit, countDomains, domainOf } from '#csv/split-by-domain.ts';
import type { CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import { loadCustomer } from '#store/load-customer.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import type { FoundDomain } from './import-types.ts';

/**
 * The domains of the users in files, most users first, each with the customers that have users of it; none
 * for files of one customer. Sample customers take no files.
 */
export async function foundDomains(
  { db, customers }: Desk,
  batch: CustomerBatch,
  pace: Pace,
): Promise<FoundDomain[]> {
  if (!canSplit(batch)) return [];
  const counts = countDomains((batch.users ?? []).map((user) => user.userPrincipalName));
  const owners = new Map<string, Set<CustomerId>>();
  for (const { id, origin, defaultDomain } of await listCustomers(db)) {
    if (origin === 'sample') continue;
    // those that are open stay so; the others are let go at once
    const data = customers.has(id) ? (await customers.open(id)).data : await loadCustomer(db, id);
    const domains = new Set(defaultDomain === null ? [] : [defaultDomain]);
    data?.table.texts.userPrincipalName.forEach((name, position) => {
      if (isPresent(data.table, position)) domains.add(domainOf(name));
    });
    for (const domain of domains) {
      if (counts.has(domain)) owners.set(domain, (owners.get(domain) ?? new Set()).add(id));
    }
    if (pace.due()) await pace.rest(0, 0);
  }
  return [...counts].map(([domain, users]) => ({
    domain,
    users,
    customers: [...(owners.get(domain) ?? [])],
  }));
}
