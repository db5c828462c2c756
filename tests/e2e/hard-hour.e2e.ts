// Moves everybody who holds one suite to another, among 100,000 users, with too few licenses and some who
// hold it through a group: in at most twelve presses, and nothing to read before Save but its own dialog.
import { expect, test, type Locator } from '@playwright/test';
import { pressOn, tabTo } from './keys.ts';
import { ManageScreen } from './manage-screen.ts';
import { openUsers } from './user-list.ts';

const E3 = 'Microsoft 365 E3';
const E5 = 'Microsoft 365 E5';
const MOST_PRESSES = 12;

test('a suite is swapped for another for tens of thousands by keyboard alone, in twelve presses @slow', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const users = await openUsers(page, 100_000);
  let presses = 0;
  const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
    presses++;
    await pressOn(page, target, key);
  };
  const key = async (name: string): Promise<void> => {
    presses++;
    await page.keyboard.press(name);
  };
  /** Chooses what begins so, as one types in a list. */
  const choose = async (list: Locator, start: string): Promise<void> => {
    presses++;
    await expect(list.getByRole('option').filter({ hasText: start }).first()).toBeAttached();
    await tabTo(page, list);
    await page.keyboard.type(start);
    // letters are shortcuts again once the list is left
    await page.keyboard.press('Tab');
  };

  await choose(page.getByRole('combobox', { name: 'Product held' }), E3);
  await expect(page.getByRole('button', { name: `Remove filter: Holds ${E3}` })).toBeVisible();
  await key('a');
  await expect(users.selectedLink).toHaveText('Selected users (42,282)');
  await key('e');
  const manage = new ManageScreen(page);
  await press(page.getByRole('button', { name: 'Swap a product…' }));
  const swap = page.getByRole('dialog', { name: 'Swap a product' });
  await choose(swap.getByLabel('Product to swap'), `${E3} (`);
  await choose(swap.getByLabel('Swap it for'), `${E5} (`);
  await expect(swap).toContainText('Needs 26,103 licenses of Microsoft 365 E5; 112 available.');
  await expect(swap).toContainText(`16,179 users skipped: ${E3} comes from a group.`);
  await press(swap.getByRole('button', { name: 'Add swap' }));
  await expect(manage.saveButton).toContainText('25,991');
  await press(manage.saveButton);
  await press(page.getByRole('dialog').getByRole('radio', { name: 'Choose who waits' }), 'Space');
  await press(page.getByRole('dialog').getByRole('button', { name: 'Continue' }));
  await expect(manage.dialog).toContainText(`${E3} → ${E5}`);
  await tabTo(page, manage.dialog.getByLabel('Your name'));
  await page.keyboard.type('Kim Lee');
  await press(manage.dialog.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: /^Licenses updated: / })).toBeVisible();
  expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
});
