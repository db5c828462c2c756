import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the history of the customer whose page this is; gives its entries. */
export async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'History', exact: true }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  return page.getByRole('main').locator('ol > li');
}
