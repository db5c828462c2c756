import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import { pagesOf } from '#graph/graph-page.ts';
import { readGuid } from '#licenses/ids.ts';
import { objectIdOf, upnKey, userId, type UserId } from '#users/ids.ts';
import type { FoundTenant } from './find-tenants.ts';
import type { GraphWire } from './graph-call.ts';
import { GraphGet, type ReadFailure, type ReadPorts } from './graph-get.ts';
import { readPages } from './graph-pages.ts';

/** A tenant, and how much of a customer that came from files it has. Counts are of users. */
export interface TenantMatch extends FoundTenant {
  /** In the tenant. */
  readonly users: number;
  readonly byObjectId: number;
  /** By userPrincipalName, of those whose object id no file gave. */
  readonly byName: number;
  /** On this device and not in the tenant. */
  readonly onlyHere: number;
}

/** https://learn.microsoft.com/graph/api/resources/organization */
const wireOrganization = v.object({
  id: v.string(),
  displayName: v.nullish(v.string()),
  verifiedDomains: v.nullish(
    v.array(v.object({ name: v.string(), isDefault: v.nullish(v.boolean()) })),
  ),
});
const wireName = v.object({ id: v.string(), userPrincipalName: v.nullish(v.string()) });

type Organization = Pick<TenantMatch, 'name' | 'defaultDomain'>;

async function organization(
  get: GraphGet,
  tenantId: TenantId,
): Promise<Result<Organization, ReadFailure>> {
  const body = await get.json(get.begin('organization?$select=id,displayName,verifiedDomains'));
  if (!body.ok) return body;
  const [item] = pagesOf(body.value).flatMap(({ items }) => items);
  const read = v.safeParse(wireOrganization, item);
  if (!read.success) return fail({ kind: 'badAnswer', problem: null });
  const { id, displayName, verifiedDomains } = read.output;
  if (readGuid(id) !== tenantId) return fail({ kind: 'otherTenant' });
  const domain = verifiedDomains?.find(({ isDefault }) => isDefault === true)?.name ?? null;
  return ok({ name: displayName ?? domain ?? tenantId, defaultDomain: domain });
}

/**
 * Reads who is in a tenant and compares with `known`, the keys of a customer's present users: those with
 * an object id match by it, those without by userPrincipalName, as a pull would. Writes nothing.
 */
export async function matchTenant(
  wire: GraphWire,
  tenantId: TenantId,
  known: ReadonlySet<UserId>,
  ports: ReadPorts,
): Promise<Result<TenantMatch, ReadFailure>> {
  const get = new GraphGet(wire, ports);
  const about = await organization(get, tenantId);
  if (!about.ok) return about;
  const matched = new Set<UserId>();
  let users = 0;
  const end = await readPages(get, 'users?$select=id,userPrincipalName&$top=999', async (body) => {
    const items = pagesOf(body).flatMap((page) => page.items);
    for (const item of items) {
      const read = v.safeParse(wireName, item);
      const guid = read.success ? readGuid(read.output.id) : null;
      if (!read.success || guid === null) return fail({ kind: 'badAnswer', problem: null });
      users++;
      const key = [userId(guid), upnKey(read.output.userPrincipalName ?? '')].find((one) =>
        known.has(one),
      );
      if (key !== undefined) matched.add(key);
    }
    await get.count(items.length);
    return ok(undefined);
  });
  if (!end.ok) return end;
  const byObjectId = [...matched].filter((key) => objectIdOf(key) !== null).length;
  return ok({
    tenantId,
    ...about.value,
    users,
    byObjectId,
    byName: matched.size - byObjectId,
    onlyHere: known.size - matched.size,
  });
}
