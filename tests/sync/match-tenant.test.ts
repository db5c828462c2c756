import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { TenantId } from '#customers/customer.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { ReadPorts } from '#sync/graph-get.ts';
import { matchTenant } from '#sync/match-tenant.ts';
import { upnKey, userId, type UserId } from '#users/ids.ts';

const TENANT = '33333333-3333-4333-8333-333333333333' as TenantId;
const BASE = 'https://graph.microsoft.com/v1.0/';
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const user = (n: number) => ({ id: guid(n), userPrincipalName: `User${n}@contoso.com` });

const ports: ReadPorts = {
  clock: { now: () => 0, sleep: () => Promise.resolve() },
  random: { next: () => 0 },
  pace: steady,
  waits: () => undefined,
};

const contoso = {
  id: TENANT,
  displayName: 'Contoso',
  verifiedDomains: [
    { name: 'contoso.onmicrosoft.com', isDefault: false },
    { name: 'contoso.com', isDefault: true },
  ],
};

/** A tenant with these users, two on a page. */
function tenant(users: readonly object[], organization: object = contoso): GraphWire {
  return {
    base: BASE,
    timeout: 1_000,
    tokens: { token: () => Promise.resolve('token') },
    fetch: async ({ url }) => {
      if (url.includes('/organization')) return Response.json({ value: [organization] });
      const from = Number(new URL(url).searchParams.get('from') ?? 0);
      const next =
        from + 2 < users.length ? { '@odata.nextLink': `${BASE}users?from=${from + 2}` } : {};
      return Response.json({ value: users.slice(from, from + 2), ...next });
    },
  };
}

const match = (wire: GraphWire, known: readonly UserId[]) =>
  matchTenant(wire, TENANT, new Set(known), ports);

describe('comparing a customer with a tenant', () => {
  it('tells who is there by object id, who by name, and who is not', async () => {
    const users = [user(1), user(2), user(3), user(4), user(5)];
    const known = [userId(guid(1)), userId(guid(2)), upnKey('user3@CONTOSO.com'), userId(guid(9))];
    expect(await match(tenant(users), known)).toEqual({
      ok: true,
      value: {
        tenantId: TENANT,
        name: 'Contoso',
        defaultDomain: 'contoso.com',
        users: 5,
        byObjectId: 2,
        byName: 1,
        onlyHere: 1,
      },
    });
  });

  it('takes another object id under the same name for another account, as a pull does', async () => {
    const known = [userId(guid(7))];
    const other = { id: guid(8), userPrincipalName: 'User7@contoso.com' };
    expect(await match(tenant([other]), known)).toMatchObject({
      value: { byObjectId: 0, byName: 0, onlyHere: 1 },
    });
  });

  it('counts a user once that is told twice', async () => {
    expect(await match(tenant([user(1), user(1)]), [userId(guid(1))])).toMatchObject({
      value: { byObjectId: 1, onlyHere: 0 },
    });
  });

  it('refuses an answer of another tenant', async () => {
    const wire = tenant([user(1)], { ...contoso, id: guid(1) });
    expect(await match(wire, [])).toEqual({ ok: false, error: { kind: 'otherTenant' } });
  });

  it.each([
    [{ displayName: 'No id' }, [user(1)]],
    [contoso, [{ userPrincipalName: 'x@contoso.com' }]],
    [contoso, [{ id: 'no guid' }]],
  ])('believes no answer in another shape', async (organization, users) => {
    expect(await match(tenant(users, organization), [])).toMatchObject({
      error: { kind: 'badAnswer' },
    });
  });

  it('says that a person has to sign in', async () => {
    const wire = { ...tenant([]), tokens: { token: () => Promise.resolve(null) } };
    expect(await match(wire, [])).toEqual({ ok: false, error: { kind: 'signIn' } });
  });
});
