// From a file to a planned change of one user and one service plan, without a mouse.
import { expect, test } from '@playwright/test';
import { toyFiles, TOY_MAKER } from './files/toy-maker.ts';
import { ImportScreen } from './import-screen.ts';
import { pressOn, tabTo } from './keys.ts';
import { ManageScreen } from './manage-screen.ts';

test('files are imported, one user is opened, and a service plan switched on by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const screen = await ImportScreen.open(page);
  // the browser is told to hand the dialog over, which takes a moment
  const files = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Choose files…' }));
  await page.keyboard.press('Enter');
  await (await files).setFiles([...toyFiles]);
  // what was found is where a reader goes on
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await tabTo(page, screen.name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(TOY_MAKER);
  await pressOn(page, screen.importButton, 'Enter');
  await expect(page.getByRole('heading', { name: `${TOY_MAKER} was imported` })).toBeFocused();

  const main = page.getByRole('main');
  const toUsers = main.getByRole('link', { name: 'Users and licenses', exact: true });
  await pressOn(page, toUsers.last(), 'Enter');
  await pressOn(page, main.getByRole('link', { name: 'Ada Winter' }), 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Winter' })).toBeVisible();

  const manage = new ManageScreen(page);
  const view = manage.row('SPE_E3').getByRole('button', { name: 'View service plans' });
  await pressOn(page, view, 'Enter');
  await expect(view).toBeFocused();
  const plans = page.getByRole('region', { name: 'Service plans of Microsoft 365 E3' });
  const sway = plans.getByRole('checkbox', { name: 'Sway' });
  await expect(sway).not.toBeChecked();
  await pressOn(page, sway, 'Space');
  await expect(sway).toBeChecked();
  await expect(sway).toBeFocused();

  await expect(manage.saveButton).toBeEnabled();
  await pressOn(page, manage.saveButton, 'Enter');
  // the numbers come after the dialog, and are read out then
  const told = manage.dialog.locator('[aria-live=polite]');
  await expect(told.getByText('Users changed')).toBeVisible();
  await tabTo(page, manage.dialog.getByLabel('Your name'));
  await page.keyboard.type('Kim Lee');
  await pressOn(page, manage.dialog.getByRole('button', { name: 'Save', exact: true }), 'Enter');
  const planned = 'Licenses updated: planned, not yet sent';
  await expect(page.getByRole('heading', { level: 1, name: planned })).toBeVisible();
});
