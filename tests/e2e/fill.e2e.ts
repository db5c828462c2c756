import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { ManageScreen, openManage } from './manage-screen.ts';
import { expectPending, manageFor } from './planning.ts';

/** Opens one of the questions behind "Start from…". */
async function fillIn(page: Page, item: string, dialog: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Start from…', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  return page.getByRole('dialog', { name: dialog, exact: true });
}

const notice = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /Started from|Everything is selected/ });

/** Chooses whose licenses to copy. */
async function chooseUser(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('searchbox', { name: 'Search users' }).fill(name);
  await dialog.getByRole('list', { name: 'Users' }).getByRole('button', { name }).click();
  await expect(dialog.getByRole('heading', { name: `Licenses of ${name}` })).toBeFocused();
}

const use = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: /^(Use these|Select for revoking)$/ }).click();

/** Keeps what is ticked under a name. */
async function saveAsPreset(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save as preset…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as preset' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('revoke everything ticks what leavers hold, reminds of the mailbox and lists what groups keep', async ({
  page,
}) => {
  const manage = await openManage(page, 25, null);
  const dialog = await fillIn(page, 'Revoke everything…', 'Revoke everything');
  await expect(dialog).toContainText('convert the mailbox to a shared mailbox');
  await expect(dialog).toContainText('kept for 30 days, then it is deleted');
  const row = dialog.getByRole('row', { name: /^Microsoft 365 F3/ });
  await expect(row.getByRole('cell')).toHaveText(['2', '1']);
  await expect(dialog).toContainText(
    '4 users keep Microsoft 365 F3 through group Nurses: remove them from the group in Microsoft 365.',
  );
  await expectAccessible(page);
  await use(dialog);

  await expect(notice(page)).toContainText('Everything is selected for revoking.');
  await expect(manage.box('SPE_F1')).not.toBeChecked();
  await expect(manage.box('SPE_F1')).toHaveAccessibleDescription(/Revoke from 1/);
  await expect(manage.saveButton).toHaveText(/^Save: /);
  const said = (await manage.saveButton.textContent()) ?? '';
  await page.reload();
  await expect(manage.saveButton).toHaveText(said);
  await manage.startSaving();
  await expect(manage.dialog.getByLabel(/^To confirm, enter the number of users/)).toBeVisible();
  await manage.confirm();
  await expect(page.getByText(/\d users? pending/)).toBeVisible();
});

test('undo brings back the ticks that a filling replaced', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('FLOW_FREE'));
  const dialog = await fillIn(page, 'Revoke everything…', 'Revoke everything');
  await expect(dialog).toContainText('This replaces your current changes.');
  await use(dialog);
  await expect(manage.box('SPE_E3')).toHaveAccessibleDescription(/Revoke from 8/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start from…', exact: true })).toBeFocused();
  await expect(manage.box('FLOW_FREE')).toBeChecked();
  await expect(manage.box('SPE_E3')).toBeChecked();
  await expect(manage.box('SPE_E3')).toHaveAccessibleDescription(/Leave as is/);
  await page.reload();
  await expect(manage.box('FLOW_FREE')).toBeChecked();
});

