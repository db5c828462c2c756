import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleAtEachWidth } from './accessible.ts';
import { follow } from './follow.ts';
import { manageFor, planFor, userRow } from './planning.ts';
import { card, numberOf, openOutcomes, openReview, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

const CLINIC = samples[25];
const HARBOR = samples[3200];

test('a change is reviewed, synced and called applied only then', async ({ page }) => {
  test.setTimeout(180_000);
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await expect(page.getByText('Nothing has changed in Microsoft 365 yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Pending (2)' })).toBeVisible();

  await page.getByRole('link', { name: 'Pending (2)' }).click();
  const row = page.getByRole('row').filter({ hasText: CLINIC });
  await expect(row).toContainText('Not synced yet');
  await expectAccessible(page);
  await row.getByRole('checkbox').click();
  await expect(page.getByText('1 customer, 2 users')).toBeVisible();
  await page.reload();
  await expect(row.getByRole('checkbox')).toBeChecked();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  const review = card(page, CLINIC);
  await expect(numberOf(review, 'Users to change')).toHaveText('2');
  const lines = review.getByRole('list', { name: 'What changes' }).locator('summary');
  await expect(lines).toHaveText(['Assign Microsoft Power Automate Free 2 users']);
  await lines.click();
  await expect(review.getByText('Kofi Mensah')).toBeVisible();
  await expectAccessible(page);

  await syncNow(page);
  const rows = await openOutcomes(page, CLINIC);
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Kofi Mensah' })).toContainText('Applied');
  await expect(page.getByText('Applied in Microsoft 365 for 2 users')).toBeVisible();
  await expect(page.getByText("The customer's counts agree with Microsoft 365.")).toBeVisible();
  await expectAccessible(page);

  await rows
    .first()
    .getByRole('link', { name: /^Change of / })
    .click();
  await expect(page).toHaveURL(change);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Licenses updated: applied in Microsoft 365');
  await expectAccessible(page);
  await follow(page, users);
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible();
  await expect(userRow(page, 'Kofi Mensah')).not.toContainText('planned');
  await page.getByRole('link', { name: 'History', exact: true }).first().click();
  await expect(page.getByRole('main').locator('ol > li').first()).toContainText('2 applied');
});

test('what Microsoft 365 refuses says why, and is retried without the product that was the reason', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openUsers(page, 25);
  // the cloud of the samples knows a conflict that the planner does not
  const manage = await manageFor(page, ['Åsa Lindqvist', 'Kofi Mensah']);
  await manage.press(manage.box('PROJECTPROFESSIONAL'));
  await manage.press(manage.box('EMS'));
  await manage.save();
  await openReview(page);
  await syncNow(page);
  const rows = await openOutcomes(page, CLINIC);
  const first = new URL(page.url()).pathname;
  const refused = rows.filter({ hasText: 'Åsa Lindqvist' });
  await expect(refused).toContainText('Rejected');
  await expect(refused).toContainText("can't be assigned together");
  await expect(refused).toContainText('Code: Request_BadRequest');
  await refused.getByText('What Microsoft said').click();
  await expect(refused.getByText(/^Request ID/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Rejected (1)' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search users of this sync' }).fill('nobody');
  await expect(page.getByText('No user of this sync is in this list.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search users of this sync' }).fill('');
  await expect(rows).toHaveCount(1);

  await page.getByRole('button', { name: 'Retry failed only (1)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Retry failed only' });
  await expect(dialog).toContainText('planned again for 1 user');
  await dialog.getByRole('button', { name: 'Plan it again' }).click();
  // what the refusal taught blocks it now
  await expect(dialog.getByText('Nothing was planned')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const without = page.getByRole('button', { name: /^Retry without .*\(1\)$/ });
  await expect(page.getByText('Something else was planned for 1 of them.')).toBeVisible();
  await without.click();
  const question = page.getByRole('dialog', { name: /^Retry without / });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Plan it again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Licenses updated: planned, not yet sent',
  );
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Undo: remove from the plan' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openReview(page);
  await syncNow(page);
  // the outcomes of the run before are not offered as those of this one, not for a moment
  const offered = page.getByRole('link', { name: `See outcomes of ${CLINIC}` });
  expect(await offered.and(page.locator(`[href="${first}"]`)).count()).toBe(0);
  await expect(await openOutcomes(page, CLINIC)).toHaveCount(1);
  await expect(rows).toContainText('Applied');
  await page.getByText('Other syncs of this customer').click();
  await page.getByRole('main').locator('details li a').click();
  await expect(page.getByRole('button', { name: 'Retry failed only (1)' })).toBeVisible();
  await expect(without).toHaveCount(0);
});

