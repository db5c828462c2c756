import { expect, test, type Page } from '@playwright/test';
import { FakeAuthority, type Person } from './fake-authority.ts';

const CLIENT = '0f0e0d0c-0b0a-4908-8706-050403020100';
const partner: Person = {
  username: 'pat@partner.example',
  name: 'Pat Partner',
  objectId: '11111111-1111-4111-8111-111111111111',
  homeTenantId: '22222222-2222-4222-8222-222222222222',
};

const section = (page: Page) => page.getByRole('region', { name: 'Connect to Microsoft 365' });

async function enterClientId(page: Page): Promise<void> {
  await page.goto('/settings');
  await section(page).getByLabel('Application (client) ID').fill(CLIENT);
  await section(page).getByLabel('Application (client) ID').press('Tab');
  await expect(section(page).getByRole('button', { name: 'Connect' })).toBeEnabled();
}

async function connect(page: Page): Promise<void> {
  await section(page).getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('link', { name: /^Sign in as/ }).click();
  await expect(page.getByRole('status').getByText(/Signed in as/)).toBeVisible();
}

test('signs in by a redirect, under the content policy', async ({ page, context }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const authority = new FakeAuthority(partner);
  await authority.open(context);
  await enterClientId(page);
  await connect(page);
  await expect(page).toHaveURL(/\/settings$/);
  await expect(section(page).getByRole('row', { name: /Pat Partner/ })).toContainText(
    'User.Read.All',
  );
  expect(complaints).toEqual([]);
});
