import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { CloudTenant } from '../../src/sandbox/cloud/cloud-tenant.ts';
import { connect, enterClientId, partner } from './connect-screen.ts';
import { FakeAuthority } from './fake-authority.ts';
import { FakeTenants, type TenantName } from './fake-tenants.ts';
import { follow } from './follow.ts';

/** A customer of the partner, with the users and products of the small sample customer. */
export const CONTOSO: TenantName = {
  tenantId: '33333333-3333-4333-8333-333333333333',
  ...{ name: 'Contoso AG', domain: 'contoso.example' },
};

/** What a renewal is answered with where the permissions were not agreed to yet. */
export const needsConsent = {
  error: 'invalid_grant',
  error_description: 'AADSTS65001: The user or administrator has not consented to use the app.',
};

/** Microsoft 365 as a partner with this one customer sees it. */
export async function openCloud(context: BrowserContext): Promise<{
  readonly authority: FakeAuthority;
  readonly graph: FakeTenants;
  readonly tenant: CloudTenant;
}> {
  const authority = new FakeAuthority(partner);
  await authority.open(context);
  const graph = new FakeTenants(authority, partner.homeTenantId);
  const tenant = await graph.add(CONTOSO);
  graph.contracts = [CONTOSO];
  await graph.open(context);
  return { authority, graph, tenant };
}

/** Signs in, puts the customer on this device, and opens it. */
export async function addCustomer(page: Page): Promise<void> {
  await enterClientId(page);
  await connect(page);
  await follow(page, '/customers/find');
  await page.getByRole('button', { name: `Add ${CONTOSO.name}` }).click();
  await expect(page.getByText(`${CONTOSO.name} is on this device now: 25 users.`)).toBeVisible();
  await page.getByRole('link', { name: `Open ${CONTOSO.name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: CONTOSO.name })).toBeVisible();
}
