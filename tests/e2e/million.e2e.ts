// A customer of a million users, from the file to the undo. Nothing here is about how long it takes.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { ImportScreen } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';

const USERS = 1_000_000;
/** Of ten, one holds Power BI Pro already. */
const GAINING = (USERS / 10) * 9;

/** Writes a users CSV, a thousand rows at a time. */
async function writeUsers(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('User principal name,Display name,Department,Usage location,Licenses\n');
  for (let first = 0; first < USERS; first += 1000) {
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const n = first + i;
      const licenses = n % 10 === 0 ? '"Microsoft 365 E3, Power BI Pro"' : 'Microsoft 365 E3';
      return `user.${n}@million.example,User ${n},Team ${n % 400},DE,${licenses}\n`;
    });
    if (!file.write(rows.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

test('1,000,000 users are imported, all selected, one product is ticked, saved and undone @slow', async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  const long = { timeout: 180_000 };
  const path = info.outputPath('users.csv');
  await writeUsers(path);
  const screen = await ImportScreen.open(page);
  await screen.choose(path);
  await expect(screen.importButton).toHaveText('Import 1,000,000 users', long);
  await screen.name.fill('Million');
  await screen.importButton.click();
  await expect(page.getByRole('heading', { name: /was imported$/ })).toBeVisible(long);

  const users = await screen.toUsers();
  await expect(page.getByRole('navigation', { name: 'Pages', exact: true })).toContainText(
    'of 1,000,000',
    long,
  );
  await users.pageBox.click();
  await page.getByRole('button', { name: /^Select all 1,000,000/ }).click();
  await expect(users.selectedLink).toHaveText('Selected users (1,000,000)', long);

  const manage = await new ManageScreen(page).enter();
  await expect(manage.row('POWER_BI_PRO')).toBeVisible(long);
  await manage.press(manage.box('POWER_BI_PRO'));
  const assigns = new RegExp(`Assign to ${GAINING.toLocaleString('en')}`);
  await expect(manage.box('POWER_BI_PRO')).toHaveAccessibleDescription(assigns, long);
  await manage.startSaving();
  await expect(manage.dialog.getByText('Users changed')).toBeVisible(long);
  await manage.dialog.getByLabel('Your name').fill('Kim Lee');
  await manage.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const updated = page.getByRole('heading', { level: 1, name: /^Licenses updated: .*planned/ });
  await expect(updated).toBeVisible(long);
  await expect(page.getByText('900,000 users pending', { exact: true })).toBeVisible(long);

  await page.getByRole('link', { name: 'History', exact: true }).first().click();
  const entry = page.getByRole('main').locator('ol > li').filter({ hasText: 'Power BI Pro' });
  await entry.getByRole('button', { name: /^Undo/ }).click(long);
  const dialog = page.getByRole('dialog', { name: 'Remove from the plan' });
  await dialog.getByRole('button', { name: 'Remove from the plan', exact: true }).click(long);
  await expect(dialog).toBeHidden(long);
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible(long);
});
