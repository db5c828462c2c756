import type { Pace } from '#base/pace.ts';
import { looseText } from '#csv/loose-text.ts';
import { domainOf } from '#csv/default-domain.ts';
import type { KnownCustomers, RowSource } from '#csv/whose-row.ts';
import type { CustomerId } from '#customers/customer.ts';
import { readGuid } from '#licenses/ids.ts';
import { listCustomers } from '#store/customers.ts';
import { ownersAmong } from '#worker/customers/owners.ts';
import type { Desk } from '#worker/desk.ts';

/** The customers on this device, as rows like these name them. Rests as `ownersAmong`. */
export async function knownCustomers(
  desk: Desk,
  sources: readonly RowSource[],
  pace: Pace,
): Promise<KnownCustomers> {
  const customers = await listCustomers(desk.db);
  const users = new Set(sources.flatMap((source) => source.users));
  const texts = new Set(sources.map(({ customer }) => looseText(customer)));
  const domains = new Set([...users].filter((key) => key.includes('@')).map(domainOf));
  const wanted = { domains: new Set([...domains, ...texts]), users };
  const owners = await ownersAmong(desk, customers, wanted, pace);
  const names = new Map<string, CustomerId[]>();
  for (const { id, name, tenantId } of customers) {
    for (const key of [looseText(name), tenantId === null ? null : readGuid(tenantId)]) {
      if (key !== null) names.set(key, [...(names.get(key) ?? []), id]);
    }
  }
  return {
    ...owners,
    named: (text) => {
      const key = looseText(text);
      return new Set([...(names.get(readGuid(key) ?? key) ?? []), ...owners.ofDomain(key)]);
    },
  };
}
