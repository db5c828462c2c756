import { expect, type Locator, type Page } from '@playwright/test';

/** The sample customers, by number of users. */
export const samples = {
  25: 'Lindqvist & Okafor Clinic',
  3200: 'Harborlight Logistics',
  100000: 'Meridian Works Group',
} as const;

/** Makes the sample customers, those up to this one, and opens its users. */
export async function openUsers(page: Page, users: keyof typeof samples): Promise<UserListScreen> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  const link = page.getByRole('link', { name: samples[users], exact: true });
  await expect(link).toBeVisible({ timeout: 50_000 });
  // making the largest one keeps a machine busy for seconds
  if (users !== 100_000) {
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
    // on a quick machine, or while a slow page looks for it, all are made before it is pressed
    await expect(async () => {
      if (await cancel.isVisible()) await cancel.click({ timeout: 1_000 });
      // what goes away with it moves the link: a press on the way would miss it
      await expect(cancel).toBeHidden({ timeout: 5_000 });
    }).toPass({ timeout: 50_000 });
  }
  // what comes and goes above it moves the link: a key finds it wherever it is
  await link.press('Enter');
  return toUsers(page);
}

/** From any page of a customer to its users. */
export async function toUsers(page: Page): Promise<UserListScreen> {
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Users and licenses', exact: true })
    .first()
    .press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Users and licenses' })).toBeVisible();
  return new UserListScreen(page);
}

/** From any page to the list of customers. */
export async function toCustomers(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Customers', exact: true })
    .press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
}

/** What a person finds on Users and licenses and on Selected users. */
export class UserListScreen {
  readonly page: Page;
  readonly pageBox: Locator;
  readonly selectedLink: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pageBox = page.getByRole('checkbox', { name: 'Select all users on this page' });
    this.selectedLink = page.getByRole('link', { name: /^Selected users \(|^[\d,]+ selected, / });
  }

  /** The box of a row, counted from 0. */
  box(row: number): Locator {
    return this.page.locator('tbody').getByRole('checkbox').nth(row);
  }

  /** The names on the page, from top to bottom. */
  names(): Promise<string[]> {
    return this.page.locator('tbody').getByRole('rowheader').getByRole('link').allTextContents();
  }

  /** Waits until the newest tick is on the disk. */
  async expectKept(): Promise<void> {
    const bar = this.page.getByRole('region', { name: 'Selection', exact: true });
    await expect(bar).toHaveAttribute('aria-busy', 'false');
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async expectRange(range: string): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Pages', exact: true })).toContainText(
      range,
    );
  }
}
