import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { follow } from './follow.ts';
import { chooseMore, ManageScreen } from './manage-screen.ts';
import { expectPending, planFor } from './planning.ts';
import { openOutcomes, openReview, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

test('a synced change is undone by a new one, which is reviewed, saved and synced', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await openReview(page);
  await syncNow(page);
  // what is on its way is not offered to be undone
  expect(await page.getByRole('group', { name: 'Last Save' }).count()).toBe(0);
  await openOutcomes(page, samples[25]);

  await follow(page, change);
  await chooseMore(page, 'Undo in Microsoft 365…');
  const dialog = page.getByRole('dialog', { name: 'Undo in Microsoft 365' });
  await expect(dialog).toContainText('until you save and sync it');
  await expect(dialog).toContainText('Data that was deleted does not come back.');
  const asked = dialog.getByRole('list', { name: 'What changes' });
  const revoked = /^Revoke Microsoft Power Automate Free ?2 users/;
  await expect(asked.getByRole('listitem')).toHaveText(revoked);
  await asked.getByText('2 users').click();
  await expect(asked).toContainText('Chidi Okafor');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Review the new change' }).click();

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Review the undo of a change');
  await page.reload();
  await expect(heading).toHaveText('Review the undo of a change');
  await expect(page.getByRole('link', { name: /^Change of / })).toHaveAttribute(
    'href',
    new URL(change).pathname,
  );
  const reviewed = page.getByRole('list', { name: 'What changes' });
  await expect(reviewed.getByRole('listitem')).toHaveText(revoked);
  const review = page.url();
  await expectAccessible(page);
  await follow(page, users);
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible();

  await follow(page, review);
  const saving = new ManageScreen(page);
  await saving.save();
  await follow(page, users);
  await expectPending(page, 2);
});
