import { expect, test } from '@playwright/test';
import { openUsers } from './user-list.ts';

test('lists the selected users, takes some out and puts them back', async ({ page }) => {
  const users = await openUsers(page, 3200);
  await users.pageBox.click();
  await users.press('Next');
  await users.expectRange('26–50');
  await users.pageBox.click();
  await expect(users.selectedLink).toHaveText('Selected users (50)');
  await users.selectedLink.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Selected users' })).toBeVisible();
  await users.expectRange('1–25 of 50');
  await users.press('Next');
  await users.expectRange('26–50 of 50');
  await users.press('First');
  await users.expectRange('1–25 of 50');

  const [, second = ''] = await users.names();
  await page
    .getByRole('button', { name: `Remove ${second}` })
    .first()
    .click();
  await users.expectRange('of 49');
  await users.press('Put back');
  await users.expectRange('of 50');

  await users.box(0).click();
  await users.box(9).click({ modifiers: ['Shift'] });
  await users.press('Remove 10 users');
  await users.expectRange('of 40');
  await expect(page.getByRole('button', { name: /^Remove \d+ users?$/ })).toHaveCount(0);
  await page.reload();
  await users.expectRange('of 40');

  const [first = ''] = await users.names();
  await page.getByRole('searchbox').fill(first);
  await expect
    .poll(async () => (await users.names()).every((name) => name.includes(first)))
    .toBe(true);
  await page.getByRole('button', { name: 'Clear search' }).first().click();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Manage licenses' }).last(),
  ).toHaveAttribute('href', /\/licenses$/);

  await users.press('Remove all 40');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No users selected' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to Users and licenses' }).click();
  await expect(users.selectedLink).toHaveText('Selected users (0)');
});
