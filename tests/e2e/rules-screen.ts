import { expect, type Locator, type Page } from '@playwright/test';

/** What a person finds on Rules. */
export class RulesScreen {
  readonly page: Page;
  readonly search: Locator;
  /** `113 rules, 2 switched off`. */
  readonly count: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search rules' });
    this.count = page.getByRole('status').filter({ hasText: /rules?\b/ });
  }

  static async open(page: Page): Promise<RulesScreen> {
    const screen = new RulesScreen(page);
    await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'Rules', exact: true })
      .click();
    await screen.expectOpen();
    return screen;
  }

  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible();
    await expect(this.page.getByRole('table')).toBeVisible();
  }

  get rows(): Locator {
    return this.page.locator('tbody').getByRole('row');
  }

  row(rule: string | RegExp): Locator {
    return this.rows.filter({ has: this.switchOf(rule) });
  }

  switchOf(rule: string | RegExp): Locator {
    return this.page.getByRole('switch', { name: rule });
  }
}
