// Walks the guide with the largest sample customer, each step on the screen that it is about.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { chooseMore, ManageScreen } from './manage-screen.ts';
import { chooseOption } from './options.ts';
import { openReview, syncNow } from './sync-screens.ts';
import { toCustomers, UserListScreen } from './user-list.ts';

const E3 = 'Microsoft 365 E3';
const E5 = 'Microsoft 365 E5';

test('the guide leads from twelve thousand people over a shortage to a sync and back @slow', async ({
  page,
}) => {
  test.setTimeout(400_000);
  const guide = (title: string) => page.getByRole('region', { name: title, exact: true });
  const goThere = page.getByRole('link', { name: 'Take me there' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  await page.getByRole('button', { name: 'Start the guide' }).click({ timeout: 50_000 });
  await expect(guide('Choose 12,000 people')).toContainText('Step 1 of 4');
  await expectAccessible(page);

  // a step that was begun is there after a reload, on any screen
  await goThere.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Users and licenses' })).toBeVisible();
  await page.reload();
  await chooseOption(page.getByRole('combobox', { name: 'Product held' }), E3);
  await page.getByRole('button', { name: /^More filters/ }).click();
  const users = new UserListScreen(page);
  for (const [department, selected] of [
    ['Sales', '7,643'],
    ['Finance', '11,951'],
  ] as const) {
    await chooseOption(page.getByRole('combobox', { name: 'Department' }), department);
    await expect(
      page.getByRole('button', { name: `Remove filter: Department: ${department}` }),
    ).toBeVisible();
    await users.pageBox.click();
    await page.getByRole('button', { name: /^Select all [\d,]+ matching/ }).click();
    await expect(users.selectedLink).toContainText(selected);
  }
  const manage = await new ManageScreen(page).enter();

  const swapping = guide('Swap E3 for E5, and meet what stands in the way');
  await expect(swapping).toContainText('Step 2 of 4');
  await page.getByRole('button', { name: 'Swap a product…' }).click();
  const swap = page.getByRole('dialog', { name: 'Swap a product' });
  await chooseOption(swap.getByLabel('Product to swap'), `${E3} (`);
  await chooseOption(swap.getByLabel('Swap it for'), `${E5} (`);
  await expect(swap).toContainText(/[\d,]+ users skipped: .* comes from a group/);
  await swap.getByRole('button', { name: 'Add swap' }).click();
  await manage.startSaving();
  const shortage = page.getByRole('dialog', { name: 'Not enough licenses' });
  // as many as there are: thousands would take the better part of a minute
  await shortage.getByText('Choose who waits').click();
  await shortage.getByRole('button', { name: 'Continue' }).click();
  await manage.confirm();

  await expect(guide('Sync with the sample cloud')).toContainText('Step 3 of 4');
  await openReview(page);
  await syncNow(page);
  await expect(guide('Undo it')).toContainText('Step 4 of 4', { timeout: 60_000 });

  await goThere.click();
  await chooseMore(page, 'Undo in Microsoft 365…');
  await page.getByRole('button', { name: 'Review the new change' }).click();
  await manage.save();
  const end = guide('That is the whole job');
  await expect(end).toBeVisible();
  await end.getByRole('button', { name: 'Close' }).click();
  await expect(end).toHaveCount(0);

  // it stays away, until it is asked for again; every step can be left out
  await toCustomers(page);
  await expect(page.getByRole('button', { name: 'Start the guide' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.getByRole('button', { name: 'Start the guide' }).press('Enter');
  await page.getByRole('button', { name: 'Skip this step' }).press('Enter');
  await expect(swapping).toBeVisible();
  await page.getByRole('button', { name: 'End the guide' }).press('Enter');
  await expect(swapping).toHaveCount(0);
});
