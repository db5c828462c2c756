import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './fake-authority.ts';

/** The app registration that the stories sign in with. */
export const CLIENT = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** Somebody who works for the partner. */
export const partner: Person = {
  username: 'pat@partner.example',
  name: 'Pat Partner',
  objectId: '11111111-1111-4111-8111-111111111111',
  homeTenantId: '22222222-2222-4222-8222-222222222222',
};

/** The part of Settings about Microsoft 365. */
export const section = (page: Page): Locator =>
  page.getByRole('region', { name: 'Connect to Microsoft 365' });

/** Opens Settings and says which app registration people sign in with. */
export async function enterClientId(page: Page): Promise<void> {
  await page.goto('/settings');
  await section(page).getByLabel('Application (client) ID').fill(CLIENT);
  await section(page).getByLabel('Application (client) ID').press('Tab');
  await expect(section(page).getByRole('button', { name: 'Connect' })).toBeEnabled();
}

/** Says yes at the sign-in page. */
export const signInAtThePage = (page: Page): Promise<void> =>
  page.getByRole('link', { name: /^Sign in as/ }).click();

/** On Settings: signs in and comes back. */
export async function connect(page: Page): Promise<void> {
  await section(page).getByRole('button', { name: 'Connect' }).click();
  await signInAtThePage(page);
  await expect(page.getByRole('status').getByText(/Signed in as/)).toBeVisible();
}
