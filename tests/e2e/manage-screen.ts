import { expect, type Locator, type Page } from '@playwright/test';
import { openUsers, type samples } from './user-list.ts';

/** A second press on a box within this time is a double click and does not count. */
const DOUBLE_CLICK_MS = 400;

/** Opens Manage licenses for the users of a sample customer who hold a product, or for its first page. */
export async function openManage(
  page: Page,
  customer: keyof typeof samples,
  holders: string | null,
): Promise<ManageScreen> {
  const users = await openUsers(page, customer);
  if (holders !== null) {
    await page.getByRole('combobox', { name: 'Product held' }).selectOption({ label: holders });
    // the rows follow the filter a moment later
    const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
    await expect(pages).not.toContainText(`of ${customer.toLocaleString('en')}`);
  }
  await users.pageBox.click();
  await expect(users.selectedLink).not.toHaveText('Selected users (0)');
  return new ManageScreen(page).enter();
}

/** On Licenses updated: chooses what stands in its menu. */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What a person finds on Manage licenses. */
export class ManageScreen {
  readonly page: Page;
  readonly section: Locator;
  readonly saveButton: Locator;
  readonly dialog: Locator;
  /** What is said of users who have no usage location, with the choice of one. */
  readonly withoutLocation: Locator;
  /** When a box was pressed last, by the box, in ms. */
  readonly #pressedAt = new Map<string, number>();

  constructor(page: Page) {
    this.page = page;
    this.section = page.getByRole('region', { name: 'Assign and revoke licenses', exact: true });
    this.saveButton = page.getByRole('button', { name: /^Save(:|$)/ });
    this.dialog = page.getByRole('dialog');
    this.withoutLocation = page
      .getByRole('listitem')
      .filter({ hasText: 'No usage location is set', has: page.getByRole('combobox') });
  }

  /** Goes from the list of users to Manage licenses. */
  async enter(): Promise<this> {
    await this.page
      .getByRole('main')
      .getByRole('link', { name: 'Manage licenses', exact: true })
      .last()
      .press('Enter');
    const heading = this.page.getByRole('heading', { level: 1, name: 'Manage licenses' });
    await expect(heading).toBeVisible();
    await expect(this.section).toBeVisible();
    return this;
  }

  /** The row of a product, named by its part number: two products can share a name. */
  row(partNumber: string): Locator {
    return this.section
      .getByRole('row')
      .filter({ has: this.page.getByText(partNumber, { exact: true }) })
      .filter({ has: this.page.getByRole('button', { name: 'View service plans' }) });
  }

  box(partNumber: string): Locator {
    return this.row(partNumber).getByRole('checkbox');
  }

  /** Presses a box so often, each time as a wish of its own. */
  async press(box: Locator, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) {
      const since = Date.now() - (this.#pressedAt.get(String(box)) ?? 0);
      // a browser's clock, and when it noticed a press, may differ from ours by a little
      await this.page.waitForTimeout(Math.max(0, DOUBLE_CLICK_MS + 50 - since));
      await box.click();
      this.#pressedAt.set(String(box), Date.now());
    }
  }

  async openServicePlans(partNumber: string): Promise<Locator> {
    const product = this.row(partNumber);
    const name = (await product.locator('label[for]').first().textContent()) ?? '';
    await product.getByRole('button', { name: 'View service plans' }).click();
    return this.page.getByRole('region', { name: `Service plans of ${name}`, exact: true });
  }

  /** Says where the users work who have no usage location. */
  async setLocation(country: string): Promise<void> {
    const { withoutLocation: issue } = this;
    await issue.getByRole('combobox').selectOption({ label: country });
    await issue.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(issue).toBeHidden();
  }

  /** Saves what is ticked, and waits for the result. */
  async save(reference = ''): Promise<void> {
    await this.startSaving();
    await this.confirm(reference);
  }

  /** Presses Save on the screen. */
  async startSaving(): Promise<void> {
    await expect(this.saveButton).toBeEnabled();
    await this.saveButton.click();
  }

  /** Fills in what the confirmation asks for, presses Save and waits for the result. */
  async confirm(reference = ''): Promise<void> {
    // what has to be typed is known with the numbers
    await expect(this.dialog.getByText('Users changed')).toBeVisible();
    const name = this.dialog.getByLabel('Your name');
    if (await name.isVisible()) await name.fill('Kim Lee');
    if (reference !== '') await this.dialog.getByLabel('Ticket reference').fill(reference);
    const typed = this.dialog.getByText(/^To confirm, enter the number of users/);
    if (await typed.isVisible()) {
      const count = /: ([\d,]+)$/.exec((await typed.textContent())?.trim() ?? '')?.[1] ?? '';
      await this.dialog.getByLabel(/^To confirm/).fill(count.replaceAll(',', ''));
    }
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const heading = /^Licenses updated: .*planned/;
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
}
