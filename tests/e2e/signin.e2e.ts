import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { connect, enterClientId, partner, section, signInAtThePage } from './connect-screen.ts';
import { savedBackup } from './backup-file.ts';
import { FakeAuthority } from './fake-authority.ts';
import { openGraph, type TenantUser } from './fake-graph.ts';
import { adminCsv } from './files/admin-csv.ts';
import { userId } from './files/graph-files.ts';
import { follow } from './follow.ts';
import { importCustomer } from './import-screen.ts';
import { offlineCopy } from './site.ts';
import { storedText } from './stored.ts';

test.use({ serviceWorkers: 'allow' });

const CONTOSO = '33333333-3333-4333-8333-333333333333';
const OTHER = '44444444-4444-4444-8444-444444444444';
const HOUR = 3_600_000;

const usersCsv = adminCsv(
  ['User principal name', 'Display name', 'Licenses', 'Usage location'],
  ['eva', 'finn', 'gone'].map((name) => ({
    'User principal name': `${name}@contoso.com`,
    'Display name': name,
    Licenses: 'Power BI Pro',
    'Usage location': 'AT',
  })),
);
const inTenant = (...names: readonly string[]): TenantUser[] =>
  names.map((name, i) => ({ id: userId(i + 1), userPrincipalName: `${name}@contoso.com` }));

/** A customer from a file that says neither its tenant nor object ids, and the page to connect it. */
async function openContoso(page: Page): Promise<void> {
  await enterClientId(page);
  await importCustomer(page, 'Contoso files', [usersCsv]);
  await follow(page, page.url().replace(/\/users.*$/, ''));
  await page.getByRole('link', { name: 'Connect to Microsoft 365' }).click();
  await expect(page.getByLabel('Domain or tenant ID of the customer')).toHaveValue('contoso.com');
}

const findContoso = (page: Page) => page.getByRole('button', { name: 'Find and sign in' }).click();

test('signs in by a redirect, under the content policy, and loads what it needs only then', async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  let loaded = false;
  page.on('response', (response) => {
    if (!response.url().endsWith('.js') || response.fromServiceWorker()) return;
    void response.text().then(
      (code) => (loaded ||= code.includes('msal.js.browser')),
      () => undefined,
    );
  });
  const authority = new FakeAuthority(partner);
  await authority.open(context);
  await enterClientId(page);
  await page.reload();
  await expect(section(page)).toBeVisible();
  expect(loaded).toBe(false);
  await connect(page);
  await expect(page).toHaveURL(/\/settings$/);
  const row = section(page).getByRole('row', { name: /Pat Partner/ });
  await expect(row).toContainText('User.Read.All');
  await expect(row).toContainText('Your own organization');
  expect(authority.asked).toMatchObject([{ how: 'page', tenant: 'organizations' }]);
  expect(authority.asked[0]?.scopes.join(' ')).not.toContain('Write');
  expect(complaints).toEqual([]);

  await page.reload();
  await expect(row).toBeVisible();
  await section(page).getByRole('button', { name: 'Disconnect' }).click();
  await expect(section(page).getByText('Nobody is signed in')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
  expect(authority.given.filter((token) => kept.includes(token))).toEqual([]);
});

test('the page of the sign-in is strict, kept by nobody, and open to the sign-in window', async ({
  page,
}) => {
  await page.goto('/');
  await offlineCopy(page);
  const response = await page.goto('/auth/');
  const headers = response?.headers() ?? {};
  expect(response?.fromServiceWorker()).toBe(false);
  expect(headers['cross-origin-opener-policy']).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
  const html = await (await page.request.get('/auth/')).text();
  expect(html).toMatch(/script-src 'sha256-[^']+'; base-uri 'none'/);
  expect(html).not.toMatch(/https?:\/\/(?!aka\.ms|login\.)[^"'`]*\.js/);
  // opened by hand it leads to the app
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
});

test('a sign-in that is cancelled or refused says so, and changes nothing', async ({
  page,
  context,
}) => {
  const authority = new FakeAuthority(partner);
  await authority.open(context);
  await enterClientId(page);
  await section(page).getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('The sign-in was cancelled. Nothing has changed.')).toBeVisible();
  await expect(section(page).getByText('Nobody is signed in')).toBeVisible();

  authority.pageError = {
    error: 'access_denied',
    error_description: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
  };
  await section(page).getByRole('button', { name: 'Connect' }).click();
  await signInAtThePage(page);
  await expect(page.getByText(/Conditional Access\) does not allow/)).toBeVisible();
  await expect(page.getByText('Code: AADSTS53003')).toBeVisible();
  await expectAccessible(page);
});

test('turning back on the way to the sign-in page leaves a page that can try again', async ({
  page,
  context,
}) => {
  const authority = new FakeAuthority(partner);
  await authority.open(context);
  await enterClientId(page);
  await section(page).getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('link', { name: /^Sign in as/ })).toBeVisible();
  await page.goBack();
  await expect(section(page)).toBeVisible();
  await connect(page);
});

