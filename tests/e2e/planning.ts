import { expect, type Locator, type Page } from '@playwright/test';
import { ManageScreen } from './manage-screen.ts';

/** On Users and licenses: selects these users and goes to Manage licenses. */
export async function manageFor(page: Page, names: readonly string[]): Promise<ManageScreen> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).click();
  return new ManageScreen(page).enter();
}

/** The same, then ticks a product and saves: it is planned for these users. */
export async function planFor(
  page: Page,
  names: readonly string[],
  partNumber: string,
): Promise<void> {
  const manage = await manageFor(page, names);
  await manage.press(manage.box(partNumber));
  await manage.save();
}

/** The row of a user in the list. */
export const userRow = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** Says that so many users of the customer are pending. */
export const expectPending = (page: Page, users: number): Promise<void> =>
  expect(
    page.getByText(users === 1 ? '1 user pending' : `${users} users pending`, { exact: true }),
  ).toBeVisible();
