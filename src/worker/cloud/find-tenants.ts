import { listCustomers } from '#store/customers.ts';
import { findTenants } from '#sync/find-tenants.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import { partnerCloud } from './cloud-of.ts';
import type { TenantSource, TenantsValue } from './cloud-types.ts';
import { readPorts } from './pull.ts';

/** Asks which customers the partner has, and tells which of them are on this device. */
export async function findTenantsWork(
  desk: Desk,
  where: TenantSource,
  pace: JobPace,
): Promise<TenantsValue> {
  const found = await findTenants(partnerCloud(desk, where), readPorts(desk.now, pace, pace));
  if (!found.ok) return { kind: 'pullRefused', why: found.error };
  const customers = await listCustomers(desk.db);
  const tenants = found.value.map((tenant) => ({
    ...tenant,
    customerId: customers.find(({ tenantId }) => tenantId === tenant.tenantId)?.id ?? null,
  }));
  return { kind: 'tenants', tenants };
}
