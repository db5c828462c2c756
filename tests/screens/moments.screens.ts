// Draws what people meet now and then: the guide, other looks, several windows, work that runs, paper.
import { expect, test } from '@playwright/test';
import { TOY_MAKER, toyFiles } from '../e2e/files/toy-maker.ts';
import { HeldWork } from '../e2e/held-work.ts';
import { importCustomer, ImportScreen } from '../e2e/import-screen.ts';
import { manageFor, planFor } from '../e2e/planning.ts';
import { openUsers, UserListScreen } from '../e2e/user-list.ts';
import { Camera } from './camera.ts';

test('what the guide says', async ({ page }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  await openUsers(page, 100000);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Start the guide' })).toBeVisible();
  await camera.draw(page, 'guide-offered');
  await page.getByRole('button', { name: 'Start the guide' }).click();
  await camera.draw(page, 'guide-step');
  await page.getByRole('link', { name: 'Take me there' }).click();
  const list = new UserListScreen(page);
  await list.expectRange('1–25');
  await list.pageBox.click();
  await page.getByRole('button', { name: /^Select all [\d,]+ matching$/ }).click();
  await camera.draw(page, 'users-all-selected');
});

test('what rows look like when they stand close', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Compact' }).check();
  await page.getByRole('region', { name: 'About Seatwise' }).scrollIntoViewIfNeeded();
  await camera.draw(page, 'settings-end');
  await page.goto(users);
  await expect(page.getByRole('link', { name: 'Kofi Mensah' })).toBeVisible();
  await camera.draw(page, 'compact-users');
  await manageFor(page, ['Chidi Okafor', 'Kofi Mensah']);
  await camera.draw(page, 'compact-manage');
  await page.goto(users.replace(/\/users$/, ''));
  await camera.draw(page, 'compact-overview');
});

test('what menus of the frame hold, and what a drop says', async ({ page }) => {
  const camera = new Camera();
  await importCustomer(page, TOY_MAKER, toyFiles);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Language/ })
    .click();
  await camera.draw(page, 'menu-language');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await camera.draw(page, 'menu-navigation');
  await page.keyboard.press('Escape');
  await new ImportScreen(page).drag(toyFiles);
  await expect(page.getByText('Drop to read the files')).toBeVisible();
  await camera.draw(page, 'drop-now');
});

test('what waits for users who are not here yet', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog
    .getByLabel('Usernames, email addresses')
    .fill('new.one@lindqvist-okafor.example\nchidi.okafor@lindqvist-okafor.example');
  await dialog.getByRole('checkbox', { name: /^Wait for/ }).check();
  await dialog.getByRole('button', { name: /^(Select|Wait for)/ }).click();
  await camera.draw(page, 'dialog-paste-done');
  await dialog.getByRole('link', { name: 'Manage licenses' }).click();
  await camera.draw(page, 'manage-awaited');
  await page.goto(users);
  await planFor(page, [], 'FLOW_FREE');
  await camera.draw(page, 'licenses-updated-awaited');
  await page.goto('/pending/users');
  await page.getByRole('checkbox', { name: 'Select all users on this page' }).check();
  await camera.draw(page, 'pending-users-selected');
});

test('what is read from Microsoft 365 meanwhile', async ({ page }) => {
  const camera = new Camera();
  const work = await HeldWork.in(page);
  await openUsers(page, 25);
  await page.goto(page.url().replace(/\/users$/, ''));
  const read = page.getByRole('button', { name: 'Get new data' });
  await expect(read).toBeVisible();
  await work.hold();
  await read.click();
  await camera.draw(page, 'pull-running');
  await work.letGo();
});

test('what is printed', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await page.emulateMedia({ media: 'print' });
  for (const [name, address] of [
    ['report', `${change}/report`],
    ['change', change],
    ['users', users],
    ['overview', users.replace(/\/users$/, '')],
  ] as const) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await camera.draw(page, `print-${name}`);
  }
});

test('what an older window says', async ({ page, context }) => {
  const camera = new Camera(['en']);
  await importCustomer(page, TOY_MAKER, toyFiles);
  const newer = await context.newPage();
  await newer.goto('/icon.svg');
  await newer.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('seatwise', 1000);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await expect(page.getByRole('heading', { name: 'A newer version' })).toBeVisible();
  await camera.draw(page, 'closed-newer-window');
  await page.reload();
  await expect(page.getByRole('heading', { name: /belongs to a newer Seatwise$/ })).toBeVisible();
  await camera.draw(page, 'closed-newer-data');
});