test('a customer from files is bound to its tenant after a look at whose users match', async ({
  page,
  context,
}) => {
  const authority = new FakeAuthority(partner);
  authority.domains.set('contoso.com', CONTOSO);
  await authority.open(context);
  const users = inTenant('eva', 'Finn', 'new');
  const graph = await openGraph(context, CONTOSO, {
    name: 'Contoso AG',
    domain: 'contoso.com',
    users,
  });
  await openContoso(page);
  await expectAccessible(page);
  await findContoso(page);
  await signInAtThePage(page);

  const found = page.getByRole('region', { name: 'Contoso AG' });
  await expect(found).toContainText('3 in the organization');
  await expect(found).toContainText('0 by object ID');
  await expect(found).toContainText('2 by username');
  await expect(found).toContainText('1 user');
  await expectAccessible(page);
  await found.getByRole('button', { name: 'Yes, connect permanently' }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Microsoft 365 connection' });
  await expect(heading).toBeVisible();
  await page.reload();
  await expect(page.getByText(CONTOSO)).toBeVisible();
  await expect(page.getByText(/^Signed in as pat@partner\.example/)).toBeVisible();
  await expectAccessible(page);

  // only what was given went to Graph, and none of it stands anywhere but in the window's session
  expect(new Set(graph.tokens.map((token) => authority.given.includes(token)))).toEqual(
    new Set([true]),
  );
  const backup = await savedBackup(page);
  const stored = `${await storedText(page)}${backup.text}`;
  expect(stored).toContain('Contoso files');
  expect(authority.given.length).toBeGreaterThan(2);
  expect(authority.given.filter((token) => stored.includes(token))).toEqual([]);
});

test('another tenant than the one that was asked for is refused', async ({ page, context }) => {
  const authority = new FakeAuthority(partner);
  authority.domains.set('contoso.com', CONTOSO);
  authority.tokenTenant = OTHER;
  await authority.open(context);
  const graph = await openGraph(context, OTHER, { name: 'Other', domain: 'other.com', users: [] });
  await openContoso(page);
  await findContoso(page);
  await signInAtThePage(page);
  await expect(page.getByText(/signed in to another organization/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Find and sign in' })).toBeEnabled();
  expect(graph.tokens).toEqual([]);
});

test('an organization in which nobody matches cannot be connected', async ({ page, context }) => {
  const authority = new FakeAuthority(partner);
  authority.domains.set('contoso.com', CONTOSO);
  await authority.open(context);
  const users = inTenant('somebody', 'else');
  await openGraph(context, CONTOSO, { name: 'Contoso AG', domain: 'contoso.com', users });
  await openContoso(page);
  await findContoso(page);
  await signInAtThePage(page);
  await expect(page.getByText(/^No user on this device is in this organization/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Yes, connect permanently' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose another organization' }).click();
  await page.getByLabel('Domain or tenant ID of the customer').fill('nobody.example');
  await findContoso(page);
  await expect(page.getByText('No organization in Microsoft 365 has this domain.')).toBeVisible();
});

test('a sign-in that can no longer be renewed, or is a day old, asks to sign in again', async ({
  page,
  context,
}) => {
  await page.clock.install();
  const authority = new FakeAuthority(partner);
  authority.domains.set('contoso.com', CONTOSO);
  await authority.open(context);
  const users = inTenant('eva', 'finn', 'gone');
  await openGraph(context, CONTOSO, { name: 'Contoso AG', domain: 'contoso.com', users });
  await openContoso(page);
  await findContoso(page);
  await signInAtThePage(page);
  await expect(page.getByText('3 by username')).toBeVisible();

  // a token lasts an hour; afterwards it is renewed without the person
  await page.clock.fastForward(2 * HOUR);
  await page.reload();
  await expect(page.getByText('3 by username')).toBeVisible();
  expect(authority.asked.map(({ how }) => how)).toEqual(['page', 'renewal']);

  authority.renewalError = {
    error: 'invalid_grant',
    error_description:
      'AADSTS700084: The refresh token was issued to a single page app and expired.',
  };
  await page.clock.fastForward(2 * HOUR);
  await page.reload();
  await expect(page.getByText('Sign in to continue', { exact: true })).toBeVisible();
  await expectAccessible(page);
  authority.renewalError = null;
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAtThePage(page);
  await expect(page.getByText('3 by username')).toBeVisible();

  // a day later nothing is tried: the person is asked
  const before = authority.asked.length;
  await page.clock.fastForward(24 * HOUR);
  await page.reload();
  await findContoso(page);
  await expect(page.getByRole('link', { name: /^Sign in as/ })).toBeVisible();
  expect(authority.asked.slice(before).map(({ how }) => how)).toEqual(['page']);
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`says how to register the app, ${width} wide, without axe violations`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/settings');
    await section(page).getByRole('link', { name: 'How to register the app' }).click();
    await expect(page.getByText(/^http:\/\/[^/]+\/auth\/$/)).toBeVisible();
    await expect(
      page.getByRole('row', { name: /LicenseAssignment\.ReadWrite\.All/ }),
    ).toContainText('When a sync starts');
    await expectAccessible(page);
  });
}
