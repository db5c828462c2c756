import { expect, test, type Page } from '@playwright/test';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { openHistory } from './history-screen.ts';
import { importCustomer } from './import-screen.ts';
import { manageFor, planFor, userRow } from './planning.ts';

const entries = (page: Page) => page.getByRole('main').locator('ol > li');

test('every Save stands in the history of the customer, in words', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  await openHistory(page);
  await expect(page.getByRole('heading', { name: 'Nothing has been saved yet' })).toBeVisible();
  await follow(page, users);

  await planFor(page, ['Ada Winter', '王伟'], 'FLOW_FREE');
  await follow(page, users);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page
    .getByRole('group', { name: 'Columns' })
    .getByRole('checkbox', { name: 'What is planned' })
    .check();
  await page.keyboard.press('Escape');
  const planned = { name: 'Assign Microsoft Power Automate Free', exact: true };
  await expect(userRow(page, '王伟').getByRole('cell', planned)).toBeVisible();
  await expect(page.getByRole('cell', planned)).toHaveCount(2);
  const manage = await manageFor(page, ['丁一']);
  await manage.press(manage.box('VISIOCLIENT'));
  await manage.save('INC-77');
  await openHistory(page);

  await expect(entries(page)).toHaveCount(2);
  const [newest, first] = [entries(page).first(), entries(page).last()];
  await expect(first).toContainText('Assign Microsoft Power Automate Free · 2 users');
  await expect(first).toContainText('Kim Lee');
  await expect(first).toContainText('Planned, not yet sent');
  await expect(newest).toContainText('INC-77');
  await expect(newest).toContainText('Revoke Visio Plan 2 · 1 user');
  // one list under the heading of its day
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(Date.now());
  await expect(page.getByRole('heading', { level: 2, name: today })).toBeVisible();
  await expect(page.getByRole('list', { name: today }).locator('> li')).toHaveCount(2);

  const search = page.getByRole('searchbox', { name: /^Search reference/ });
  await search.fill('inc-77');
  await expect(entries(page)).toHaveCount(1);
  await search.fill('automate');
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText('Power Automate');
  await search.fill('nobody wrote this');
  await expect(page.getByRole('heading', { name: 'No entries match' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entries(page)).toHaveCount(2);

  await page.reload();
  await entries(page)
    .first()
    .getByRole('link', { name: /^Open the change of/ })
    .click();
  // the history says the same words
  await expect(page).toHaveURL(/\/changes\/[^/]+$/);
  await expect(page.getByText('INC-77')).toBeVisible();

  await follow(page, page.url().replace(/[^/]+$/, 'saved-elsewhere'));
  await expect(
    page.getByRole('heading', { level: 1, name: 'This change is not on this device' }),
  ).toBeVisible();
  await expect(page.getByText(/You can import a backup or a plan file/)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/import\?customer=/);
  await page.goBack();
  await page.locator('.empty').getByRole('link', { name: 'Open the whole history' }).click();
  await expect(entries(page)).toHaveCount(2);
});

test('a user has a history with before and after', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = page.url();
  await planFor(page, ['丁一', '李娜'], 'FLOW_FREE');
  for (const [name, state] of [
    ['丁一', 'Planned'],
    ['李娜', 'Not changed'],
  ] as const) {
    await follow(page, users);
    await userRow(page, name).getByRole('link', { name, exact: true }).click();
    const history = page.getByRole('region', { name: 'History', exact: true });
    const entry = history.locator('ol > li');
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText(state);
    const held = (when: 'Before' | 'After') =>
      entry
        .locator('div')
        .filter({ has: page.getByText(when, { exact: true }) })
        .last();
    if (state === 'Planned') {
      await expect(entry.getByText('Assign Microsoft Power Automate Free')).toBeVisible();
      await expect(held('Before')).toContainText('Visio Plan 2');
      await expect(held('Before')).not.toContainText('Power Automate');
      await expect(held('After')).toContainText('Power Automate');
    } else {
      await expect(entry).toContainText('usage location');
      await expect(held('After')).toContainText('No licenses');
    }
  }
});
