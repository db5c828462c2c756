// Draws what is open only for a moment: dialogs, menus and panels.
import { expect, test, type Page } from '@playwright/test';
import { TOY_MAKER, toyFiles } from '../e2e/files/toy-maker.ts';
import { importCustomer } from '../e2e/import-screen.ts';
import { chooseMore, ManageScreen, openManage } from '../e2e/manage-screen.ts';
import { planFor } from '../e2e/planning.ts';
import { openOutcomes, openReview, syncNow } from '../e2e/sync-screens.ts';
import { openUsers, samples, UserListScreen } from '../e2e/user-list.ts';
import { Camera } from './camera.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first();
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

/** Opens what a line of a menu opens. */
async function fromMenu(page: Page, menu: string | RegExp, line: string | RegExp): Promise<void> {
  await button(page, menu).click();
  await page.getByRole('menuitem', { name: line }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Chooses the option that begins so. */
async function choose(page: Page, label: string, start: string): Promise<void> {
  const list = dialog(page).getByLabel(label);
  const option = list.getByRole('option').filter({ hasText: start }).first();
  await list.selectOption((await option.getAttribute('value')) ?? '');
}

test('what opens on Manage licenses', async ({ page }) => {
  const camera = new Camera();
  const draw = (name: string): Promise<void> => camera.draw(page, name);
  const manage = await openManage(page, 3200, null);
  await draw('manage-untouched');
  await manage.openServicePlans('SPE_E3');
  await draw('manage-service-plans');
  await manage.row('SPE_E3').getByRole('button', { name: 'View service plans' }).click();
  await manage
    .row('SPE_E3')
    .getByRole('button', { name: /^Choices for/ })
    .click();
  await draw('menu-product');
  await page.keyboard.press('Escape');
  await manage.row('SPE_E3').getByRole('button', { name: /of 25/ }).click();
  await draw('dialog-holders');
  await close(page);
  await manage
    .row('EXCHANGEENTERPRISE')
    .getByRole('button', { name: /^Buy more/ })
    .click();
  await draw('dialog-buy');
  await close(page);
  await page.getByRole('button', { name: /^\+\d+ more$/ }).click();
  await draw('dialog-users');
  await close(page);
  await button(page, 'Start from…').click();
  await draw('menu-start-from');
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Start from…', 'Revoke everything…');
  await draw('dialog-revoke');
  await close(page);
  await fromMenu(page, 'Start from…', 'A preset…');
  await draw('dialog-presets-none');
  await close(page);
  await fromMenu(page, 'Start from…', 'The licenses of a user…');
  await draw('dialog-copy');
  await dialog(page).getByRole('list', { name: 'Users' }).getByRole('button').first().click();
  await expect(dialog(page).getByRole('button', { name: 'Use these' })).toBeVisible();
  await draw('dialog-copy-review');
  await close(page);
  await button(page, 'Swap a product…').click();
  await draw('dialog-swap-empty');
  await choose(page, 'Product to swap', 'Microsoft 365 E3 (');
  await choose(page, 'Swap it for', 'Microsoft 365 E5 (');
  await draw('dialog-swap');
  await dialog(page).getByRole('button', { name: 'Add swap' }).click();
  await expect(manage.saveButton).toBeEnabled();
  await draw('manage-swap');
  await button(page, 'Save as preset…').click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('New hire');
  await draw('dialog-save-preset');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await fromMenu(page, 'Start from…', 'A preset…');
  await draw('dialog-presets');
  await dialog(page)
    .getByRole('button', { name: /^New hire/ })
    .click();
  await draw('dialog-preset-review');
  await close(page);
  await manage.press(manage.box('SPE_F1'));
  await manage.press(manage.box('VISIOCLIENT'));
  await page
    .getByRole('main')
    .getByText(/^\d+ messages?/)
    .last()
    .click();
  await draw('manage-messages');
  await manage.startSaving();
  await expect(dialog(page)).toBeVisible();
  await draw('dialog-shortage');
  await dialog(page).getByRole('radio', { name: 'Choose who waits' }).check();
  await draw('dialog-shortage-waits');
  await dialog(page)
    .getByRole('radio', { name: /^Assign to all/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(dialog(page).getByText('Users changed')).toBeVisible();
  await draw('dialog-save');
  await manage.confirm();
  await draw('licenses-updated-waiting');
  await chooseMore(page, 'Undo: remove from the plan');
  await expect(dialog(page).getByRole('button', { name: 'Remove from the plan' })).toBeVisible();
  await draw('dialog-undo');
  await close(page);
  await button(page, 'More actions').click();
  await draw('menu-more-actions');
  await page.keyboard.press('Escape');
  await openReview(page);
  await draw('review-swap');
});

test('what opens on lists of users, on a customer and on a change', async ({ page }) => {
  const camera = new Camera();
  const draw = (name: string): Promise<void> => camera.draw(page, name);
  const list = await openUsers(page, 25);
  const users = page.url();
  const customer = users.replace(/\/users$/, '');
  await list.box(1).click();
  await draw('users-one-selected');
  await button(page, 'More filters').click();
  await draw('panel-filters');
  await page.getByRole('checkbox', { name: 'Pending' }).check();
  await draw('users-none-match');
  // this window comes back to the filter where it left it
  await button(page, 'Clear all filters').click();
  await expect(list.box(1)).toBeChecked();
  await button(page, 'Columns').click();
  await draw('panel-columns');
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Views', 'Save this view…');
  await draw('dialog-save-view');
  await dialog(page).getByLabel('Name', { exact: true }).fill('All of them');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await fromMenu(page, 'Views', 'Rename or delete…');
  await draw('dialog-views');
  await close(page);
  await page.goto(users);
  await button(page, 'Paste a list').click();
  await draw('dialog-paste-empty');
  await page
    .getByLabel('Usernames, email addresses')
    .fill('nobody@lindqvist-okafor.example\nchidi.okafor@lindqvist-okafor.example\nName');
  await expect(dialog(page).getByRole('status').first()).toContainText('not found');
  await draw('dialog-paste');
  await close(page);
  await page.goto(customer);
  await button(page, 'Export').click();
  await draw('menu-export');
  await page.getByRole('menuitem').first().click();
  await draw('dialog-export');
  await close(page);
  await button(page, 'Customer actions').click();
  await draw('menu-customer');
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Customer actions', /^Rename/);
  await draw('dialog-rename');
  await close(page);
  await fromMenu(page, 'Customer actions', /^Remove this customer/);
  await draw('dialog-remove');
  await close(page);
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  await draw('panel-sandbox');

  await page.goto(users);
  await list.press('Clear selection');
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await page.goto(`${customer}/handed-over`);
  await button(page, 'Hand over…').click();
  await draw('dialog-hand-over');
  await dialog(page).getByRole('radio', { name: 'Plan file' }).click();
  await dialog(page).getByLabel('Who carries it out?').fill('Bo');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page)
      .getByRole('button', { name: /^Hand over \d+ user/ })
      .click(),
  ]);
  await file.cancel();
  await draw('dialog-handed-over');
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await draw('handed-over-one');
  await button(page, /^Take back/).click();
  await draw('dialog-take-back');
  await dialog(page)
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  await page.goto(change);
  await openReview(page);
  await syncNow(page);
  await openOutcomes(page, samples[25]);
  await page.goto(change);
  await draw('licenses-updated-applied');
  await chooseMore(page, 'Undo in Microsoft 365…');
  await expect(dialog(page).getByRole('button', { name: 'Review the new change' })).toBeVisible();
  await draw('dialog-reversal');
  await dialog(page).getByRole('button', { name: 'Review the new change' }).click();
  await expect(new ManageScreen(page).saveButton).toBeEnabled();
  await draw('list-reversal');
});

test('what opens before an undo that some users are kept from', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await page.goto(users);
  // one of them is wanted to have it by a later Save, too
  await planFor(page, ['Kofi Mensah', 'Łukasz Wiśniewski'], 'FLOW_FREE');
  await page.goto(change);
  await chooseMore(page, 'Undo: remove from the plan');
  await dialog(page)
    .getByText(/Show who and why$/)
    .click();
  await camera.draw(page, 'dialog-undo-conflicts');
});

test('what opens everywhere', async ({ page }) => {
  const camera = new Camera();
  const draw = (name: string): Promise<void> => camera.draw(page, name);
  await importCustomer(page, TOY_MAKER, toyFiles);
  const list = new UserListScreen(page);
  await list.box(0).click();
  await page.keyboard.press('Control+k');
  await draw('palette');
  await page.getByRole('combobox').last().fill('power');
  await draw('palette-found');
  await close(page);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await draw('dialog-shortcuts');
  await close(page);
  await page.goto('/settings');
  await button(page, 'Delete everything…').click();
  await draw('dialog-wipe');
  await close(page);
});
