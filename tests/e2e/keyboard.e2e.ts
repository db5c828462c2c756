import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleAtEachWidth } from './accessible.ts';
import { pressOn, tabTo } from './keys.ts';
import { ManageScreen } from './manage-screen.ts';
import { samples, UserListScreen } from './user-list.ts';

/** Counts how often the page asks whether something is in sight: each time all of it may be laid out anew. */
function countLooks(): void {
  const { checkVisibility } = Element.prototype;
  const counted = Object.assign(window, { looks: 0 });
  Element.prototype.checkVisibility = function (...asked) {
    counted.looks++;
    return checkVisibility.apply(this, asked);
  };
}

const looksOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly looks: number }).looks);

/** From the first user to Manage licenses, and from a tick to Save. */
const MOST_TABS = 20;

test('the whole way from the first visit to the planned change, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const main = page.getByRole('main');
  await page.addInitScript(countLooks);
  await page.goto('/');
  await pressOn(page, page.getByRole('button', { name: 'Try with sample customers' }), 'Enter');
  await pressOn(page, page.getByRole('link', { name: samples[25], exact: true }), 'Enter');
  const toUsers = main.getByRole('link', { name: 'Users and licenses', exact: true });
  await expect(page.getByRole('heading', { level: 1, name: samples[25] })).toBeVisible();
  // a reader hears the name of the page that opened, and not that of the page before
  const opened = page.locator('[aria-live=assertive]');
  await expect(opened).toHaveText(`${samples[25]} · Seatwise`);
  const looks = await looksOf(page);
  await pressOn(page, toUsers.last(), 'Enter');

  const users = new UserListScreen(page);
  await expect(users.box(1)).toBeVisible();
  // 25 rows with three stops each are one stop of Tab, and not asked about one by one
  expect((await looksOf(page)) - looks).toBeLessThan(25);
  await expect(opened).toHaveText(`Users and licenses · ${samples[25]} · Seatwise`);
  // letters are the search's while one types in it, and shortcuts before and after
  await page.keyboard.press('/');
  const search = main.getByRole('searchbox', { name: 'Search users' });
  await expect(search).toBeFocused();
  const letters = 'jkxXaeu/?';
  await page.keyboard.type(letters);
  await expect(search).toHaveValue(letters);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(users.selectedLink).toHaveText('Selected users (0)');
  await tabTo(page, users.pageBox);
  for (const key of ['j', 'j', 'j', 'k', 'x']) await page.keyboard.press(key);
  await expect(users.box(1)).toBeChecked();
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  for (const key of ['j', 'j', 'j', 'Shift+X']) await page.keyboard.press(key);
  await expect(users.selectedLink).toHaveText('Selected users (4)');
  await page.keyboard.press('a');
  await expect(users.selectedLink).toHaveText('Selected users (25)');
  await pressOn(page, page.getByRole('button', { name: 'Clear selection' }), 'Enter');
  await expect(users.selectedLink).toHaveText('Selected users (0)');
  await pressOn(page, users.box(1), 'Space');
  for (const [key, row] of [
    ...[['End', 24] as const, ['ArrowDown', 24] as const, ['ArrowUp', 23] as const],
    ...[['Home', 0] as const, ['ArrowUp', 0] as const, ['ArrowDown', 1] as const],
  ]) {
    await page.keyboard.press(key);
    await expect(users.box(row)).toBeFocused();
  }
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+Space']) {
    await page.keyboard.press(key);
  }
  await expect(users.selectedLink).toHaveText('Selected users (4)');
  await users.expectKept();
  // Escape closes what was opened last, and nothing of what was there before
  const columns = main.getByRole('button', { name: 'Columns', exact: true });
  await pressOn(page, columns, 'Enter');
  await expect(page.getByRole('checkbox', { name: 'Department' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'Department' })).toBeHidden();
  await expect(columns).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(columns).toBeFocused();
  await expect(users.selectedLink).toHaveText('Selected users (4)');
  await tabTo(page, users.box(4));
  // a row's name is beside its box, and all rows are one stop
  await page.keyboard.press('ArrowRight');
  const names = page.locator('tbody').getByRole('rowheader').getByRole('link');
  await expect(names.nth(4)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(names.first()).toBeFocused();
  const onward = main.getByRole('link', { name: 'Manage licenses', exact: true }).last();
  expect(await tabTo(page, onward)).toBeLessThanOrEqual(MOST_TABS);

  const manage = new ManageScreen(page);
  await page.keyboard.press('e');
  await expect(manage.section).toBeVisible();
  await expect(opened).toHaveText(`Manage licenses · ${samples[25]}`);
  await pressOn(page, manage.box('FLOW_FREE'), 'Space');
  await expect(manage.row('FLOW_FREE')).toContainText(/Assign to \d/);

  await expect(manage.saveButton).toBeEnabled();
  expect(await tabTo(page, manage.saveButton)).toBeLessThanOrEqual(MOST_TABS);
  await page.keyboard.press('Enter');
  const line = manage.dialog.getByText('Assign Microsoft Power Automate Free');
  await pressOn(page, line.locator('xpath=ancestor::summary'), 'Enter');
  const people = manage.dialog.getByRole('searchbox', { name: 'Search these users' });
  await tabTo(page, people);
  await page.keyboard.type('no such person');
  await page.keyboard.press('Escape');
  await expect(people).toHaveValue('');
  await expect(manage.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(manage.dialog).toBeHidden();
  await expect(manage.saveButton).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, manage.dialog.getByLabel('Your name'));
  await page.keyboard.type('Kim Lee');
  await pressOn(page, manage.dialog.getByRole('button', { name: 'Save', exact: true }), 'Enter');
  const planned = /^Licenses updated: .*planned/;
  await expect(page.getByRole('heading', { level: 1, name: planned })).toBeVisible();

  await expect(page.getByRole('button', { name: 'More actions', exact: true })).toBeInViewport();
  // undo asks first, by its letter as by Ctrl+Z, and Escape leaves the plan as it is
  for (const key of ['u', 'Control+Z']) {
    await page.keyboard.press(key);
    const undo = page.getByRole('dialog', { name: 'Remove from the plan' });
    await expect(undo).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(undo).toBeHidden();
  }

  // all shortcuts are told, and those of one key can be switched off
  await page.keyboard.press('?');
  const told = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(told.getByText('Select all that match')).toBeVisible();
  // each of them was pressed above, or is below: one more has to be pressed, too
  await expect(told.locator('kbd')).toHaveText([
    ...['Ctrl', 'K', '/', '?', 'J', 'K', 'X', 'Shift', 'X', 'A', 'E', 'U', 'Ctrl', 'Z'],
  ]);
  await expectAccessibleAtEachWidth(page);
  await page.keyboard.press('Escape');
  await expect(told).toBeHidden();
  await pressOn(page, page.getByRole('link', { name: 'Settings', exact: true }), 'Enter');
  const single = page.getByRole('checkbox', { name: 'Single-key shortcuts' });
  await pressOn(page, single, 'Space');
  await expect(single).not.toBeChecked();
  await expect(page.getByText('Setting saved')).toBeAttached();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Search everywhere');
  await page.keyboard.press('Escape');
  await page.goBack();
  await pressOn(page, page.getByRole('button', { name: 'More actions', exact: true }), 'Enter');
  const undo = page.getByRole('menuitem', { name: 'Undo: remove from the plan' });
  await expect(undo).toBeFocused();
  // letters lead to what begins with them, and on to the next
  const again = page.getByRole('menuitem', { name: 'Select these again' });
  await expect(async () => {
    await page.keyboard.press('s');
    await expect(again).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Selected users: 4' })).toBeVisible();
});

test('whatever is looked for is found by Ctrl+K, and a list of holders gives the focus back', async ({
  page,
}) => {
  await page.goto('/');
  const samplesButton = page.getByRole('button', { name: 'Try with sample customers' });
  await expect(samplesButton).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search everywhere' });
  const field = palette.getByRole('combobox', { name: 'What to find or do' });
  const chosen = palette.getByRole('option', { selected: true });
  /** What stands first for this text is gone to. */
  const find = async (text: string, first: string | RegExp) => {
    await page.keyboard.press('Control+K');
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await expect(chosen).toContainText(first);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  };
  await find('set', 'Settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await find('customers', 'Customers');
  await pressOn(page, samplesButton, 'Enter');
  await expect(page.getByRole('link', { name: samples[25], exact: true })).toBeVisible({
    timeout: 50_000,
  });

  // Escape leaves nothing behind, and the focus where it was
  const search = page.getByRole('button', { name: 'Search everywhere' });
  await pressOn(page, search, 'Enter');
  await expect(palette.getByRole('option').first()).toContainText('Customers');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('Settings');
  await expectAccessibleAtEachWidth(page);
  await page.keyboard.type('no such thing');
  await expect(palette.getByText('Nothing found')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();

  await find('okafor', samples[25]);
  await expect(page.getByRole('heading', { level: 1, name: samples[25] })).toBeVisible();
  await find('paste', 'Paste a list of users');
  const pasting = page.getByRole('dialog', { name: 'Paste a list' });
  await expect(pasting).toBeVisible();
  // a question that is open is not covered by another one
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Escape');
  await expect(pasting).toBeHidden();
  await expect(palette).toBeHidden();

  const users = new UserListScreen(page);
  const [name = ''] = await users.names();
  await find(name, name);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await find('SPE_F1', 'Microsoft 365 F3');
  await users.expectRange('1–5 of 5');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Escape');
  await pressOn(page, users.pageBox, 'Space');
  await expect(users.selectedLink).toHaveText('Selected users (5)');
  await users.expectKept();
  await find('swap', 'Swap a product');
  await expect(page.getByRole('dialog', { name: 'Swap a product' })).toBeVisible();
  await page.keyboard.press('Escape');

  const manage = new ManageScreen(page);
  const holders = manage.row('SPE_F1').getByRole('button', { name: '5 of 5' });
  await pressOn(page, holders, 'Enter');
  await expect(manage.dialog.getByRole('rowheader')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(manage.dialog).toBeHidden();
  await expect(holders).toBeFocused();
});
