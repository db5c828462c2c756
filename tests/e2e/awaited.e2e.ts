import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { skusFile, userId, usersFile, type MadeUser } from './files/graph-files.ts';
import { e3, flow } from './files/products.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';
import { expectPending } from './planning.ts';

const HOUSE = 'Willow House';
const TENANT = '9b3e7f20-6f7c-4a1c-8f7e-2f6f1f0a7c11';

const person = (number: number, account: string): MadeUser => ({
  id: userId(number),
  name: `${account.charAt(0).toUpperCase()}${account.slice(1)} Willow`,
  upn: `${account}@willow.example`,
  location: 'SE',
});

const skus = skusFile(TENANT, 'willow', [
  { product: e3, enabled: 5, consumed: 0 },
  { product: flow, enabled: 100 },
]);
const before = [skus, usersFile('users.json', [person(1, 'ada'), person(2, 'bo')])];
/** Everybody, and two of three who were waited for. */
const after = [
  skus,
  usersFile(
    'users.json',
    [1, 2, 3, 4].map((n) => person(n, ['ada', 'bo', 'cy', 'dan'][n - 1] ?? '')),
  ),
];

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog.getByLabel('Usernames, email addresses').fill(text);
  await dialog.getByRole('checkbox', { name: /^Wait for the (one|\d+) not found/ }).check();
  await dialog.getByRole('button', { name: /^(Select|Wait for)/ }).click();
  await dialog.getByRole('link', { name: 'Manage licenses' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
}

const customerLink = (page: Page) =>
  page
    .getByRole('navigation', { name: `Pages of ${HOUSE}` })
    .getByRole('link', { name: 'Overview' });

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });
    test.setTimeout(120_000);

    test('a Save waits for users, an import brings them, and they are reviewed', async ({
      page,
    }) => {
      await importCustomer(page, HOUSE, before);
      await paste(
        page,
        'ada@willow.example, Cy@willow.example dan@willow.example eve@willow.example',
      );
      const manage = new ManageScreen(page);
      const waiting = page.getByRole('region', { name: '3 users not here yet' });
      await expect(waiting).toContainText('Cy@willow.example');
      await page.reload();
      await expect(waiting).toBeVisible();
      await manage.press(manage.box('SPE_E3'));
      await expect(manage.row('SPE_E3')).toContainText('Assign to 4');
      await expect(manage.row('SPE_E3')).toContainText(
        '4 needed, of which 3 for users who are not here yet',
      );
      await expectAccessible(page);
      await manage.save();
      const names = page.getByRole('region', { name: 'Waiting for the user', exact: true });
      await expect(names.getByRole('row')).toHaveCount(4);
      await expectAccessible(page);
      await expectPending(page, 1);

      // what is kept for them is not available to others
      await customerLink(page).click();
      await expect(page.getByRole('row', { name: /^Microsoft 365 E3/ })).toContainText('1 planned');
      await expect(names.getByRole('row', { name: /^dan@willow/ })).toContainText('not here yet');
      await names.getByRole('button', { name: 'Do not wait for eve@willow.example' }).click();
      await expect(names.getByRole('row')).toHaveCount(3);
      await expect(page.getByRole('row', { name: /^Microsoft 365 E3/ })).toContainText('2 planned');

      const screen = await ImportScreen.open(page);
      await screen.choose(after);
      await screen.run();
      await screen.toUsers();
      const question = page
        .getByRole('status')
        .filter({ hasText: '2 users that you waited for are here' });
      await expect(question).toContainText('Cy Willow');
      await expectAccessible(page);
      await question.getByRole('button', { name: 'Review' }).press('Enter');
      await expect(page.getByRole('list', { name: 'Selected users: 2' })).toContainText(
        'Dan Willow',
      );
      await expect(manage.box('SPE_E3')).toBeChecked();
      await expect(manage.row('SPE_E3')).toContainText('Assign to 2');
      await expect(manage.row('SPE_E3')).toContainText('2 planned');
      await expectPending(page, 1);
      await page.reload();
      await expect(manage.row('SPE_E3')).toContainText('Assign to 2');
      await manage.save();
      await expectPending(page, 3);
      await customerLink(page).click();
      await expect(page.getByRole('row', { name: /^Microsoft 365 E3/ })).toContainText('2 planned');
      await expect(names).toHaveCount(0);
      await expect(question).toHaveCount(0);
    });
  });
}

test('a Save only for users who are not here yet, and they are not wanted any more', async ({
  page,
}) => {
  await importCustomer(page, HOUSE, before);
  await paste(page, 'cy@willow.example\neve@willow.example');
  const manage = new ManageScreen(page);
  await expect(manage.saveButton).toBeDisabled();
  const waiting = page.getByRole('region', { name: 'not here yet' });
  await waiting.getByRole('button', { name: 'Do not wait for eve@willow.example' }).press('Enter');
  await expect(waiting.getByRole('listitem')).toHaveCount(1);
  await manage.press(manage.box('SPE_E3'));
  await expect(manage.saveButton).toHaveText('Save: 1 user not here yet');
  await manage.save();
  await expect(
    page.getByRole('region', { name: 'Waiting for the user', exact: true }),
  ).toContainText('cy@willow.example');
  await expect(page.getByText('Nothing pending')).toBeVisible();

  const screen = await ImportScreen.open(page);
  await screen.choose(after);
  await screen.run();
  await screen.toUsers();
  const question = page
    .getByRole('status')
    .filter({ hasText: 'A user that you waited for is here' });
  await question.getByRole('button', { name: 'Do not plan it' }).click();
  await expect(question).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Paste a list' })).toBeVisible();
  await expect(question).toHaveCount(0);
});
