import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { openHistory } from './history-screen.ts';
import { importCustomer } from './import-screen.ts';
import { tabTo } from './keys.ts';
import { chooseMore } from './manage-screen.ts';
import { expectPending, manageFor, planFor, userRow } from './planning.ts';

const UNDO = 'Undo: remove from the plan';
const REDO = 'Redo: put back into the plan';
const PLANNED = '+ Microsoft Power Automate Free, planned';

/** Asks for Undo or Redo and confirms what the dialog shows. */
async function confirmStep(page: Page, ask: () => Promise<void>, name: string): Promise<void> {
  await ask();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toContainText(TOY_MAKER);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

const removeFromPlan = (page: Page, ask: () => Promise<void>) =>
  confirmStep(page, ask, 'Remove from the plan');
const putBack = (page: Page, ask: () => Promise<void>) =>
  confirmStep(page, ask, 'Put back into the plan');

test('the older of two changes is taken out, put back, and both leave nothing', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await follow(page, users);
  const manage = await manageFor(page, ['丁一', '王伟']);
  await manage.press(manage.box('VISIOCLIENT'));
  await manage.save('INC-77');
  await expectPending(page, 2);
  const entries = await openHistory(page);
  const older = entries.filter({ hasText: 'Power Automate' }).filter({ hasText: 'Assign' });

  await removeFromPlan(page, () => older.getByRole('button', { name: /^Undo/ }).click());
  await expect(older).toContainText('Removed from the plan');
  await expect(entries.first()).toContainText('Removed from the plan: 2 users');
  await expect(older.getByRole('button', { name: /^Redo/ })).toBeFocused();
  await expectPending(page, 1);

  await page.reload();
  await expect(older).toContainText('Removed from the plan');
  await follow(page, users);
  await expect(userRow(page, 'Ada Winter')).not.toContainText(PLANNED);
  await expect(userRow(page, '王伟')).toContainText('+ Visio Plan 2, planned');

  await openHistory(page);
  await putBack(page, () => older.getByRole('button', { name: /^Redo/ }).click());
  await expect(entries.first()).toContainText('Put back into the plan: 2 users');
  await expectPending(page, 2);
  await follow(page, users);
  await expect(userRow(page, 'Ada Winter')).toContainText(PLANNED);

  await openHistory(page);
  await removeFromPlan(page, () => older.getByRole('button', { name: /^Undo/ }).click());
  const newer = entries.filter({ hasText: 'INC-77' }).filter({ hasText: 'Assign' });
  await removeFromPlan(page, () => newer.getByRole('button', { name: /^Undo/ }).click());
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible();
  await follow(page, users);
  for (const name of ['Ada Winter', '王伟', '丁一'])
    await expect(userRow(page, name)).not.toContainText('planned');
  await follow(page, users.replace(/\/users$/, ''));
  const owned = page.getByRole('row', { name: /^Microsoft Power Automate Free/ }).first();
  await expect(owned).toContainText('10,000');
  await expect(owned).not.toContainText('planned');
});

test('Licenses updated says what was taken out, when and by whom', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  // offered for a moment after the Save, wherever one goes; it waits for whoever is at it
  const offer = page.getByRole('group', { name: 'Last Save' });
  await offer.getByRole('button', { name: 'Undo the last Save' }).focus();
  await expect(offer).toContainText('Saved: Assign Microsoft Power Automate Free · 2 users');
  await openHistory(page);
  await removeFromPlan(page, () => page.keyboard.press('Control+z'));
  await expect(offer).toBeHidden();
  await page.goBack();
  await putBack(page, () => chooseMore(page, REDO));
  await removeFromPlan(page, () => chooseMore(page, UNDO));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Licenses updated: removed from the plan');
  await expect(page).toHaveTitle(/^Licenses updated: removed from the plan/);
  const row = page.locator('tbody tr').first();
  await expect(row).toContainText(/Removed on .+ by Kim Lee/);
  await expect(row).not.toContainText('planned');
  await expect(page.getByRole('button', { name: 'Not changed (2)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'More actions', exact: true })).toBeFocused();
  await putBack(page, () => chooseMore(page, REDO));
  await expect(heading).toHaveText('Licenses updated: planned, not yet sent');
  await expect(row).toContainText(PLANNED);

  await removeFromPlan(page, () => chooseMore(page, UNDO));
  await row.getByRole('link', { name: 'Ada Winter' }).click();
  const mine = page.getByRole('region', { name: 'History', exact: true }).locator('ol > li');
  await expect(mine).toContainText('Removed from the plan');
  await expect(mine).toContainText('Assign Microsoft Power Automate Free');
  await expect(mine).toContainText(/Removed on .+ by Kim Lee/);
});

test('a planned usage location survives undo, redo and a reload', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  const manage = await manageFor(page, ['李娜']);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.setLocation('Germany');
  await manage.save();
  const change = page.url();
  const where = (page_: Page) => userRow(page_, '李娜').getByText('DE');
  await follow(page, users);
  await expect(where(page)).toBeVisible();

  await follow(page, change);
  await removeFromPlan(page, () => chooseMore(page, UNDO));
  await follow(page, users);
  await expect(userRow(page, '李娜')).toBeVisible();
  await expect(where(page)).toHaveCount(0);

  await follow(page, change);
  await putBack(page, () => chooseMore(page, REDO));
  await follow(page, users);
  await expect(where(page)).toBeVisible();
  await page.reload();
  await expect(where(page)).toBeVisible();
});

test('the other window sees an undo, and what it computed before is stale', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  const change = page.url();

  const other = await context.newPage();
  await other.goto(change);
  await chooseMore(other, UNDO);
  const waiting = other.getByRole('dialog', { name: 'Remove from the plan' });
  await expect(waiting).toContainText(TOY_MAKER);

  await page.bringToFront();
  await follow(page, users);
  const manage = await manageFor(page, ['丁一']);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();

  await other.bringToFront();
  await expect(waiting).toContainText('Nothing was done: the numbers have changed.');
  await waiting.getByRole('button', { name: 'Remove from the plan', exact: true }).click();
  await expect(waiting).toBeHidden();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/removed from the plan$/);
  await page.bringToFront();
  await follow(page, change);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/removed from the plan$/);
  await expectPending(page, 1);
});

