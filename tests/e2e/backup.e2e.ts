import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { chooseBackup, savedBackup } from './backup-file.ts';
import { downloadOf } from './downloads.ts';
import type { MadeFile } from './files/made-file.ts';
import { skusFile, userId, usersFile } from './files/graph-files.ts';
import { e3 } from './files/products.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { expectPending, planFor, userRow } from './planning.ts';

const BAKERY = 'Corner Bakery';
const bakeryFiles = [
  skusFile('c0ffee00-1111-4222-8333-444455556666', 'cornerbakery', [{ product: e3, enabled: 3 }]),
  usersFile('users.json', [{ id: userId(51), name: 'Bea Rolls', upn: 'bea@bakery.example' }]),
];

/** The list of customers as a person reads it. */
async function customersOf(page: Page): Promise<string[]> {
  await follow(page, '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  const region = page.getByRole('region', { name: 'Customers', exact: true });
  const first = region.getByRole('row').nth(1);
  await expect(first.or(page.getByRole('button', { name: /^Try with sample/ }))).toBeVisible();
  const texts = await region.getByRole('row').allInnerTexts();
  return texts.slice(1).map((text) => text.replace(/\s+/g, ' '));
}

async function wipe(page: Page, counts: RegExp): Promise<void> {
  await follow(page, '/settings');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete everything from this device' });
  await expect(dialog).toContainText(counts);
  const now = dialog.getByRole('button', { name: 'Delete everything' });
  await expect(now).toBeDisabled();
  await dialog.getByLabel('Enter DELETE to confirm').fill('delete');
  await now.click();
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeVisible();
}

const settingsTick = (page: Page) =>
  page.getByRole('checkbox', { name: 'Also take over the settings of the device' });

test('everything is backed up, deleted and put back as it was: customers, plans, selection, settings', async ({
  page,
}) => {
  await importCustomer(page, BAKERY, bakeryFiles);
  const users = await importCustomer(page, TOY_MAKER, toyFiles);
  const address = page.url();
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  const result = page.url();
  await follow(page, address);
  await page.getByRole('checkbox', { name: 'Select 李娜' }).click();
  await users.expectKept();
  const before = await customersOf(page);
  expect(before).toHaveLength(2);

  const backup = await savedBackup(page);
  const { name } = backup;
  expect(name).toMatch(/^Seatwise \d{4}-\d\d-\d\d\.seatwise\.json$/);
  await expect(page.getByText(`Backup saved as ${name}.`)).toBeVisible();

  await wipe(page, /2 customers will be deleted from this device, and the pending changes of 2/);
  await expect.poll(() => customersOf(page)).toEqual([]);
  await follow(page, address);
  await expect(
    page.getByRole('heading', { level: 2, name: 'This customer is not on this device' }),
  ).toBeVisible();
  await follow(page, '/settings');
  await expect(page.getByLabel('Your name')).toHaveValue('');

  await chooseBackup(page, backup);
  const customers = page.getByRole('region', { name: 'Customers in the backup' });
  await expect(customers.getByRole('row', { name: TOY_MAKER })).toContainText('Not there yet');
  await expect(settingsTick(page)).not.toBeChecked();
  await settingsTick(page).check();
  await page.getByRole('button', { name: 'Restore 2 customers' }).click();
  await expect(page.getByText('2 customers restored.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Kim Lee');
  await expect.poll(() => customersOf(page)).toEqual(before);
  await page.goto(address);
  await expectPending(page, 2);
  await expect(userRow(page, '王伟')).toContainText('+ Microsoft Power Automate Free, planned');
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  await follow(page, result);
  await expect(page.getByRole('button', { name: 'Planned (2)' })).toBeVisible();
});

test('one customer is backed up, and put back beside the others from Import', async ({ page }) => {
  await importCustomer(page, BAKERY, bakeryFiles);
  await importCustomer(page, TOY_MAKER, toyFiles);
  await planFor(page, ['Ada Winter'], 'FLOW_FREE');
  const before = await customersOf(page);
  await page.getByRole('button', { name: `Actions for ${TOY_MAKER}` }).click();
  const { path, name, text } = await downloadOf(page, () =>
    page.getByRole('menuitem', { name: 'Back up this customer' }).click(),
  );
  expect(name).toContain(TOY_MAKER);
  expect(text).not.toContain(BAKERY);
  await page.getByRole('button', { name: `Actions for ${TOY_MAKER}` }).click();
  await page.getByRole('menuitem', { name: 'Remove this customer from this device' }).click();
  await page.getByLabel(`Enter ${TOY_MAKER} to confirm`).fill(TOY_MAKER);
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  const listed = page.getByRole('main').getByRole('link', { name: TOY_MAKER, exact: true });
  await expect(listed).toHaveCount(0);

  const screen = await ImportScreen.open(page);
  await screen.choose([{ name, mimeType: 'application/json', buffer: await readFile(path) }]);
  await expect(screen.file(name)).toContainText('Seatwise backup');
  await expect(screen.importButton).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore 1 customer' }).click();
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Customers' }).click();
  await expect.poll(() => customersOf(page)).toEqual(before);
});

test('a damaged backup is refused and changes nothing', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const { text, name } = await savedBackup(page);
  await importCustomer(page, BAKERY, bakeryFiles);
  const before = await customersOf(page);
  const file = (content: string): MadeFile => ({
    ...{ name, mimeType: 'application/json', buffer: Buffer.from(content, 'utf8') },
  });
  const cutOff = 'This backup was cut off, or it is damaged';
  const altered = 'This backup was altered after it was saved';
  const damaged: Record<string, readonly [content: string, why: string]> = {
    'cut off in the middle': [text.slice(0, text.length / 2), cutOff],
    'without its last line': [text.slice(0, text.trimEnd().lastIndexOf('\n')), cutOff],
    'with another name in it': [text.replace(TOY_MAKER, TOY_MAKER.toUpperCase()), altered],
    'with a number that points nowhere': [text.replace(/"setCount":\d+/, '"setCount":99'), altered],
    'not a backup at all': [
      '{"format":"something-else","version":1}',
      'This file is not a Seatwise backup.',
    ],
  };
  for (const [how, [content, why]] of Object.entries(damaged)) {
    await test.step(how, async () => {
      expect(content).not.toBe(text);
      await chooseBackup(page, file(content));
      await expect(page.getByRole('alert')).toContainText(why);
      await expect(page.getByRole('button', { name: /^Restore( \d|$)/ })).toHaveCount(0);
      await expect.poll(() => customersOf(page)).toEqual(before);
    });
  }
});

test('a restore says what it replaces, asks before pending changes go, and saves them first', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const address = page.url();
  const old = await savedBackup(page);
  await follow(page, address);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');

  await chooseBackup(page, old);
  const row = page
    .getByRole('region', { name: 'Customers in the backup' })
    .getByRole('row', { name: TOY_MAKER });
  await expect(row).toContainText('Replaced: 6 users, 1 saved change');
  await expect(row).toContainText('Pending changes of 2 users will be lost');
  const restore = page.getByRole('button', { name: 'Restore 1 customer' });
  await expect(restore).toBeDisabled();
  const typed = page.getByLabel('Enter 2 to confirm');
  await typed.fill('3');
  await expect(restore).toBeDisabled();
  await typed.fill('2');
  await expect(page.getByRole('checkbox', { name: 'First save a backup' })).toBeChecked();
  await expectAccessible(page);
  const safety = await downloadOf(page, () => restore.click());
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await follow(page, address);
  await expect(userRow(page, '王伟')).not.toContainText('planned');

  // nothing is lost: what was replaced is in the file that was saved first
  const buffer = await readFile(safety.path);
  await chooseBackup(page, { name: safety.name, mimeType: 'application/json', buffer });
  await restore.click();
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await follow(page, address);
  await expectPending(page, 2);
});

