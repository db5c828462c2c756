import { expect, test, type Locator, type Page } from '@playwright/test';
import { downloadOf, rowsOf } from './downloads.ts';
import { fileOf, withoutPicker } from './export-screen.ts';
import { chooseMore, ManageScreen, openManage } from './manage-screen.ts';
import { speak } from './speak.ts';
import { openReview } from './sync-screens.ts';
import { toUsers } from './user-list.ts';

const tab = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name} \\(`) });

async function countOf(page: Page, name: string): Promise<number> {
  const text = (await tab(page, name).textContent()) ?? '';
  return Number(/\((\d+)\)/.exec(text)?.[1]);
}

/** By what a row of who gets a license names its user. */
const nameIn = async (row: Locator): Promise<string> =>
  (await row.locator('bdi').first().textContent()) ?? '';

/** Shows the licenses of a row that stand behind a number. */
async function showAll(row: Locator): Promise<void> {
  const more = row.getByRole('button', { name: /^\+\d/ });
  if (await more.isVisible()) await more.click();
}

test('a swap that is short: exactly those who wait keep what they have', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('SPE_E3'));
  await manage.press(manage.box('SPE_E5'));
  await expect(manage.row('SPE_E5')).toContainText(/short by \d+/);
  const short = Number(
    /short by (\d+)/.exec((await manage.row('SPE_E5').textContent()) ?? '')?.[1],
  );

  await manage.startSaving();
  await expect(manage.dialog).toContainText(`short by ${short}`);
  await manage.dialog.getByRole('radio', { name: 'Choose who waits' }).check();
  const moveToWaiting = manage.dialog.getByRole('button', { name: /^Move .+ to waiting list$/ });
  const chosen = /^Move (.+) to waiting list$/.exec(
    (await moveToWaiting.first().getAttribute('aria-label')) ?? '',
  )?.[1];
  await moveToWaiting.first().click();
  await expect(manage.dialog.getByText('moved by you')).toBeVisible();
  // two who would wait come first: one by a press, one pasted and moved up
  const waiting = manage.dialog.locator('tbody tr').filter({ hasText: 'waits' });
  const [one, two] = [await nameIn(waiting.nth(0)), await nameIn(waiting.nth(1))];
  await manage.dialog.getByRole('button', { name: `Put ${one} first` }).click();
  await expect(manage.dialog.getByRole('row').filter({ hasText: one })).toContainText(
    'gets a license',
  );
  await manage.dialog.getByText('Paste a list of those who come first…').click();
  await manage.dialog.getByLabel('Who comes first, in order').fill(`${two}; nobody@example.org`);
  await expect(manage.dialog.getByText('1 matched, 1 not found')).toBeVisible();
  await manage.dialog.getByRole('button', { name: 'Put 1 user first' }).click();
  await manage.dialog.getByRole('button', { name: `Move ${two} up` }).click();
  await expect(manage.dialog.getByText(/2 of them first, as you ordered/)).toBeVisible();
  await manage.dialog.getByRole('searchbox', { name: 'Search the users who need one' }).fill(one);
  const found = manage.dialog.locator('tbody tr');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('your no. 2');
  await manage.dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(manage.dialog).toContainText(`is left. ${short} users`);
  await expect(manage.dialog).toContainText('1 user skipped');
  await manage.dialog.getByText('1 user skipped').click();
  await expect(manage.dialog).toContainText('Antarctica');
  await manage.confirm('INC-4711');

  await expect(page.getByText('Nothing has changed in Microsoft 365 yet.')).toBeVisible();
  await expect(page.getByText('INC-4711')).toBeVisible();
  await expect(page.getByText('Kim Lee')).toBeVisible();
  await expect.poll(() => countOf(page, 'Waiting for a license')).toBe(short);
  await tab(page, 'Waiting for a license').click();
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(short);
  await expect(rows.filter({ hasText: chosen ?? '' })).toHaveCount(1);
  for (const row of await rows.all()) {
    await showAll(row);
    await expect(row.getByRole('cell').last()).toContainText('Microsoft 365 E3');
    await expect(row).toContainText('CountViolation');
    await expect(row).not.toContainText('planned,');
  }
  await tab(page, 'Planned').click();
  await expect(rows.first()).toContainText(two);
  await expect(rows.first()).toContainText('+ Microsoft 365 E5, planned');
  await expect(rows.first()).toContainText('− Microsoft 365 E3, planned');
  await showAll(rows.first());
  await expect(rows.first().getByRole('cell').last()).not.toContainText('Microsoft 365 E3');

  // who got it gives it back: the next in order is offered it, where one looks, and nothing happens by itself
  const offer = page.getByText('Licenses of Microsoft 365 E5 are free now for 1 user who waits');
  const overview = page.getByRole('main').getByRole('link', { name: 'Overview', exact: true });
  await overview.click();
  await expect(page.getByRole('heading', { name: 'License entitlements' })).toBeVisible();
  await expect(offer).toBeHidden();
  await toUsers(page);
  const held = page.getByRole('combobox', { name: 'Product held' });
  await held.selectOption({ label: 'Microsoft 365 E5' });
  await page.getByRole('link', { name: two, exact: true }).click();
  await manage.press(manage.box('SPE_E5'));
  await manage.press(manage.box('SPE_E3'));
  await manage.save();
  await overview.click();
  await expect(offer).toBeVisible();
  await page
    .getByRole('link', { name: /^Pending/ })
    .first()
    .click();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Plan the first 1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Selected users: 1' })).toContainText(one);
  await manage.save();
  await overview.click();
  await expect(page.getByRole('heading', { name: 'License entitlements' })).toBeVisible();
  await expect(offer).toBeHidden();
});

test('the failed ones are selected again with the same ticks; Back cannot save twice', async ({
  page,
}) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('SPE_E5'));
  await manage.startSaving();
  await manage.dialog.getByRole('radio', { name: 'Choose who waits' }).check();
  await manage.dialog.getByRole('button', { name: 'Continue' }).click();
  await manage.confirm();
  const address = page.url();
  const failed =
    (await countOf(page, 'Waiting for a license')) + (await countOf(page, 'Not changed'));

  await page.goBack();
  await expect(page).not.toHaveURL(/\/licenses$/);
  await page.goto(address);
  await chooseMore(page, `Select the ${failed} not changed`);
  await expect(page.getByRole('list', { name: `Selected users: ${failed}` })).toBeVisible();
  await expect(manage.box('SPE_E5')).toBeChecked();
});

test('planning all puts the missing licenses on the buy list', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('SPE_E5'));
  await manage.startSaving();
  const planAll = manage.dialog.getByRole('radio', {
    name: /^Assign to all and add \d+ to the buy list/,
  });
  await planAll.check();
  await manage.dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(manage.dialog).toContainText(/on the buy list/);
  await manage.confirm();
  await expect(page.getByText(/more Microsoft 365 E5 are planned than available/)).toBeVisible();
  await expect(tab(page, 'Waiting for a license')).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByText('SPE_E5')).toBeVisible();
});

test('groups leave users unchanged, apart from errors', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 F3');
  await manage.press(manage.box('SPE_F1'));
  await manage.save();
  await expect.poll(() => countOf(page, 'Not changed')).toBe(3);
  const causes = page.getByRole('list', { name: 'Not changed' });
  await expect(causes).toContainText('group Nurses');
  await tab(page, 'Not changed').click();
  await expect(page.locator('tbody tr').first()).toContainText('Unchanged');
  await expect(page.locator('tbody tr').first()).toContainText('group Nurses');
});

test('many revocations ask for the number of users', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('SPE_E3'));
  await manage.startSaving();
  const save = manage.dialog.getByRole('button', { name: 'Save', exact: true });
  await expect(manage.dialog).toContainText('Lindqvist & Okafor Clinic');
  await expect(manage.dialog).toContainText(/lose their last mailbox or storage license/);
  await expect(manage.dialog).toContainText('The subscription and its bill do not change.');
  await expect(save).toBeDisabled();
  await manage.dialog.getByLabel(/^To confirm/).fill('999');
  await expect(save).toBeDisabled();
  await manage.confirm();

  // what was entered at the Save is not asked again
  await openReview(page);
  await expect(
    page.getByRole('status').filter({ hasText: /^1 customer, \d+ users$/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled();
  await expect(page.getByLabel(/^To confirm/)).toHaveCount(0);
});

test('a Save on numbers that another window has changed is shown again, not written', async ({
  page,
  context,
}) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E5');
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  await expect(manage.dialog.getByLabel('Your name')).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url().replace(/licenses$/, 'users'));
  // a new window starts where the latest one stands
  await other.getByRole('button', { name: 'Clear selection' }).click();
  await other.getByRole('button', { name: 'Clear all filters' }).click();
  await other.getByRole('searchbox').fill('Mensah');
  // the rows follow a moment later, and what stands below them moves
  await expect(other.locator('tbody').getByRole('rowheader')).toHaveCount(1);
  await other.getByRole('checkbox', { name: 'Select Kofi Mensah' }).click();
  const second = await new ManageScreen(other).enter();
  await other.getByRole('button', { name: 'Discard changes' }).click();
  await second.press(second.box('FLOW_FREE'));
  await second.save();

  await page.bringToFront();
  await expect(page.getByText('Nothing was saved: the numbers have changed.')).toBeVisible();
  await expect(manage.dialog).toBeHidden();
  await expect(manage.box('FLOW_FREE')).toBeChecked();
  await manage.save();
});

test('the result is exported, and the heading is honest in three languages', async ({ page }) => {
  await withoutPicker(page);
  const manage = await openManage(page, 25, 'Microsoft 365 E5');
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  const { dialog } = manage;
  await dialog.getByLabel('Your name').fill('Kim Lee');
  await dialog.getByRole('list', { name: 'What changes' }).locator('summary').first().click();
  const exportThem = dialog.getByRole('button', { name: 'Export 1 user', exact: true });
  const people = await downloadOf(page, () => exportThem.click());
  expect(people.name).toMatch(/^Users of a change .*\.csv$/);
  expect(rowsOf(people.text)).toMatchObject([{ Assign: 'Microsoft Power Automate Free' }]);
  // Enter searches, and saves nothing
  await dialog.getByRole('searchbox', { name: 'Search these users' }).press('Enter');
  await expect(exportThem).toBeEnabled();
  await manage.confirm();
  await chooseMore(page, 'Export: Licenses updated');
  const exporting = page.getByRole('dialog', { name: 'Export: Licenses updated' });
  const file = await fileOf(page, exporting);
  expect(file.name).toMatch(/^Licenses updated .*\.csv$/);
  expect(file.text).toContain('Planned, not yet sent.');

  const heading = page.getByRole('heading', { level: 1 });
  const languages = [
    ['English', '简体中文', '许可证更新：2 个用户中有 1 个待同步、1 个无需更改'],
    ['简体中文', '繁體中文', '已更新授權：2 位使用者中有 1 位待同步、1 位無需變更'],
  ] as const;
  for (const [from, to, words] of languages) {
    await speak(page, from, to);
    await expect(heading).toHaveText(words);
  }
});
