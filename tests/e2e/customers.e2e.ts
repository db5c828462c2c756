import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { rowsOf } from './downloads.ts';
import { fileOf, press, withoutPicker } from './export-screen.ts';
import { skusFile, userId, usersFile } from './files/graph-files.ts';
import { e3 } from './files/products.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { HeldWork } from './held-work.ts';
import { importCustomer } from './import-screen.ts';
import { manageFor } from './planning.ts';
import { samples, toCustomers } from './user-list.ts';

/** One license, of which two are assigned. */
const overdrawnFiles = [
  skusFile('c0ffee00-1111-4222-8333-444455556666', 'cornerbakery', [
    { product: e3, enabled: 1, consumed: 2 },
  ]),
  usersFile('users.json', [
    {
      ...{ id: userId(51), name: 'Bea Rolls', upn: 'bea@bakery.example', location: 'FR' },
      held: [{ product: e3 }],
    },
  ]),
];

const customerRow = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: 'Customers', exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

async function choose(page: Page, customer: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${customer}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function importAndList(page: Page): Promise<void> {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await toCustomers(page);
}

/** Plans Power BI Pro, of which none is left, for one user, and lists the customers. */
async function planShortProduct(page: Page): Promise<void> {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const manage = await manageFor(page, ['Ada Winter']);
  await manage.press(manage.box('POWER_BI_PRO'));
  await manage.startSaving();
  await manage.dialog.getByRole('radio', { name: /^Assign to all and add/ }).check();
  await manage.dialog.getByRole('button', { name: 'Continue' }).click();
  await manage.confirm();
  await toCustomers(page);
}

test('the first visit offers samples; they are made with progress, and then listed', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  const heading = 'Assign and revoke licenses for many users at once';
  await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Import files' })).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'Manage licenses, with one product to assign' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  const progress = page.getByRole('progressbar', { name: 'Making the sample customers' });
  await expect(progress).toBeVisible();
  await expect(page.getByText(/^[\d,]+ of 103,225 users$/)).toBeVisible({ timeout: 60_000 });
  await expect(progress).toBeHidden({ timeout: 90_000 });

  for (const [count, name] of Object.entries(samples)) {
    const row = customerRow(page, name);
    await expect(row.getByText('Sample', { exact: true })).toBeVisible();
    const users = Number(count).toLocaleString('en');
    await expect(row.getByRole('cell').nth(0)).toHaveText(users);
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^[1-9]\d*$/);
    await expect(row.getByRole('cell').nth(2)).toHaveText('0');
    await expect(row).toContainText(/Updated (today|\d+ days? ago)/);
  }
  await expect(page.getByRole('button', { name: 'Add sample customers' })).toHaveCount(0);
  for (const way of ['Connect', 'Find customers in Microsoft 365', 'Import files']) {
    const link = page.getByRole('main').getByRole('link', { name: way, exact: true });
    await expect(link).toBeVisible();
  }
  await page.getByRole('button', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'Users', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Users' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByRole('rowheader').first()).toContainText(samples[100_000]);
});

