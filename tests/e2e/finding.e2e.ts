// A partner looks up its customers in Microsoft 365 and puts some of them on this device.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { CONTOSO, needsConsent, openCloud } from './cloud-customer.ts';
import { connect, enterClientId, signInAtThePage } from './connect-screen.ts';
import type { TenantName } from './fake-tenants.ts';
import { follow } from './follow.ts';
import { toCustomers } from './user-list.ts';

const FABRIKAM: TenantName = {
  tenantId: '44444444-4444-4444-8444-444444444444',
  ...{ name: 'Fabrikam Logistik', domain: 'fabrikam.example' },
};
const many = Array.from({ length: 11 }, (_, i) => ({
  tenantId: `55555555-5555-4555-8555-5555555555${String(i + 10)}`,
  ...{ name: `Small office ${i + 10}`, domain: `office-${i + 10}.example` },
}));

/** Microsoft 365 as a partner with many customers sees it. */
async function openMany(context: BrowserContext): ReturnType<typeof openCloud> {
  const cloud = await openCloud(context);
  await cloud.graph.add(FABRIKAM);
  cloud.graph.contracts = [...many, CONTOSO];
  cloud.graph.relations = [CONTOSO, FABRIKAM];
  return cloud;
}

const rowOf = (page: Page, { name }: TenantName) => page.getByRole('row').filter({ hasText: name });
const signInToGoOn = (page: Page) =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click();

test('customers with a contract or a relationship are listed, and one is put on this device', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { authority, graph } = await openMany(context);
  await enterClientId(page);
  await follow(page, '/customers/find');
  await expect(page.getByText(/^Sign in with an account of your own organization/)).toBeVisible();
  await expectAccessible(page);
  await signInToGoOn(page);
  await signInAtThePage(page);

  // who stands in both lists stands here once; a relationship does not tell the domain
  await expect(rowOf(page, CONTOSO)).toContainText('contoso.example');
  await expect(rowOf(page, FABRIKAM)).toContainText('Unknown');
  await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(many.length + 2);
  expect(authority.asked[0]).toMatchObject({ tenant: 'organizations' });
  expect(authority.asked[0]?.scopes.join(' ')).not.toContain('Write');
  await page.getByRole('searchbox').fill('contoso.ex');
  await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(1);
  await expectAccessible(page);

  // its own tenant has to be entered; afterwards it goes on where it was
  authority.renewalError = needsConsent;
  await page.getByRole('button', { name: 'Add Contoso AG' }).click();
  await expect(page.getByText('Sign in to continue', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Seatwise needs these permissions for Contoso AG: /)).toBeVisible();
  await signInToGoOn(page);
  await signInAtThePage(page);
  await expect(page.getByText('Contoso AG is on this device now: 25 users.')).toBeVisible();
  expect(authority.asked.map(({ tenant }) => tenant)).toContain(CONTOSO.tenantId);
  await expect(rowOf(page, CONTOSO)).toContainText('On this device');
  await expectAccessible(page);
  await page.reload();
  await expect(rowOf(page, CONTOSO)).toContainText('On this device');

  await page.getByRole('link', { name: 'Open Contoso AG' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contoso AG' })).toBeVisible();
  // bound to its tenant from the start, and asked with nothing but a token of that tenant
  await page.getByRole('button', { name: 'Customer actions' }).click();
  await page.getByRole('menuitem', { name: 'Microsoft 365 connection' }).click();
  await expect(page.getByText(CONTOSO.tenantId)).toBeVisible();
  const paths = graph.asked.filter(({ tenantId }) => tenantId === CONTOSO.tenantId);
  expect(paths.length).toBeGreaterThan(0);
  expect(graph.asked.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
});

test('an answer of another tenant than the customer that was chosen is refused', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { authority, graph } = await openMany(context);
  await enterClientId(page);
  await connect(page);
  await follow(page, '/customers/find');
  const add = page.getByRole('button', { name: 'Add Contoso AG' });
  await expect(add).toBeVisible();

  // the account ends up in another tenant
  authority.renewalError = needsConsent;
  authority.tokenTenant = FABRIKAM.tenantId;
  await add.click();
  await signInToGoOn(page);
  await signInAtThePage(page);
  await expect(page.getByText(/signed in to another organization/)).toBeVisible();
  expect(graph.asked.filter(({ tenantId }) => tenantId === FABRIKAM.tenantId)).toEqual([]);

  // the right tenant, and products that belong to somebody else
  authority.tokenTenant = null;
  const foreign = { accountId: FABRIKAM.tenantId, skuId: many[0]?.tenantId, skuPartNumber: 'X' };
  graph.instead = ({ path }) =>
    path.startsWith('/subscribedSkus') ? { status: 200, body: { value: [foreign] } } : null;
  await add.click();
  await signInToGoOn(page);
  await signInAtThePage(page);
  await expect(page.getByText(/^The answer belongs to another tenant/)).toBeVisible();
  await expectAccessible(page);
  await toCustomers(page);
  await expect(page.getByRole('link', { name: 'Contoso AG' })).toHaveCount(0);
});
