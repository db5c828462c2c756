import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openManage } from './manage-screen.ts';
import { samples } from './user-list.ts';

const SMALL = samples[25];

async function makeSamples(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  const largest = page.getByRole('link', { name: samples[100_000], exact: true });
  await expect(largest).toBeVisible({ timeout: 50_000 });
}

async function openCustomer(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The cell of a row under this column. */
async function cellUnder(row: Locator, column: string): Promise<Locator> {
  const headers = row.locator('xpath=ancestor::table').getByRole('columnheader');
  await expect(headers.filter({ hasText: column }).first()).toBeVisible();
  const names = (await headers.allTextContents()).map((name) => name.trim());
  expect(names).toContain(column);
  return row.locator('th, td').nth(names.indexOf(column));
}

async function choose(page: Page, customer: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${customer}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Plans that everyone of the small sample customer gets a free product; gives how many change. */
async function planSomething(page: Page): Promise<number> {
  const manage = await openManage(page, 25, null);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  await manage.confirm('INC-7');
  const pending = page.getByText(/^\d+ users? pending$/);
  await expect(pending).toBeVisible();
  return Number.parseInt((await pending.textContent()) ?? '', 10);
}

test('lists customers with their users, products, pending users and age of the data', async ({
  page,
}) => {
  await makeSamples(page);
  for (const [users, name] of Object.entries(samples)) {
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('Sample');
    await expect(row).toContainText(/Data of \d+ \w+ \d{4}, (today|\d+ days? old)/);
    await expect(await cellUnder(row, 'Users')).toHaveText(Number(users).toLocaleString('en'));
    await expect(await cellUnder(row, 'Pending')).toHaveText('0');
  }
  await page.getByRole('button', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'Users', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Users' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByRole('rowheader').first()).toContainText(samples[100_000]);
});

test('every page of a customer says whose it is and how old its data is', async ({ page }) => {
  await makeSamples(page);
  await openCustomer(page, SMALL);
  const pages = page.getByRole('navigation', { name: `Pages of ${SMALL}` });
  for (const name of ['Overview', 'Users and licenses', 'Selected users', 'Manage licenses']) {
    await pages.getByRole('link', { name, exact: true }).click();
    await expect(pages.getByRole('link', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expect(page).toHaveTitle(new RegExp(SMALL.replace('&', '.')));
    const main = page.getByRole('main');
    await expect(main.getByText(SMALL, { exact: true }).first()).toBeVisible();
    await expect(main.getByText('lindqvist-okafor.example', { exact: true })).toBeVisible();
    await expect(main.getByText(/^Data of /).first()).toBeVisible();
    await expect(main.getByText('Nothing pending')).toBeVisible();
  }
});

test('an address of a customer who is not here says so', async ({ page }) => {
  await page.goto('/customers/nobody/users');
  await expect(page.getByText('This customer is not on this device').first()).toBeVisible();
  await page.getByRole('link', { name: 'Go to Customers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
});

test('renaming shows everywhere', async ({ page }) => {
  await makeSamples(page);
  await choose(page, SMALL, 'Rename');
  await page.getByLabel('Name', { exact: true }).fill('Clinic 二号');
  await page.getByRole('button', { name: 'Save' }).click();
  await openCustomer(page, 'Clinic 二号');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Clinic 二号' })).toBeVisible();
});

test('removing a customer names its pending changes and wants its name typed', async ({ page }) => {
  const pending = await planSomething(page);
  await page.getByRole('link', { name: 'Customers' }).first().click();
  const row = page.getByRole('row').filter({ hasText: SMALL });
  await expect(await cellUnder(row, 'Pending')).toHaveText(String(pending));
  await choose(page, SMALL, 'Remove this customer from this device');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(`The pending changes of ${pending} users are stored nowhere`);
  const remove = dialog.getByRole('button', { name: 'Remove from this device' });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel(/^Type /).fill('Lindqvist');
  await expect(remove).toBeDisabled();
  await dialog.getByLabel(/^Type /).fill(SMALL);
  await remove.click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: samples[3200] })).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('a backup of one customer brings it back with its pending changes', async ({ page }) => {
  const pending = await planSomething(page);
  await page.getByRole('link', { name: 'Customers' }).first().click();
  const saved = page.waitForEvent('download');
  await choose(page, SMALL, 'Back up this customer');
  const file = await saved;
  expect(file.suggestedFilename()).toContain('Clinic');
  await choose(page, SMALL, 'Remove this customer from this device');
  await page.getByLabel(/^Type /).fill(SMALL);
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(page.getByRole('row').filter({ hasText: SMALL })).toHaveCount(0);

  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(await file.path());
  await expect(page.getByText('is a Seatwise backup.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore from backup' }).click();
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Customers' }).click();
  const row = page.getByRole('row').filter({ hasText: SMALL });
  await expect(await cellUnder(row, 'Pending')).toHaveText(String(pending));
  await openCustomer(page, SMALL);
  await expect(page.getByRole('row').filter({ hasText: 'INC-7' })).toBeVisible();
});

test('license entitlements: licenses by state, service plans, holders and what was saved', async ({
  page,
}) => {
  await planSomething(page);
  await page.getByRole('link', { name: 'Overview' }).click();
  const product = page.getByRole('row', { name: /^Exchange Online \(Plan 2\)/ });
  await expect(await cellUnder(product, 'Active')).toHaveText('2');
  await expect(await cellUnder(product, 'Available licenses')).toContainText('overdrawn by 1');
  await product.getByRole('button', { name: /1 service plan/ }).click();
  const plans = page.getByRole('list', { name: 'Service plans of Exchange Online (Plan 2)' });
  await expect(plans).toContainText('EXCHANGE_S_ENTERPRISE');

  const free = page.getByRole('row', { name: /^Microsoft Power Automate Free/ });
  await expect(await cellUnder(free, 'Assigned')).toContainText('in Microsoft 365');
  await expect(await cellUnder(free, 'Available licenses')).toContainText(/planned.*in Microsoft/s);
  await free.getByRole('button', { name: /^Part number and ID/ }).click();
  await expect(page.getByText('f30db892-07e9-47e9-837c-80727f46fd3d')).toBeVisible();
  await page.keyboard.press('Escape');

  const change = page.getByRole('row').filter({ hasText: 'INC-7' });
  await expect(change).toContainText('Kim Lee');
  await change.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Licenses updated/ })).toBeVisible();

  await page.getByRole('link', { name: 'Overview' }).click();
  const holders = await cellUnder(product, 'Assigned');
  const count = Number(await holders.getByRole('link').textContent());
  await holders.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Users and licenses' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages', exact: true })).toContainText(
    `of ${count}`,
  );
});

