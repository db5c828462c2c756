import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { skusFile, userId, usersFile, type MadeUser } from './files/graph-files.ts';
import { e3, flow } from './files/products.ts';
import { importCustomer } from './import-screen.ts';
import { openUsers } from './user-list.ts';

const person = (number: number, name: string, part: Partial<MadeUser> = {}): MadeUser => ({
  id: userId(number),
  name,
  upn: `${name.split(' ')[0]?.toLowerCase() ?? ''}@willow.example`,
  location: 'SE',
  ...part,
});

const HOUSE = 'Willow House';
const files = [
  skusFile('9b3e7f20-6f7c-4a1c-8f7e-2f6f1f0a7c11', 'willow', [
    { product: e3, enabled: 3, consumed: 1 },
    { product: flow, enabled: 100 },
  ]),
  usersFile('users.json', [
    person(1, 'Ada Winter', { held: [{ product: e3 }], mail: 'ada.winter@willow.example' }),
    person(2, 'Bo Lind', { mail: 'shop@willow.example' }),
    person(3, 'Cy Young', { mail: 'shop@willow.example' }),
    person(4, 'Dan Aalto'),
    person(5, 'Eve Guest', { upn: 'eve_partner.example#EXT#@willow.example', guest: true }),
  ]),
];

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Paste a list' });
const fieldOf = (page: Page) => page.getByLabel('Usernames, email addresses');

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await fieldOf(page).fill(text);
}

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    test('a pasted list becomes the selection', async ({ page }) => {
      const users = await importCustomer(page, HOUSE, files);
      await users.box(3).click();
      await expect(users.selectedLink).toHaveText('Selected users (1)');
      await paste(
        page,
        `"Winter, Ada" <ADA.winter@willow.example>; Dan Aalto\nShop <shop@willow.example>
         eve@partner.example，nobody@willow.example\nUser name\nada@willow.example`,
      );
      const dialog = dialogOf(page);
      await expect(dialog.getByRole('status').first()).toHaveText(
        '3 matched, 1 not found, 1 ambiguous, 1 not recognized',
      );
      await expect(dialog.getByRole('textbox', { name: 'Not found' })).toHaveValue(
        'nobody@willow.example',
      );
      await expect(dialog.getByRole('textbox', { name: 'Not recognized' })).toHaveValue(
        'User name',
      );
      await expectAccessible(page);
      await dialog.getByRole('checkbox', { name: /^Cy Young/ }).check();
      await dialog.getByRole('radio', { name: 'Select only the users in this list' }).check();
      await dialog.getByRole('button', { name: 'Select 4 users' }).click();
      await expect(dialog.getByText('4 users are selected.')).toBeVisible();
      await expect(dialog.getByRole('textbox', { name: 'Not found' })).toBeVisible();
      await expect(dialog.getByRole('link', { name: 'Manage licenses' })).toBeFocused();
      await dialog.getByRole('link', { name: 'Manage licenses' }).click();
      const boxes = page.getByRole('list', { name: 'Selected users: 4' });
      for (const name of ['Ada Winter', 'Cy Young', 'Dan Aalto', 'Eve Guest']) {
        await expect(boxes).toContainText(name);
      }
      await page.reload();
      await expect(boxes).toBeVisible();
    });

    test('a pasted list is added to the selection, by keyboard alone', async ({ page }) => {
      const users = await importCustomer(page, HOUSE, files);
      await users.box(0).click();
      await page.getByRole('button', { name: 'Paste a list' }).press('Enter');
      const dialog = dialogOf(page);
      await expect(dialog.getByRole('button', { name: 'Select', exact: true })).toBeDisabled();
      const unknown = Array.from({ length: 1500 }, (_, i) => `nobody${i}@willow.example`);
      await fieldOf(page).fill(unknown.join('\n'));
      const notFound = dialog.getByRole('textbox', { name: 'Not found' });
      await expect(notFound).toHaveValue(unknown.slice(0, 1000).join('\n'));
      await dialog.getByRole('button', { name: 'Show all' }).press('Enter');
      await expect(notFound).toHaveValue(unknown.join('\n'));
      await fieldOf(page).fill('');
      await fieldOf(page).focus();
      await page.keyboard.insertText('dan@willow.example');
      await expect(dialog.getByRole('button', { name: 'Select 1 user' })).toBeEnabled();
      await page.keyboard.press('Tab');
      await expect(dialog.getByRole('radio', { name: 'Add the users in this list' })).toBeChecked();
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('2 users are selected.')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Paste a list' })).toBeFocused();
      await expect(users.selectedLink).toHaveText('Selected users (2)');
    });
  });
}

test('of 20,000 pasted lines, one that names a user is found and all others are named @slow', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const users = await openUsers(page, 100000);
  await users.expectRange('of 100,000');
  const known = await page.locator('tbody tr').first().getByText(/@/).first().textContent();
  await page.evaluate((first) => {
    const others = Array.from(
      { length: 20_000 },
      (_, i) => `Somebody <nobody${i}@nowhere.example>`,
    );
    return navigator.clipboard.writeText([first, ...others].join('\n'));
  }, known);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await fieldOf(page).focus();
  await page.keyboard.press('Control+V');
  await expect(dialogOf(page).getByRole('status').first()).toHaveText(
    '1 matched, 20,000 not found',
  );
  await expect(dialogOf(page).getByRole('button', { name: 'Select 1 user' })).toBeEnabled();
});
