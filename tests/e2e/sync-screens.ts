import { expect, type Locator, type Page } from '@playwright/test';

/** The card of a customer's run, or of its review. */
export const card = (page: Page, customer: string): Locator =>
  page.getByRole('region', { name: customer, exact: true });

/** The number that stands under a word on a card. */
export const numberOf = (place: Locator, word: string): Locator =>
  place.getByRole('term').filter({ hasText: word }).locator('xpath=following-sibling::dd');

/** From Licenses updated to the review of what is pending. */
export async function openReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review pending and sync' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Review before syncing' }),
  ).toBeVisible();
}

/** On the review: presses Sync now, fills in what is asked for, and waits for Pending. */
export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sync now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sync now' });
  const name = dialog.getByLabel('Your name');
  if (await name.isVisible()) await name.fill('Kim Lee');
  for (const field of await dialog.getByLabel(/^To confirm/).all()) {
    const label =
      (await field.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent)) ?? '';
    await field.fill((/: ([\d,]+)$/.exec(label.trim())?.[1] ?? '').replaceAll(',', ''));
  }
  await dialog.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pending' })).toBeVisible();
}

/** Waits until the run of a customer has ended, and opens its outcomes. */
export async function openOutcomes(page: Page, customer: string): Promise<Locator> {
  await expect(card(page, customer).getByText('Ended', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: `See outcomes of ${customer}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes of the sync' })).toBeVisible();
  return page.getByRole('main').locator('tbody tr');
}