test('making samples can be cancelled; what was not finished is not there', async ({ page }) => {
  const work = await HeldWork.in(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  await expect(customerRow(page, samples[25])).toBeVisible();
  await work.hold();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await work.letGo();
  await expect(page.getByText('Cancelled.')).toBeVisible();
  await page.reload();
  await expect(customerRow(page, samples[25])).toBeVisible();
  await expect(customerRow(page, samples[100_000])).toHaveCount(0);
});

test('every page of a customer says whose it is and how old its data is', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const pages = page.getByRole('navigation', { name: `Pages of ${TOY_MAKER}` });
  for (const name of ['Overview', 'Users and licenses', 'Selected users', 'Manage licenses']) {
    const link = pages.getByRole('link', { name, exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveTitle(new RegExp(TOY_MAKER));
    const main = page.getByRole('main');
    await expect(main.getByText(TOY_MAKER, { exact: true }).first()).toBeVisible();
    await expect(main.getByText('brightfield.example', { exact: true })).toBeVisible();
    await expect(main.getByText('Updated today', { exact: true }).first()).toBeVisible();
    await expect(main.getByText('Nothing pending')).toBeVisible();
  }
});

test('a customer is renamed, here, in its title and where it is pinned or was opened last', async ({
  page,
}) => {
  await importAndList(page);
  await choose(page, TOY_MAKER, 'Pin to the side bar');
  const pinned = page.getByRole('list', { name: 'Pinned customers' });
  await expect(pinned.getByRole('link', { name: TOY_MAKER })).toBeVisible();
  await choose(page, TOY_MAKER, 'Rename');
  const dialog = page.getByRole('dialog', { name: 'Rename customer' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Name').fill('  Brightfield & Söhne 二号 ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await pinned.getByRole('link', { name: 'Brightfield & Söhne 二号' }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Brightfield & Söhne 二号' });
  await expect(heading).toBeVisible();
  await page.reload();
  await expect(heading).toBeVisible();
  await expect(page).toHaveTitle(/Brightfield & Söhne 二号/);
  await expectAccessible(page);
  await toCustomers(page);
  await choose(page, 'Brightfield & Söhne 二号', 'Unpin from the side bar');
  await expect(pinned).toHaveCount(0);
  const recent = page.getByRole('list', { name: 'Recent customers' });
  await recent.getByRole('link', { name: 'Brightfield & Söhne 二号' }).click();
  await expect(heading).toBeVisible();
  // beside icons alone there is no room for names
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(recent).toBeHidden();
});

test('removing names the pending changes first, and then asks for the name', async ({ page }) => {
  await planShortProduct(page);
  await expect(customerRow(page, TOY_MAKER).getByRole('cell').nth(2)).toHaveText('1');
  await choose(page, TOY_MAKER, 'Remove this customer from this device');
  const dialog = page.getByRole('alertdialog', { name: `Remove ${TOY_MAKER} from this device?` });
  await expect(dialog).toContainText('The pending changes of 1 user are stored nowhere else');
  await expect(dialog).toContainText('6 users and 5 products are deleted from this device.');
  const remove = dialog.getByRole('button', { name: 'Remove from this device' });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel(`Enter ${TOY_MAKER} to confirm`).fill('Brightfield');
  await expect(remove).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await customerRow(page, TOY_MAKER).getByRole('link', { name: TOY_MAKER, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: TOY_MAKER })).toBeVisible();
  const address = page.url();
  await page.getByRole('button', { name: 'Customer actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove this customer from this device' }).click();
  await dialog.getByLabel(`Enter ${TOY_MAKER} to confirm`).fill(TOY_MAKER);
  await remove.click();
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Buy list' })).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Recent customers' })).toHaveCount(0);
  await follow(page, address);
  await expect(
    page.getByRole('heading', { level: 2, name: 'This customer is not on this device' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Go to Customers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
});

test('a customer without a plan is removed without typing', async ({ page }) => {
  await importAndList(page);
  await choose(page, TOY_MAKER, 'Remove this customer from this device');
  await expect(page.getByText('No change is pending.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeVisible();
});

test('the buy list is shown, counted anew, exported and emptied', async ({ page }) => {
  await withoutPicker(page);
  await planShortProduct(page);
  const marks = customerRow(page, TOY_MAKER)
    .getByRole('list', { name: 'Needs attention' })
    .getByRole('listitem');
  const needed = ['1 product overdrawn', '1 product to buy'];
  await expect(marks).toHaveText(needed);
  // the customer's own page says just that
  await page.getByRole('link', { name: TOY_MAKER }).first().click();
  const own = page.getByRole('main').getByRole('list', { name: 'Needs attention' });
  await expect(own.getByRole('listitem')).toHaveText(needed);
  await expect(own.locator('..').locator('..')).toHaveText(
    new RegExp(`^\\s*Needs attention\\s*${needed.join('\\s*')}\\s*$`),
  );
  await toCustomers(page);
  const panel = page.getByRole('region', { name: 'Buy list' }).first();
  const number = panel.getByLabel(`Number of Power BI Pro to buy for ${TOY_MAKER}`);
  await expect(number).toHaveValue('1');
  await number.fill('4');
  await number.press('Tab');
  await expect(page.getByText('To buy: 4 × Power BI Pro.')).toBeAttached();
  await page.reload();
  await expect(number).toHaveValue('4');

  const file = await fileOf(page, await press(page, 'Buy list'));
  expect(file.name).toMatch(/^Buy list (.+ )?\d{4}-\d\d-\d\d\.csv$/);
  expect(file.text.startsWith('\uFEFF')).toBe(true);
  expect(rowsOf(file.text)).toEqual([
    expect.objectContaining({
      Customer: TOY_MAKER,
      Product: 'Power BI Pro',
      'Part number': 'POWER_BI_PRO',
      'Product ID': 'f8a1db68-be16-40ed-86d5-cb42ce701560',
      Licenses: '4',
    }),
  ]);
  await panel
    .getByRole('button', { name: `Remove Power BI Pro for ${TOY_MAKER} from the buy list` })
    .click();
  await expect(page.getByRole('heading', { name: 'Buy list' })).toHaveCount(0);
  await expect(marks).toHaveText(['1 product overdrawn']);
});

test('customers that need attention are marked, and the marks narrow the list', async ({
  page,
}) => {
  await importAndList(page);
  await importCustomer(page, 'Corner Bakery', overdrawnFiles);
  await toCustomers(page);
  const cares = page.getByRole('group', { name: 'Needs attention' });
  const overdrawn = cares.getByRole('button', { name: 'Overdrawn (1)' });
  await overdrawn.click();
  await expect(overdrawn).toHaveAttribute('aria-pressed', 'true');
  await expect(customerRow(page, TOY_MAKER)).toHaveCount(0);
  await expect(customerRow(page, 'Corner Bakery')).toContainText('1 product overdrawn');
  await overdrawn.click();
  await expect(customerRow(page, TOY_MAKER)).toBeVisible();
});
