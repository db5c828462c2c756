// Two people's whole work, from what they were asked for to what is left to do.
import { expect, test } from '@playwright/test';
import { rowsOf } from './downloads.ts';
import { fileOf, press, withoutPicker } from './export-screen.ts';
import { textFile } from './files/made-file.ts';
import { ImportScreen } from './import-screen.ts';
import { chooseMore, ManageScreen } from './manage-screen.ts';
import { manageFor } from './planning.ts';
import { offlineCopy } from './site.ts';
import { card, numberOf, openOutcomes, openReview, setMood, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

test.use({ serviceWorkers: 'allow' });

const CLINIC = samples[25];
const HARBOR = samples[3200];
const FLOW = 'Microsoft Power Automate Free';
const E1 = 'Office 365 E1';
const F3 = 'Microsoft 365 F3';

test("a technician follows a client's list, mends what stands in the way, syncs it and reports @slow", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withoutPicker(page);
  await openUsers(page, 25);
  const at = '@lindqvist-okafor.example';
  const rows = [
    'User,Product,Action',
    `chidi.okafor${at},FLOW_FREE,assign`,
    `kofi.mensah${at},The free automation,assign`,
    `olena.kovalenko${at},FLOW_FREE,assign`,
    `somebody.else${at},FLOW_FREE,assign`,
  ];
  const screen = await ImportScreen.open(page);
  await screen.drop([textFile('Wishes.csv', `${rows.join('\r\n')}\r\n`, 'text/csv')]);
  const list = page.getByRole('region', { name: 'Wishes.csv is an assignment list' });
  await list
    .getByRole('combobox', { name: 'Customer' })
    .selectOption({ label: `${CLINIC}: 3 of 4 users found` });
  await list
    .getByRole('combobox', { name: 'Product for The free automation' })
    .selectOption({ label: FLOW });
  await expect(list.getByText('3 rows can be followed.')).toBeVisible();
  await list.getByText('Rows that are not followed (1)').click();
  await expect(list.getByRole('row', { name: /whole row somebody\.else/ })).toContainText(
    'no user of this customer has this name',
  );
  await list.getByRole('radio', { name: /^Assign only/ }).check();
  await list.getByRole('button', { name: 'Show what it would do' }).click();
  await list.getByRole('link', { name: 'Review' }).click();

  // one of them could not get it without a usage location
  const manage = new ManageScreen(page);
  await manage.setLocation('Sweden');
  const changes = page.getByRole('region', { name: 'What changes' });
  await expect(changes.getByText(`Assign ${FLOW} 3 users`)).toBeVisible();
  await expect(changes.getByText('No usage location is set')).toBeHidden();
  await manage.save('T-2041');
  await openReview(page);
  const review = card(page, CLINIC);
  await expect(numberOf(review, 'Users to change')).toHaveText('3');
  await expect(review.getByText('Set usage location Sweden')).toBeVisible();
  await syncNow(page);
  const outcomes = await openOutcomes(page, CLINIC);
  await expect(outcomes.filter({ hasText: 'Applied' })).toHaveCount(3);
  const { text } = await fileOf(page, await press(page, 'Outcomes of the sync'));
  expect(rowsOf(text).map((row) => row['Outcome'])).toEqual(['Applied', 'Applied', 'Applied']);
});

test('an administrator moves the people of one suite to another: planned offline, synced in parts, and undone @slow', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const users = await openUsers(page, 3200);
  const customer = page.url().replace(/\/users$/, '');
  await offlineCopy(page);
  await context.setOffline(true);
  await page.getByRole('combobox', { name: 'Product held' }).selectOption({ label: E1 });
  await expect(page.getByRole('navigation', { name: 'Pages', exact: true })).toContainText(
    'of 167',
  );
  await users.pageBox.click();
  await page.getByRole('button', { name: /^Select all 167/ }).click();
  const manage = await manageFor(page, []);
  await page.getByRole('button', { name: 'Swap a product…' }).click();
  const swap = page.getByRole('dialog', { name: 'Swap a product' });
  await swap.getByLabel('Product to swap').selectOption({ label: `${E1} (126 users)` });
  await swap.getByLabel('Swap it for').selectOption({ label: `${F3} (83 available)` });
  await expect(swap).toContainText(`83 users: ${E1} is swapped for ${F3}.`);
  await expect(swap).toContainText(`41 users skipped: ${E1} comes from a group.`);
  await swap.getByRole('button', { name: 'Add swap' }).click();
  await manage.startSaving();
  const shortage = page.getByRole('dialog', { name: 'Not enough licenses' });
  await shortage.getByText('Choose who waits').click();
  await shortage.getByRole('button', { name: 'Continue' }).click();
  await manage.confirm();
  const change = page.url();
  await openReview(page);
  const send = page.getByRole('button', { name: 'Sync now' });
  await expect(page.getByText('You are offline', { exact: true })).toBeVisible();
  await expect(send).toBeDisabled();

  // the data is days old: a review that is made online reads it again by itself, this one asks
  await expect(numberOf(card(page, HARBOR), 'Users to change')).toHaveText('83');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Get new data' }).click();
  await expect(send).toBeEnabled({ timeout: 60_000 });
  await expect(numberOf(card(page, HARBOR), 'Users to change')).toHaveText('83');
  await page.goto(customer);
  await setMood(page, 'Slow');
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  await page.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText('Done to 2 users.')).toBeVisible();

  await page.goto(change);
  await openReview(page);
  await syncNow(page);
  await page.getByRole('button', { name: `Pause the sync of ${HARBOR}` }).click();
  const run = card(page, HARBOR);
  await expect(run.getByText('Paused', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.goto(customer);
  await setMood(page, 'Slow', false);
  await page.goto('/pending');
  await expect(run.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Resume the sync of ${HARBOR}` }).click();
  await openOutcomes(page, HARBOR);
  await expect(page.getByRole('button', { name: 'Conflict (2)' })).toBeVisible();
  const filter = await page.getByRole('button', { name: /^Applied \(\d+\)$/ }).textContent();
  const applied = Number(/\d+/.exec(filter ?? '')?.[0]);

  await page.getByRole('link', { name: 'See what differs' }).first().click();
  await page.getByRole('button', { name: 'Drop for all: License changed' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Drop for 2 users' }).click();
  await expect(page.getByText('Nothing differs')).toBeVisible();

  await page.goto(change);
  await chooseMore(page, 'Undo in Microsoft 365…');
  const undo = page.getByRole('dialog', { name: 'Undo in Microsoft 365' });
  await expect(numberOf(undo, 'Users in the new change').first()).toHaveText(String(applied));
  await undo.getByText('Show who is skipped').click();
  const leftOut = undo.getByRole('listitem').filter({ hasText: 'Not applied' });
  await expect(leftOut.filter({ has: page.getByRole('strong') })).toHaveCount(83 - applied);
  await expect(leftOut.first()).toContainText(`${83 - applied} users`);
  await undo.getByRole('button', { name: 'Review the new change' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review the undo of a change');
  await manage.save();
  await expect(page.getByRole('link', { name: `Pending (${applied})` })).toBeVisible();
});