test('a run is paused, survives a reload, is the same in another window, and goes on @slow', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const list = await openUsers(page, 3200);
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
  await list.pageBox.click();
  await page.getByRole('button', { name: /^Select all 3,200/ }).click();
  const manage = await manageFor(page, []);
  await manage.press(manage.box('FLOW_FREE'), 1);
  await manage.save();
  await openReview(page);
  await syncNow(page);
  await page.getByRole('button', { name: `Pause the sync of ${HARBOR}` }).click();
  const run = card(page, HARBOR);
  await expect(run.getByText('Paused', { exact: true })).toBeVisible();
  const resume = page.getByRole('button', { name: `Resume the sync of ${HARBOR}` });
  await expect(resume).toBeFocused();
  const left = await numberOf(run, 'Left').textContent();
  await expectAccessible(page);

  await page.reload();
  await expect(run.getByText('Paused', { exact: true })).toBeVisible();
  await expect(numberOf(run, 'Left')).toHaveText(left ?? '');
  const other = await context.newPage();
  await other.goto('/pending');
  await expect(card(other, HARBOR).getByText('Paused', { exact: true })).toBeVisible();
  await expect(other.getByRole('checkbox', { name: `Select ${HARBOR}` })).toBeDisabled();

  await resume.click();
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(card(other, HARBOR).getByText('Ended', { exact: true })).toBeVisible();
});

test('offline nothing is sent, and the screen says so', async ({ page, context }) => {
  test.setTimeout(120_000);
  await openUsers(page, 25);
  await planFor(page, ['Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  await context.setOffline(true);
  await expect(page.getByText('You are offline', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeDisabled();
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled();

  // who waits stands in one list, with what is planned; a filter is kept by a reload
  await page.getByRole('link', { name: 'Pending', exact: true }).first().click();
  await page.getByRole('link', { name: 'By user' }).click();
  const waiting = page.getByRole('region', { name: 'Table: Pending users' });
  const kofi = waiting.getByRole('row').filter({ hasText: 'Kofi Mensah' });
  await expect(kofi.getByRole('rowheader')).toContainText('kofi.mensah@');
  await expect(kofi.getByRole('cell')).toContainText([
    CLINIC,
    'Assign Microsoft Power Automate Free',
    'Ready to sync',
  ]);
  await page.getByRole('button', { name: 'Assign (1)' }).click();
  await page.getByRole('searchbox', { name: 'Search by name or username' }).fill('nobody');
  await expect(page.getByText('No pending users match')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Assign (0)', pressed: true })).toBeVisible();
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(kofi).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select Kofi Mensah' }).press('Space');
  await expectAccessibleAtEachWidth(page);

  // and can be taken out of the plan, and put back
  await page.getByRole('button', { name: 'Remove 1 user' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove from the plan' });
  await expect(question).toContainText('for 1 user of 1 customer, and nothing is sent');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Remove 1 user' }).click();
  await expect(page.getByText('Nothing is pending', { exact: true })).toBeVisible();
  await expect(page.getByText('1 user of 1 customer removed from the plan')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await kofi.getByRole('link', { name: 'Kofi Mensah' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kofi Mensah' })).toBeVisible();

  // the number of those who wait leads to them
  await page.goBack();
  await page.getByRole('link', { name: 'By customer' }).click();
  await page.getByRole('link', { name: `1 pending user of ${CLINIC}` }).click();
  const rows = page.getByRole('main').locator('tbody').getByRole('rowheader');
  await expect(rows.getByRole('link')).toHaveText(['Kofi Mensah']);
  await expect(page.getByRole('button', { name: 'Remove filter: Pending' })).toBeVisible();
});

test('what another administrator did meanwhile is not overwritten: a person chooses @slow', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const list = await openUsers(page, 3200);
  const users = page.url();
  await follow(page, users.replace(/\/users$/, ''));
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  await page.getByRole('checkbox', { name: 'Another administrator at work' }).check();
  await follow(page, users);
  await list.pageBox.click();
  await page.getByRole('button', { name: /^Select all 3,200/ }).click();
  const manage = await manageFor(page, []);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();
  const change = page.url();
  await openReview(page);
  await syncNow(page);
  await openOutcomes(page, HARBOR);
  await page.getByRole('link', { name: 'See what differs' }).first().click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Differs from Microsoft 365' }),
  ).toBeVisible();
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  await expectAccessible(page);
  const drops = page.getByRole('button', { name: /^Drop our change/ });
  const gone = (await drops.first().getAttribute('aria-label')) ?? '';
  await drops.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: gone, exact: true })).toHaveCount(0);
  // the next one can be chosen for at once
  await expect(drops.first()).toBeFocused();

  await page.getByRole('button', { name: /^Drop for all: User deleted/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Microsoft 365 stays as it is.');
  await dialog.getByRole('button', { name: /^Drop for / }).click();
  await expect(rows.filter({ hasText: 'The user was deleted.' })).toHaveCount(0);
  await follow(page, change);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Licenses updated: [\d,]+ of [\d,]+ applied.* conflict/,
  );
});
