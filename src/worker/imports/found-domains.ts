import type { Pace } from '#base/pace.ts';
import { inTurns } from '#base/steps.ts';
import { domainsToSplit } from '#csv/split-by-domain.ts';
import { listCustomers } from '#store/customers.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { ownersAmong } from '#worker/customers/owners.ts';
import type { Desk } from '#worker/desk.ts';
import type { FoundDomain } from './import-types.ts';

/**
 * The domains of the users in files, most users first, each with the customers that have users of it; none
 * for files of one customer. Sample customers take no files.
 */
export async function foundDomains(
  desk: Desk,
  batch: CustomerBatch,
  pace: Pace,
): Promise<FoundDomain[]> {
  const counts = await inTurns(domainsToSplit(batch), pace);
  if (counts.size === 0) return [];
  const real = (await listCustomers(desk.db)).filter(({ origin }) => origin !== 'sample');
  const owners = await ownersAmong(desk, real, { domains: counts.keys(), users: [] }, pace);
  return [...counts].map(([domain, users]) => ({
    domain,
    users,
    customers: [...owners.ofDomain(domain)],
  }));
}