test('what changed since the restore was looked at is looked at again', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const address = page.url();
  const old = await savedBackup(page);
  await chooseBackup(page, old);
  const restore = page.getByRole('button', { name: 'Restore 1 customer' });
  await expect(restore).toBeEnabled();
  const other = await context.newPage();
  await other.goto(address);
  await planFor(other, ['Ada Winter'], 'FLOW_FREE');
  await page.getByRole('checkbox', { name: 'First save a backup' }).uncheck();
  await restore.click();
  await expect(page.getByText('Something on this device has changed since.')).toBeVisible();
  await expect(page.getByLabel('Enter 1 to confirm')).toBeVisible();
  await expect(restore).toBeDisabled();
  await other.reload();
  await expect(userRow(other, 'Ada Winter')).toContainText('planned');
});

test('a backup under a passphrase opens with it only', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const sealed = await savedBackup(page, 'correct horse');
  expect(sealed.name).toMatch(/^Seatwise \d{4}-\d\d-\d\d\.seatwise$/);
  expect(sealed.buffer.toString('latin1')).not.toContain(TOY_MAKER);
  await chooseBackup(page, sealed);
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  const open = page.getByRole('button', { name: 'Open the backup' });
  await passphrase.fill('correct horsf');
  await open.click();
  await expect(page.getByRole('alert')).toContainText('does not open with this passphrase');
  await passphrase.fill('correct horse');
  await open.click();
  await page.getByRole('button', { name: 'Restore 1 customer' }).click();
  await expect(page.getByText('1 customer restored.')).toBeVisible();
});
