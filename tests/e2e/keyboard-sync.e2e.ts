// A sync from the review to what differs, without a mouse: the focus is never lost on the way.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { addCustomer, CONTOSO, openCloud } from './cloud-customer.ts';
import { heard, listen } from './heard.ts';
import { pressOn } from './keys.ts';
import { planFor } from './planning.ts';
import { card, numberOf, openReview, planForMany, setMood, syncNow } from './sync-screens.ts';
import { samples, toUsers } from './user-list.ts';

const HARBOR = samples[3200];

test('a sync is reviewed, started, paused, gone on with and settled by keyboard alone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await listen(page);
  await planForMany(page);
  const told = (words: string | RegExp) => page.locator('[aria-live]').getByText(words).last();

  await pressOn(page, page.getByRole('link', { name: 'Review pending and sync' }), 'Enter');
  await expect(page.getByRole('checkbox', { name: `Sync ${HARBOR}` })).toBeChecked();
  const sync = page.getByRole('main').getByRole('button', { name: 'Sync now' });
  await expect(sync.first()).toBeEnabled({ timeout: 60_000 });
  // what follows takes long enough to be paused
  const elsewhere = await context.newPage();
  await elsewhere.goto('/customers/sample-logistics');
  await setMood(elsewhere, 'Slow');
  await page.bringToFront();
  const before = (await heard(page)).length;
  await pressOn(page, sync.first(), 'Enter');

  const run = card(page, HARBOR);
  await pressOn(page, run.getByRole('button', { name: `Pause the sync of ${HARBOR}` }), 'Enter');
  await expect(run.getByText('Paused', { exact: true })).toBeVisible();
  await expect(told(`${HARBOR}: paused.`)).toBeAttached();
  const resume = run.getByRole('button', { name: `Resume the sync of ${HARBOR}` });
  await expect(resume).toBeFocused();

  const cancel = run.getByRole('button', { name: `Cancel what is not sent of ${HARBOR}` });
  await pressOn(page, cancel, 'Enter');
  const asked = page.getByRole('alertdialog', { name: 'Cancel what is not sent?' });
  await expect(asked).toHaveAccessibleDescription(/users of .* were not sent yet/);
  await pressOn(page, asked.getByRole('button', { name: 'Back' }), 'Enter');
  await expect(cancel).toBeFocused();

  // meanwhile somebody else deletes two users who wait
  await elsewhere.bringToFront();
  await setMood(elsewhere, 'Slow', false);
  await elsewhere.getByText('Sandbox: how the sample cloud behaves').click();
  await elsewhere.getByLabel('Another administrator, now').selectOption('Deletes the user');
  await elsewhere.getByRole('button', { name: 'Do it now' }).click();
  await expect(elsewhere.getByText('Done to 2 users.')).toBeVisible();
  await elsewhere.close();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(resume).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(told(`${HARBOR}: the sync has ended.`)).toBeAttached();
  // of the sync it is said that it began, was paused and went on, how far it is, and how it ended
  const ofSync = (await heard(page, before)).filter((words) => words.startsWith(HARBOR));
  expect(ofSync.slice(0, 3).map((words) => words.trim())).toEqual(
    ['syncing.', 'paused.', 'syncing.'].map((words) => `${HARBOR}: ${words}`),
  );
  expect(ofSync.slice(3, -1).every((words) => /: \d+% done\.$/.test(words))).toBe(true);
  expect(ofSync.length).toBeLessThanOrEqual(7);
  expect((await heard(page, before)).join(' ')).not.toMatch(/is under way|\b0 customers/);
  // what was pressed is gone: the way on has the focus
  await expect(run.getByRole('link', { name: `See outcomes of ${HARBOR}` })).toBeFocused();
  await page.keyboard.press('Enter');

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Outcomes of the sync');
  await pressOn(page, page.getByRole('button', { name: 'Conflict (2)' }), 'Enter');
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(2);
  await pressOn(page, page.getByRole('link', { name: 'See what differs' }).last(), 'Enter');
  await expect(heading).toHaveText('Differs from Microsoft 365');

  const drops = page.getByRole('button', { name: /^Drop our change/ });
  await expect(drops).toHaveCount(2);
  await pressOn(page, drops.first(), 'Enter');
  await expect(drops).toHaveCount(1);
  await expect(told(/dropped/i)).toBeAttached();
  await expect(drops).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing differs')).toBeVisible();
  await expect(heading).toBeFocused();
});

test('a run that waits is stopped, reviewed once more and cancelled by keyboard alone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { graph } = await openCloud(context);
  await addCustomer(page);
  await toUsers(page);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  // every change is put off for a quarter of an hour: its users are claimed, and not sent
  graph.instead = ({ body }) =>
    body.includes('assignLicense') ? { status: 429, retryAfter: 900 } : null;
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  const waits = run.getByText(/^Microsoft asks to wait 1\d min$/);
  await expect(waits).toBeVisible();
  const stop = run.getByRole('button', { name: `Stop after this batch: ${CONTOSO.name}` });
  await pressOn(page, stop, 'Space');
  await expect(run.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(numberOf(run, 'Left')).toHaveText('2');
  const outcomes = run.getByRole('link', { name: `See outcomes of ${CONTOSO.name}` });
  await expect(outcomes).toBeFocused();

  // whom it had claimed can be reviewed like everybody who is left
  await pressOn(page, page.getByRole('checkbox', { name: `Select ${CONTOSO.name}` }), 'Space');
  await expect(page.getByText('1 customer, 2 users')).toBeVisible();
  await pressOn(page, page.getByRole('link', { name: 'Review', exact: true }), 'Enter');
  await expect(numberOf(card(page, CONTOSO.name), 'Users to change')).toHaveText('2');
  await expect(page.getByText(/^2 users of the last sync have no outcome yet\./)).toBeVisible();
  await expectAccessible(page);
  const sync = page.getByRole('main').getByRole('button', { name: 'Sync now' });
  await pressOn(page, sync.first(), 'Enter');
  await expect(waits).toBeVisible();

  const cancel = run.getByRole('button', { name: `Cancel what is not sent of ${CONTOSO.name}` });
  await pressOn(page, cancel, 'Enter');
  const asked = page.getByRole('alertdialog', { name: 'Cancel what is not sent?' });
  await pressOn(page, asked.getByRole('button', { name: 'Cancel what is not sent' }), 'Enter');
  await expect(numberOf(run, 'Cancelled')).toHaveText('2');
  await expect(run.getByText('Ended', { exact: true })).toBeVisible();
  await expect(outcomes).toBeFocused();
  await pressOn(page, run.getByRole('button', { name: 'Dismiss' }), 'Enter');
  await expect(run).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Pending', exact: true })).toBeVisible();
});
