import { expect, test, type Locator, type Page } from '@playwright/test';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { expectPending, manageFor, planFor, userRow } from './planning.ts';

const PLANNED = '+ Microsoft Power Automate Free, planned';

/** Opens the history of the customer whose page this is. */
async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'History', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  return page.getByRole('main').locator('tbody tr');
}

/** Presses Undo or Redo and confirms what the dialog shows. */
async function confirmStep(page: Page, button: Locator, name: string): Promise<void> {
  await button.click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toContainText(TOY_MAKER);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

const takeOut = (page: Page, button: Locator) => confirmStep(page, button, 'Take out of the plan');
const putBack = (page: Page, button: Locator) =>
  confirmStep(page, button, 'Put back into the plan');

test('the older of two changes is taken out, put back, and both leave nothing', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await page.goto(users);
  const manage = await manageFor(page, ['丁一', '王伟']);
  await manage.press(manage.box('VISIOCLIENT'));
  await manage.startSaving();
  await manage.confirm('INC-77');
  await expectPending(page, 2);
  const entries = await openHistory(page);
  const older = entries.filter({ hasText: 'Power Automate' }).filter({ hasText: 'Assign' });

  await takeOut(page, older.getByRole('button', { name: /^Undo/ }));
  await expect(older).toContainText('Taken out of the plan');
  await expect(entries.first()).toContainText('Taken out of the plan: 2 users');
  await expect(older.getByRole('button', { name: /^Redo/ })).toBeFocused();
  await expectPending(page, 1);

  await page.reload();
  await expect(older).toContainText('Taken out of the plan');
  await page.goto(users);
  await expect(userRow(page, 'Ada Winter')).not.toContainText(PLANNED);
  await expect(userRow(page, '王伟')).toContainText('+ Visio Plan 2, planned');

  await openHistory(page);
  await putBack(page, older.getByRole('button', { name: /^Redo/ }));
  await expect(entries.first()).toContainText('Put back into the plan: 2 users');
  await expectPending(page, 2);
  await page.goto(users);
  await expect(userRow(page, 'Ada Winter')).toContainText(PLANNED);

  await openHistory(page);
  await takeOut(page, older.getByRole('button', { name: /^Undo/ }));
  const newer = entries.filter({ hasText: 'INC-77' }).filter({ hasText: 'Assign' });
  await takeOut(page, newer.getByRole('button', { name: /^Undo/ }));
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible();
  await page.goto(users);
  for (const name of ['Ada Winter', '王伟', '丁一'])
    await expect(userRow(page, name)).not.toContainText('planned');
});

test('Licenses updated says what was taken out, when and by whom', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await takeOut(page, page.getByRole('button', { name: 'Undo: take out of the plan' }));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Licenses updated: taken out of the plan');
  await expect(page).toHaveTitle(/^Licenses updated: taken out of the plan/);
  const row = page.locator('tbody tr').first();
  await expect(row).toContainText(/Taken out on .+ by Kim Lee/);
  await expect(row).not.toContainText('planned');
  await expect(page.getByRole('button', { name: /^Taken out of the plan \(2\)/ })).toBeVisible();
  const redo = page.getByRole('button', { name: 'Redo: put back into the plan' });
  await expect(redo).toBeFocused();
  await putBack(page, redo);
  await expect(heading).toHaveText('Licenses updated: planned, not yet sent');
  await expect(row).toContainText(PLANNED);
});

test('a planned usage location survives undo, redo and a reload', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  const manage = await manageFor(page, ['李娜']);
  await manage.press(manage.box('FLOW_FREE'));
  const issue = page.getByRole('listitem').filter({ hasText: 'No usage location is set' });
  await issue.getByRole('combobox').selectOption({ label: 'Germany' });
  await issue.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(issue).toBeHidden();
  await manage.startSaving();
  await manage.confirm();
  const change = page.url();
  const where = (page_: Page) => userRow(page_, '李娜').getByText('DE');
  await page.goto(users);
  await expect(where(page)).toBeVisible();

  await page.goto(change);
  await takeOut(page, page.getByRole('button', { name: 'Undo: take out of the plan' }));
  await page.goto(users);
  await expect(userRow(page, '李娜')).toBeVisible();
  await expect(where(page)).toHaveCount(0);

  await page.goto(change);
  await putBack(page, page.getByRole('button', { name: 'Redo: put back into the plan' }));
  await page.goto(users);
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
  await other.getByRole('button', { name: 'Undo: take out of the plan' }).click();
  const waiting = other.getByRole('dialog', { name: 'Take out of the plan' });
  await expect(waiting).toContainText(TOY_MAKER);

  await page.bringToFront();
  await page.goto(users);
  const manage = await manageFor(page, ['丁一']);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  await manage.confirm();

  await other.bringToFront();
  await expect(waiting).toContainText('Nothing was done: the numbers have changed.');
  await waiting.getByRole('button', { name: 'Take out of the plan', exact: true }).click();
  await expect(waiting).toBeHidden();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/taken out of the plan$/);
  await page.bringToFront();
  await page.goto(change);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/taken out of the plan$/);
  await expectPending(page, 1);
});
