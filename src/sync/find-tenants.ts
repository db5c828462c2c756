import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import { pagesOf } from '#graph/graph-page.ts';
import { readGuid } from '#licenses/ids.ts';
import type { GraphWire } from './graph-call.ts';
import { GraphGet, type ReadFailure, type ReadPorts } from './graph-get.ts';
import { readPages } from './graph-pages.ts';
import { isOptional } from './pull-products.ts';

/** A customer of the partner: its tenant, as the partner's own tenant knows it. */
export interface FoundTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly defaultDomain: string | null;
}

const name = v.nullish(v.string());
/** `contract`: names are copies made when it was closed. https://learn.microsoft.com/graph/api/resources/contract */
const wireContract = v.object({
  customerId: v.string(),
  displayName: name,
  defaultDomainName: name,
});
/** https://learn.microsoft.com/graph/api/resources/delegatedadmincustomer */
const wireDelegated = v.object({ tenantId: v.string(), displayName: name });

const contractOf = (item: unknown): FoundTenant | null => {
  const read = v.safeParse(wireContract, item);
  if (!read.success) return null;
  const { customerId, displayName, defaultDomainName } = read.output;
  return found(customerId, displayName, defaultDomainName);
};

const delegatedOf = (item: unknown): FoundTenant | null => {
  const read = v.safeParse(wireDelegated, item);
  return read.success ? found(read.output.tenantId, read.output.displayName, null) : null;
};

function found(
  id: string,
  displayName: string | null | undefined,
  domain: string | null | undefined,
): FoundTenant | null {
  const tenantId = readGuid(id);
  if (tenantId === null) return null;
  const defaultDomain = domain === '' ? null : (domain ?? null);
  return {
    tenantId: tenantId as TenantId,
    name: displayName ?? defaultDomain ?? tenantId,
    defaultDomain,
  };
}

async function listed(
  get: GraphGet,
  address: string,
  read: (item: unknown) => FoundTenant | null,
): Promise<Result<FoundTenant[], ReadFailure>> {
  const tenants: FoundTenant[] = [];
  const end = await readPages(get, address, async (body) => {
    for (const item of pagesOf(body).flatMap(({ items }) => items)) {
      const tenant = read(item);
      if (tenant === null) return fail({ kind: 'badAnswer', problem: null });
      tenants.push(tenant);
    }
    await get.count(0);
    return ok(undefined);
  });
  return end.ok ? ok(tenants) : end;
}

/**
 * The customers of the partner who is signed in, by name: those with a contract and those with a
 * delegated administration relationship, each once. One of the two lists may be closed to us.
 */
export async function findTenants(
  wire: GraphWire,
  ports: ReadPorts,
): Promise<Result<readonly FoundTenant[], ReadFailure>> {
  const get = new GraphGet(wire, ports);
  const contracts = await listed(get, 'contracts', contractOf);
  if (!contracts.ok && !isOptional(contracts.error)) return contracts;
  const delegated = await listed(get, 'tenantRelationships/delegatedAdminCustomers', delegatedOf);
  if (!delegated.ok && !(contracts.ok && isOptional(delegated.error))) return delegated;
  const byId = new Map<TenantId, FoundTenant>();
  const both = [...(delegated.ok ? delegated.value : []), ...(contracts.ok ? contracts.value : [])];
  for (const tenant of both) {
    const known = byId.get(tenant.tenantId);
    // the relationship's name follows the customer's, the contract's domain is the only one
    const defaultDomain = tenant.defaultDomain ?? known?.defaultDomain ?? null;
    byId.set(tenant.tenantId, { ...tenant, ...known, defaultDomain });
  }
  return ok([...byId.values()].sort((a, b) => a.name.localeCompare(b.name)));
}
