// A run is stopped, or what is left of it cancelled; another window cannot begin a second one.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import {
  card,
  countOf,
  expectSome,
  numberOf,
  openOutcomes,
  openReview,
  planForMany,
  syncNow,
} from './sync-screens.ts';
import { samples } from './user-list.ts';

const HARBOR = samples[3200];

test('stopped after a batch, what was not sent is still pending @slow', async ({ page }) => {
  test.setTimeout(180_000);
  await planForMany(page, 'Slow');
  const change = page.url();
  await openReview(page);
  const users = await countOf(card(page, HARBOR), 'Users to change');
  await syncNow(page);
  const run = card(page, HARBOR);
  await expectSome(run, 'Applied');
  await page.getByRole('button', { name: `Stop after this batch: ${HARBOR}` }).click();
  await expect(run.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(run.getByText('Nothing was lost.')).toBeVisible();
  const applied = await countOf(run, 'Applied');
  const left = await countOf(run, 'Left');
  expect(applied).toBeGreaterThan(0);
  expect(left).toBeGreaterThan(0);
  expect(applied + left).toBe(users);
  await expect(page.getByRole('link', { name: `Pending (${left})` })).toBeVisible();

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: HARBOR });
  await expect(row).toContainText(`${applied} applied, ${left} left`);
  await expect(row.getByRole('checkbox')).toBeEnabled();
  await page.goto(change);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    `Licenses updated: ${applied} of 100 applied, ${left} planned`,
  );
});

test('what is not sent is cancelled: it leaves the plan, and the history puts it back @slow', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await planForMany(page, 'Slow');
  const change = page.url();
  await openReview(page);
  const users = await countOf(card(page, HARBOR), 'Users to change');
  await syncNow(page);
  const run = card(page, HARBOR);
  await expectSome(run, 'Applied');
  await page.getByRole('button', { name: `Cancel what is not sent of ${HARBOR}` }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Cancel what is not sent?' });
  await expect(dialog).toContainText(HARBOR);
  await dialog.getByRole('button', { name: 'Cancel what is not sent' }).click();
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  const applied = await countOf(run, 'Applied');
  expect(applied).toBeGreaterThan(0);
  expect(applied + (await countOf(run, 'Cancelled'))).toBe(users);
  await expect(numberOf(run, 'Left')).toHaveText('0');
  await expect(page.getByText(/^Applied in Microsoft 365/)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pending', exact: true })).toBeVisible();

  await openOutcomes(page, HARBOR);
  await page.getByRole('button', { name: `Cancelled (${users - applied})` }).click();
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(25);
  await expect(rows.first()).toContainText('Removed from the plan. Nothing of it was applied.');
  await expectAccessible(page);

  await page.goto(change);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(`${applied} of 100 applied`);
  await expect(heading).not.toContainText('planned');
  await page.goto(change.replace(/\/changes\/.*/, '/history'));
  const entries = page.getByRole('main').locator('ol > li');
  await expect(entries.first()).toContainText(`Removed from the plan: ${users - applied} users`);
  await expect(entries.first()).toContainText('Kim Lee');
  await entries.last().getByRole('button', { name: /^Redo/ }).click();
  const redo = page.getByRole('dialog', { name: 'Put back into the plan' });
  await redo.getByRole('button', { name: 'Put back into the plan', exact: true }).click();
  await expect(page.getByRole('link', { name: `Pending (${users - applied})` })).toBeVisible();
});

test('another window that wants to sync the same customer is told, and shows the same run @slow', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await planForMany(page, 'Slow');
  await openReview(page);
  const other = await context.newPage();
  await other.goto(page.url());
  // the cloud is slow, and the data are old
  await expect(other.getByRole('button', { name: 'Sync now' })).toBeEnabled({ timeout: 60_000 });
  await syncNow(page);
  const run = card(page, HARBOR);
  await expect(run.getByText('Syncing', { exact: true })).toBeVisible();
  // what the other window would press is no longer true once the first one sends
  await expect(other.getByText(`A sync of ${HARBOR} is under way.`)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Sync now' })).toBeDisabled();

  await other.getByRole('link', { name: 'See the sync' }).click();
  const same = card(other, HARBOR);
  await expect(same.getByText('Another Seatwise window is sending this.')).toBeVisible();
  await expect(other.getByRole('checkbox', { name: `Select ${HARBOR}` })).toBeDisabled();
  await other.getByRole('link', { name: `See outcomes of ${HARBOR}` }).click();
  await expect(other).toHaveURL(/\/runs\//);
  const outcomes = other.url();
  await expectSome(run, 'Applied');
  await page.getByRole('link', { name: `See outcomes of ${HARBOR}` }).click();
  await expect(page).toHaveURL(outcomes);
  await page.getByRole('link', { name: 'Pending', exact: true }).first().click();
  await page.getByRole('button', { name: `Stop after this batch: ${HARBOR}` }).click();
  await expect(run.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 60_000 });
  await other.goto('/pending');
  const row = other.getByRole('row').filter({ hasText: HARBOR });
  await expect(row).toContainText('Stopped');
  await expect(row.getByRole('checkbox')).toBeEnabled();
});
