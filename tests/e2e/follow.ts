import type { Page } from '@playwright/test';

/**
 * Goes to an address of the app as a link on the screen leads there. The app is not loaded again,
 * which would cost more than the screen: where a story is about that, it says `goto` or `reload`.
 */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.querySelector('main')?.append(link);
    link.click();
    link.remove();
  }, address);
  await page.waitForURL(address);
}
