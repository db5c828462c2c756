import type { CustomerId, TenantId } from '#customers/customer.ts';
import { getCustomer } from '#store/customers.ts';
import { matchTenant, type TenantMatch } from '#sync/match-tenant.ts';
import { userId } from '#users/ids.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import type { PullRefused } from './cloud-types.ts';
import { graphWire } from './graph-wire.ts';
import { readPorts } from './pull.ts';

/** Reads who is in a tenant, to be compared with a customer that came from files. Writes nothing. */
export async function matchTenantWork(
  desk: Desk,
  id: CustomerId,
  tenantId: TenantId,
  pace: JobPace,
): Promise<{ readonly kind: 'tenantMatched'; readonly match: TenantMatch } | PullRefused> {
  const customer = await getCustomer(desk.db, id);
  if (customer === null) return { kind: 'pullRefused', why: { kind: 'gone' } };
  // a sample's users stand in no tenant of Microsoft's
  if (customer.origin === 'sample') return { kind: 'pullRefused', why: { kind: 'notConnected' } };
  const { table } = (await desk.customers.open(id)).data;
  const present = table.texts.id.filter((_, position) => isPresent(table, position));
  const known = new Set(present.map(userId));
  const wire = graphWire(desk.tokens, tenantId, 'pull');
  const match = await matchTenant(wire, tenantId, known, readPorts(desk.now, pace, pace));
  return match.ok
    ? { kind: 'tenantMatched', match: match.value }
    : { kind: 'pullRefused', why: match.error };
}
