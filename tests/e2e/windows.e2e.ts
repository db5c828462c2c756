import { expect, test, type Page } from '@playwright/test';
import { usersFile } from './files/graph-files.ts';
import { manyToyUsers, TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { expectPending, manageFor, planFor, userRow } from './planning.ts';

const PLANNED = '+ Microsoft Power Automate Free, planned';

/** Tells a page that the browser keeps it, or that it is shown again, as it was. */
const kept = (page: Page, event: 'pagehide' | 'pageshow'): Promise<boolean> =>
  page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), event);

test('a Save in one window appears in the other, on every screen, without a reload', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  const [list, customers, owned] = await Promise.all(
    [users, '/', users.replace(/\/users$/, '')].map(async (address) => {
      const other = await context.newPage();
      await other.goto(address);
      await expect(other.getByText('丁一').or(other.getByText(TOY_MAKER)).first()).toBeVisible();
      return other;
    }),
  );
  // a page that the browser keeps for "Back" lets go of its worker, and has another when it comes back
  await kept(list!, 'pagehide');
  await expect.poll(() => list!.workers().length).toBe(0);
  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await kept(list!, 'pageshow');

  await expect(userRow(list!, 'Ada Winter')).toContainText(PLANNED);
  await expectPending(list!, 2);
  const row = customers!.getByRole('row', { name: new RegExp(TOY_MAKER) });
  await expect(row.getByRole('cell').nth(2)).toHaveText('2');
  await expect(owned!.getByRole('row', { name: /^Microsoft Power Automate Free/ })).toContainText(
    '9,998 planned',
  );
  await expect(owned!.getByRole('link', { name: /^Open the change of/ })).toBeVisible();
});

test('each window has a selection and ticks of its own', async ({ page, context }) => {
  const users = await importCustomer(page, TOY_MAKER, toyFiles);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(userRow(other, '王伟')).toBeVisible();
  const manage = await manageFor(page, ['Ada Winter']);
  await manage.press(manage.box('FLOW_FREE'));
  const second = await manageFor(other, ['王伟']);
  await expect(second.box('FLOW_FREE')).not.toBeChecked();
  await expect(other.getByRole('list', { name: 'Selected users: 1' })).toContainText('王伟');
  await page.goBack();
  await expect(users.selectedLink).toHaveText('Selected users (1)');
});

test('an import in another window while a Save is confirmed is told, and neither is lost', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const manage = await manageFor(page, ['Ada Winter']);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  await manage.dialog.getByLabel('Your name').fill('Kim Lee');

  const importing = await context.newPage();
  const screen = await ImportScreen.open(importing);
  await screen.choose([usersFile('more-users.json', manyToyUsers(6000))]);
  await expect(screen.importButton).toHaveText('Import 6,000 users', { timeout: 40_000 });
  await screen.importButton.click();
  const done = importing.getByRole('heading', { name: `${TOY_MAKER} was imported` });
  await expect(done).toBeVisible({ timeout: 40_000 });
  await expect(importing.getByText('6,006 users in this customer now')).toBeVisible();

  // its numbers are of the older data
  await expect(page.getByText('Nothing was saved: the numbers have changed.')).toBeVisible();
  await expect(manage.dialog).toBeHidden();
  await expect(manage.box('FLOW_FREE')).toBeChecked();
  await manage.save();
  const users = await screen.toUsers();
  await expectPending(importing, 1);
  await importing.getByRole('searchbox').fill('ada winter');
  await users.expectRange('1–1 of 1');
  await expect(userRow(importing, 'Ada Winter')).toContainText(PLANNED);
  await importing.reload();
  await expect(userRow(importing, 'Ada Winter')).toContainText(PLANNED);
});

test('a customer removed in one window is gone from the other', async ({ page, context }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: `Actions for ${TOY_MAKER}` }).click();
  await other.getByRole('menuitem', { name: 'Remove this customer from this device' }).click();
  await other.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'This customer is not on this device' }),
  ).toBeVisible();
});