test('copies the licenses of a user, service plans included; what only a group gives is listed', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const manage = await manageFor(page, ['王伟', '丁一']);
  let dialog = await fillIn(page, 'The licenses of a user…', 'Copy the licenses of a user');
  await expectAccessible(page);
  await chooseUser(dialog, 'Bruno Keller');
  await expect(dialog).toContainText(
    'Microsoft 365 E3 comes only through group Sales-E3: add people to that group instead.',
  );
  await expect(dialog.getByRole('button', { name: 'Use these', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Choose another user' }).click();
  await chooseUser(dialog, 'Ada Winter');
  await expect(dialog).toContainText('Assign 1 product: Microsoft 365 E3.');
  await expect(dialog).toContainText('Service plans: 3 on, 1 off.');
  await use(dialog);

  await expect(notice(page)).toContainText('Started from the licenses of Ada Winter.');
  await expect(manage.box('SPE_E3')).toHaveAccessibleDescription(
    /Assign to 1 · change service plans of 1/,
  );
  const plans = await manage.openServicePlans('SPE_E3');
  await expect(plans.getByRole('checkbox', { name: 'Sway', exact: true })).not.toBeChecked();
  await page.reload();
  await expect(manage.box('SPE_E3')).toBeChecked();

  // more of the same is added to it
  dialog = await fillIn(page, 'The licenses of a user…', 'Copy the licenses of a user');
  await chooseUser(dialog, '丁一');
  await dialog.getByRole('radio', { name: 'Add to them' }).check();
  await use(dialog);
  await expect(manage.box('VISIOCLIENT')).toBeChecked();
  await expect(manage.box('SPE_E3')).toBeChecked();
  await manage.save();
  await expectPending(page, 1);
});

test("copies from a user's own page to the selected users", async ({ page }) => {
  const users = await importCustomer(page, TOY_MAKER, toyFiles);
  await page.getByRole('checkbox', { name: 'Select 王伟' }).click();
  await users.expectKept();
  await page.getByRole('link', { name: 'Ada Winter', exact: true }).click();
  await page.getByRole('link', { name: 'Copy these licenses to the selected user (1)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy the licenses of a user' });
  await expect(dialog.getByRole('heading', { name: 'Licenses of Ada Winter' })).toBeVisible();
  await use(dialog);
  const manage = new ManageScreen(page);
  await expect(manage.box('SPE_E3')).toHaveAccessibleDescription(/Assign to 1/);
  await expect(page.getByRole('button', { name: 'Start from…', exact: true })).toBeFocused();
  await expect(page).toHaveURL(/\/licenses$/);
  await page.reload();
  await expect(manage.box('SPE_E3')).toBeChecked();
  await expect(dialog).toBeHidden();
});

test('a preset of one customer ticks at another what that one owns, and names what it lacks', async ({
  page,
  context,
}) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('FLOW_FREE'));
  await manage.press(manage.box('MCOEV'));
  await expect(manage.box('MCOEV')).toBeChecked();
  await saveAsPreset(page, 'New hire');
  await expect(page.getByRole('button', { name: 'Save as preset…' })).toBeFocused();

  const other = await context.newPage();
  await importCustomer(other, TOY_MAKER, toyFiles);
  const second = await manageFor(other, ['Ada Winter', '王伟']);
  const dialog = await fillIn(other, 'A preset…', 'Presets');
  // another window keeps a second one meanwhile
  await saveAsPreset(page, 'Second');
  await expect(dialog.getByRole('button', { name: /^Second/ })).toBeVisible();
  await expectAccessible(other);
  await dialog.getByRole('button', { name: /^New hire/ }).click();
  await expect(dialog).toContainText('Assign 1 product: Microsoft Power Automate Free.');
  await expect(dialog).toContainText(
    'Microsoft Teams Phone Standard (MCOEV): this customer does not own it.',
  );
  await expectAccessible(other);
  await use(dialog);
  await expect(notice(other)).toContainText('Started from the preset “New hire”.');
  await other.getByText('Skipped: 1').click();
  await expect(notice(other)).toContainText('this customer does not own it');
  await expect(second.saveButton).toHaveText(
    'Save: assign Microsoft Power Automate Free to 2 users',
  );
  await other.reload();
  await expect(second.box('FLOW_FREE')).toBeChecked();
  await second.save();
  await expectPending(other, 2);
});

test('presets are renamed, replaced and deleted; a name that is taken asks', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('FLOW_FREE'));
  await saveAsPreset(page, 'First');
  await manage.press(manage.box('MCOEV'));
  await page.getByRole('button', { name: 'Save as preset…' }).click();
  const keep = page.getByRole('dialog', { name: 'Save as preset' });
  await keep.getByLabel('Name', { exact: true }).fill('first');
  await keep.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(keep).toContainText('There is a preset “first” already.');
  await expectAccessible(page);
  await keep.getByLabel('Name', { exact: true }).fill('Other');
  await keep.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(keep).toBeHidden();
  await page.getByRole('button', { name: 'Save as preset…' }).click();
  await keep.getByLabel('Name', { exact: true }).fill('first');
  await keep.getByRole('button', { name: 'Save', exact: true }).click();
  await keep.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(keep).toBeHidden();

  await page.reload();
  const dialog = await fillIn(page, 'A preset…', 'Presets');
  const list = dialog.getByRole('list', { name: 'Presets' });
  await expect(list.getByRole('listitem')).toHaveText([
    /^first\s*2 products/,
    /^Other\s*2 products/,
  ]);
  const act = async (preset: string, item: string): Promise<void> => {
    await list.getByRole('button', { name: `Actions for ${preset}` }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await act('first', 'Rename');
  await expect(dialog.getByLabel('New name')).toBeFocused();
  await dialog.getByLabel('New name').fill('OTHER');
  await list.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Another preset has this name.');
  await dialog.getByLabel('New name').fill('Starter');
  await list.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(list.getByRole('button', { name: /^Starter/ })).toBeVisible();
  await act('Other', 'Delete');
  await list.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

test('fills in by keyboard alone', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  const menu = page.getByRole('button', { name: 'Start from…', exact: true });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'A preset…' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Copy the licenses of a user' });
  await expect(dialog).toBeVisible();
  const search = dialog.getByRole('searchbox', { name: 'Search users' });
  while (!(await search.evaluate((box) => box === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.type('Zoë');
  const user = dialog.getByRole('button', { name: /^Zoë van der Meer/ });
  await expect(dialog.getByRole('list', { name: 'Users' }).getByRole('listitem')).toHaveCount(1);
  while (!(await user.evaluate((one) => one === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Licenses of Zoë van der Meer' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Use these', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
  await expect(manage.box('VISIOCLIENT')).toBeChecked();
});
