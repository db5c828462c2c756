import type { Page } from '@playwright/test';

/** Chooses another language in the top bar, by the names that the languages give themselves. */
export async function speak(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitemradio', { name: to }).click();
}
