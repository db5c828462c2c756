import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { planFor } from './planning.ts';
import { card, openOutcomes, openReview, setMood, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

const CLINIC = samples[25];

/** On the page of the customer: somebody else does something to two users who wait to be sent. */
async function somebodyElse(page: Page, deed: string, said: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Another administrator, now' }).selectOption(deed);
  await page.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText(said, { exact: true })).toBeVisible();
}

test('what others changed waits for a person, who sees all three states and says what is to happen', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openUsers(page, 25);
  const users = page.url();
  const home = users.replace(/\/users$/, '');
  await planFor(page, ['Åsa Lindqvist', 'Chidi Okafor', 'Zoë van der Meer'], 'VISIOCLIENT');
  await page.goto(users);
  await planFor(page, ['Łukasz Wiśniewski', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();

  await page.goto(home);
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  await somebodyElse(page, 'changesLicense', 'Done to 2 users.');
  await somebodyElse(page, 'deletes', 'Done to 2 users.');
  await page.getByRole('checkbox', { name: 'Access has ended', exact: true }).check();
  await page.goto(change);
  await openReview(page);
  await syncNow(page);
  await expect(card(page, CLINIC).getByText('No access', { exact: true })).toBeVisible({
    timeout: 60_000,
  });

  // the access is not only told on Pending
  const drift = home.replace('/customers/', '/pending/') + '/drift';
  await page.goto(drift);
  const ended = page.getByRole('region', { name: 'Access to this customer has ended' });
  await expect(ended).toContainText('Insufficient privileges');
  await expect(ended.getByRole('link', { name: /^Hand the plan over/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(home);
  await setMood(page, 'Access has ended', false);
  await page.goto(drift);
  await ended.getByRole('button', { name: `Resume the sync of ${CLINIC}` }).click();
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(4, { timeout: 60_000 });
  await expect(ended).toHaveCount(0);
  await expectAccessible(page);

  const aasa = rows.filter({ hasText: 'Åsa Lindqvist' });
  const states = aasa.getByRole('cell');
  await expect(states.nth(0)).toContainText('assigned directly');
  await expect(states.nth(1)).toContainText('not assigned');
  await expect(states.nth(2)).toContainText('assigned directly; off:');
  const deleted = page.getByRole('group', { name: 'User deleted: 2 users' });
  await expect(deleted.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
  await deleted.getByRole('button', { name: 'Drop for all: User deleted' }).click();
  await page.getByRole('button', { name: 'Drop for 2 users' }).click();
  await expect(rows).toHaveCount(2);
  await rows
    .filter({ hasText: 'Chidi Okafor' })
    .getByRole('button', { name: /^Decide later/ })
    .click();
  await expect(page.getByText('Left for later: 1.')).toBeAttached();
  await aasa.getByRole('button', { name: /^Apply our change/ }).click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toContainText('Chidi Okafor');

  await page.goto(change);
  await page.getByRole('link', { name: 'Pending (2)' }).click();
  await page.getByRole('row').filter({ hasText: CLINIC }).getByRole('checkbox').check();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await syncNow(page);
  await expect(await openOutcomes(page, CLINIC)).toHaveCount(1);
  await expect(page.getByText('Applied in Microsoft 365 for 1 user')).toBeVisible();
});
