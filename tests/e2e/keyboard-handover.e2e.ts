// What is taken away when it was pressed leaves the focus where a person goes on, not nowhere.
import { expect, test } from '@playwright/test';
import { follow } from './follow.ts';
import { pressOn, tabTo } from './keys.ts';
import { planFor } from './planning.ts';
import { openUsers } from './user-list.ts';

test('a plan is handed over and taken back, and an export is left, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await follow(page, users.replace(/users$/, 'handed-over'));
  const heading = page.getByRole('heading', { level: 1, name: 'Handed over' });

  await pressOn(page, page.getByRole('button', { name: 'Hand over…' }), 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand over the plan' });
  await tabTo(page, dialog.getByLabel('Who carries it out?'));
  await page.keyboard.type('Bo');
  const file = page.waitForEvent('download');
  await pressOn(page, dialog.getByRole('button', { name: 'Hand over 2 users' }), 'Enter');
  await file;
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // there is nothing more to be handed over, so the button that opened it cannot have the focus
  await expect(heading).toBeFocused();

  const takeBack = page.getByRole('button', { name: 'Take back what was handed over to Bo' });
  await pressOn(page, takeBack, 'Enter');
  await page.keyboard.press('Escape');
  await expect(takeBack).toBeFocused();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('alertdialog', { name: 'Take back 2 users?' });
  await pressOn(page, asked.getByRole('button', { name: 'Take back 2 users' }), 'Enter');
  await expect(page.getByText('2 users taken back: pending here again.')).toBeVisible();
  await expect(heading).toBeFocused();

  await follow(page, users);
  const menu = page.getByRole('main').getByRole('button', { name: 'Export', exact: true });
  await pressOn(page, menu, 'Enter');
  // the menu takes the focus a moment after it is there
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(menu).toBeFocused();
});