test('all customers’ licenses: sorted, searched, filtered to problems, exported', async ({
  page,
}) => {
  await makeSamples(page);
  await page.getByRole('link', { name: "All customers' licenses" }).click();
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  await page.getByRole('button', { name: /^Overdrawn \(\d+\)$/ }).click();
  await expect(rows.filter({ hasNotText: 'overdrawn by' })).toHaveCount(0);
  await expect(rows.first()).toContainText('overdrawn by');
  await page.getByRole('button', { name: 'Available licenses' }).click();
  await expect(rows.first()).toContainText(samples[100_000]);
  await rows.first().getByRole('link', { name: samples[100_000] }).click();
  await expect(page.getByRole('heading', { level: 1, name: samples[100_000] })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /^Overdrawn/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('searchbox', { name: 'Search products and customers' }).fill('clinic');
  await expect(rows.filter({ hasNotText: SMALL })).toHaveCount(0);
  await expect(rows.first()).toContainText(SMALL);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  for (const name of Object.values(samples)) expect(text).toContain(name);
});

test('the list of things to buy can be changed, and exported', async ({ page }) => {
  const manage = await openManage(page, 25, null);
  await manage
    .row('EXCHANGEENTERPRISE')
    .getByRole('button', { name: /^Buy more/ })
    .click();
  await manage.dialog.getByLabel('Number to buy').fill('4');
  await manage.dialog.getByRole('button', { name: 'Add to the list of things to buy' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Customers' }).first().click();
  const list = page.getByRole('region', { name: 'Things to buy' }).first();
  const line = list.getByRole('row').filter({ hasText: 'EXCHANGEENTERPRISE' });
  await expect(line).toContainText(SMALL);
  await line.getByRole('spinbutton').fill('6');
  await line.getByRole('spinbutton').press('Tab');
  const saved = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Export as CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toMatch(/EXCHANGEENTERPRISE.*\b6\b/);
  await line.getByRole('button', { name: /^Take .* off the list/ }).click();
  await expect(list).toHaveCount(0);
});