test('whom a later change needs stays in the plan, and the dialog says why', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  const first = await manageFor(page, ['李娜']);
  await first.press(first.box('FLOW_FREE'));
  await first.setLocation('Germany');
  await first.save();
  const change = page.url();
  await follow(page, users);
  await planFor(page, ['李娜'], 'SPE_E3');

  await follow(page, change);
  await chooseMore(page, UNDO);
  const dialog = page.getByRole('dialog', { name: 'Remove from the plan' });
  await dialog.getByText('1 user stays unchanged. Show who and why').click();
  await expect(dialog.getByRole('listitem').filter({ hasText: '李娜' })).toBeVisible();
  await expect(dialog).toContainText('Remove the later change first.');
  await expect(dialog).toContainText('No usage location is set');
  await expect(dialog).toContainText('It cannot be removed for anybody now.');
  const confirm = dialog.getByRole('button', { name: 'Remove from the plan', exact: true });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expectPending(page, 1);

  // a license that a later Save found in place stays, until one says that it goes too
  await follow(page, users);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  const older = page.url();
  await follow(page, users);
  await planFor(page, ['Ada Winter', '丁一'], 'FLOW_FREE');
  await follow(page, older);
  await chooseMore(page, UNDO);
  await expect(dialog).toContainText('A later Save wanted the same license for 1 user');
  await expect(dialog).toContainText('Revoke Microsoft Power Automate Free 1 user');
  await dialog.getByText('1 user stays unchanged. Show who and why').click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ada Winter' })).toBeVisible();
  await dialog.getByText('Revoke Microsoft Power Automate Free').click();
  const people = dialog.getByRole('list', { name: 'What changes' });
  await expect(people).toContainText('王伟');
  await expect(people).not.toContainText('Ada Winter');
  await dialog.getByRole('radio', { name: /^Remove it for them too/ }).check();
  await expect(dialog).toContainText('Nobody is skipped.');
  await expect(people).toContainText('Ada Winter');
  await confirm.click();
  await expect(dialog).toBeHidden();
  await follow(page, users);
  await expect(userRow(page, 'Ada Winter')).not.toContainText(PLANNED);
});

test('an undo that runs short asks: wait, or plan all and buy', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  const revoke = await manageFor(page, ['安然']);
  await revoke.press(revoke.box('POWER_BI_PRO'));
  await revoke.save();
  const change = page.url();
  await follow(page, users);
  await planFor(page, ['Ada Winter'], 'POWER_BI_PRO');

  await follow(page, change);
  await chooseMore(page, UNDO);
  const dialog = page.getByRole('dialog', { name: 'Remove from the plan' });
  await expect(dialog).toContainText('Power BI Pro: needed 1, available 0, short by 1');
  const confirm = dialog.getByRole('button', { name: 'Remove from the plan', exact: true });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Choose who waits' }).check();
  await expect(dialog.getByRole('row').filter({ hasText: '安然' })).toContainText('waits');
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('radio', { name: /^Assign to all and add 1 / }).check();
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/removed from the plan$/);
  await follow(page, users);
  await expect(userRow(page, '安然')).toContainText('Power BI Pro');
  await expect(userRow(page, '安然')).not.toContainText('planned');
  await follow(page, '/');
  await expect(page.getByText('POWER_BI_PRO')).toBeVisible();
});

test('undo and redo by keyboard; the screens have no axe violations', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await openHistory(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const undo = page.getByRole('button', { name: /^Undo: remove the change of/ });
  await expect(undo).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('searchbox').focus();
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Remove from the plan' });
  await expect(dialog).toContainText('Nobody is skipped.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  const confirm = dialog.getByRole('button', { name: 'Remove from the plan', exact: true });
  await expect(confirm).toBeEnabled();
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Redo: put the change of/ })).toBeFocused();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /^Open the change of/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/removed from the plan$/);
  await expectAccessible(page);
});
