import type { BrowserContext, Route } from '@playwright/test';

/** A user as a tenant has it. */
export interface TenantUser {
  readonly id: string;
  readonly userPrincipalName: string;
}

/** A tenant as reading it needs. */
export interface FakeTenant {
  readonly name: string;
  readonly domain: string;
  readonly users: readonly TenantUser[];
}

const GRAPH = 'https://graph.microsoft.com/v1.0';
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

/** Microsoft Graph as far as telling whose tenant it is: the organization, and names of users. */
export async function openGraph(
  context: BrowserContext,
  tenantId: string,
  { name, domain, users }: FakeTenant,
): Promise<{ readonly tokens: string[] }> {
  const tokens: string[] = [];
  const answer = (route: Route, value: readonly unknown[]): Promise<void> =>
    route.fulfill({ headers: CORS, json: { value } });
  await context.route(`${GRAPH}/**`, (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: CORS });
    tokens.push((request.headers()['authorization'] ?? '').replace('Bearer ', ''));
    if (request.url().includes('/organization')) {
      const verifiedDomains = [{ name: domain, isDefault: true }];
      return answer(route, [{ id: tenantId, displayName: name, verifiedDomains }]);
    }
    return answer(route, users);
  });
  return { tokens };
}
