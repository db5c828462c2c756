import { expect, test } from '@playwright/test';
import { pressOn, tabTo } from './keys.ts';
import { ManageScreen } from './manage-screen.ts';
import { samples, UserListScreen } from './user-list.ts';

test('the whole way from the first visit to the planned change, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const main = page.getByRole('main');
  await page.goto('/');
  await pressOn(page, page.getByRole('button', { name: 'Try with sample customers' }), 'Enter');
  await pressOn(page, page.getByRole('link', { name: samples[25], exact: true }), 'Enter');
  const toUsers = main.getByRole('link', { name: 'Users and licenses', exact: true });
  await expect(page.getByRole('heading', { level: 1, name: samples[25] })).toBeVisible();
  await pressOn(page, toUsers.last(), 'Enter');

  const users = new UserListScreen(page);
  await pressOn(page, users.box(1), 'Space');
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  await tabTo(page, users.box(4));
  await page.keyboard.press('Shift+Space');
  await expect(users.selectedLink).toHaveText('Selected users (4)');
  await users.expectKept();

  const manage = new ManageScreen(page);
  await pressOn(
    page,
    main.getByRole('link', { name: 'Manage licenses', exact: true }).last(),
    'Enter',
  );
  await expect(manage.section).toBeVisible();
  await pressOn(page, manage.box('FLOW_FREE'), 'Space');
  await expect(manage.row('FLOW_FREE')).toContainText(/Assign to \d/);

  await expect(manage.saveButton).toBeEnabled();
  await pressOn(page, manage.saveButton, 'Enter');
  await expect(manage.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(manage.dialog).toBeHidden();
  await expect(manage.saveButton).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, manage.dialog.getByLabel('Your name'));
  await page.keyboard.type('Kim Lee');
  await pressOn(page, manage.dialog.getByRole('button', { name: 'Save', exact: true }), 'Enter');
  const planned = 'Licenses updated: planned, not yet sent';
  await expect(page.getByRole('heading', { level: 1, name: planned })).toBeVisible();

  await pressOn(page, page.getByRole('button', { name: 'Select these again' }), 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Selected users: 4' })).toBeVisible();
});

test('a list of holders opens and closes by keyboard, and the focus comes back', async ({
  page,
}) => {
  await page.goto('/');
  await pressOn(page, page.getByRole('button', { name: 'Try with sample customers' }), 'Enter');
  await expect(page.getByRole('link', { name: samples[25], exact: true })).toBeVisible({
    timeout: 50_000,
  });
  await page.goto('/customers/sample-clinic/users');
  const users = new UserListScreen(page);
  await pressOn(page, users.pageBox, 'Space');
  await expect(users.selectedLink).toHaveText('Selected users (25)');
  await users.expectKept();
  await page.goto('/customers/sample-clinic/licenses');
  const manage = new ManageScreen(page);
  const holders = manage.row('SPE_F1').getByRole('button', { name: '5 of 25' });
  await pressOn(page, holders, 'Enter');
  await expect(manage.dialog.getByRole('rowheader')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(manage.dialog).toBeHidden();
  await expect(holders).toBeFocused();
});
