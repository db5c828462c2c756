import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { ManageScreen, openManage } from './manage-screen.ts';
import { chooseOption } from './options.ts';

const PROJECT = 'Planner and Project Plan 3';
const STANDARD = 'Microsoft 365 Business Standard';
const PREMIUM = 'Microsoft 365 Business Premium';
const E3 = 'Microsoft 365 E3';
const E5 = 'Microsoft 365 E5';
const F3 = 'Microsoft 365 F3';

/** Opens "Swap a product" and chooses both products. */
async function chooseSwap(page: Page, from: string, to: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Swap a product…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Swap a product' });
  await chooseOption(dialog.getByLabel('Product to swap'), `${from} (`);
  await chooseOption(dialog.getByLabel('Swap it for'), `${to} (`);
  return dialog;
}

const addSwap = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: 'Add swap' }).click();

/** The row of a user on Licenses updated. */
const resultOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ hasText: name });

test('asks what to do with a service plan that is off, keeps the swap over a reload, and says what was gained and lost', async ({
  page,
}) => {
  const manage = await openManage(page, 25, PROJECT);
  const dialog = await chooseSwap(page, PROJECT, STANDARD);
  await expect(dialog).toContainText(`2 users: ${PROJECT} is swapped for ${STANDARD}.`);
  await expect(dialog).toContainText(`Frees 2 licenses of ${PROJECT}.`);
  await expect(dialog).toContainText(`Needs 2 licenses of ${STANDARD}; 3 available.`);
  await expect(dialog).toContainText(`of ${STANDARD} are new and will be on`);
  const question = dialog.getByRole('group', { name: /^SharePoint \(Plan 2\) is off for 1 user/ });
  await expect(question.getByRole('radio', { name: 'Keep off (default)' })).toBeChecked();
  // service plans of the product that comes are chosen here, or in its row
  await dialog.getByText(`Service plans of ${STANDARD}`, { exact: true }).click();
  const teams = dialog.getByRole('checkbox', { name: 'Microsoft Teams', exact: true });
  await expect(teams).toBeChecked();
  await expect(teams).toHaveAccessibleDescription('on for 2 of 2');
  await manage.press(teams);
  await expect(teams).toHaveAccessibleDescription('Switch off for 2');
  await addSwap(dialog);
  await expect(page.getByRole('button', { name: 'Swap a product…' })).toBeFocused();
  const plans = await manage.openServicePlans('O365_BUSINESS_PREMIUM');
  const chosen = plans.getByRole('checkbox', { name: 'Microsoft Teams', exact: true });
  await expect(chosen).not.toBeChecked();
  await expect(chosen).toHaveAccessibleDescription('Switch off for 2');

  const swaps = page.getByRole('list', { name: 'Swaps' });
  const row = swaps.getByRole('listitem').filter({ hasText: `Swap ${PROJECT} → ${STANDARD}` });
  await expect(row).toContainText('for 2 users');
  await expect(row).toContainText('1 service plan to decide: kept off unless you switch it on');
  await expect(row).toContainText('1 service plan set by you');
  await expect(manage.saveButton).toHaveText(`Save: swap ${PROJECT} → ${STANDARD} for 2 users`);
  for (const part of ['PROJECTPROFESSIONAL', 'O365_BUSINESS_PREMIUM']) {
    await expect(manage.box(part)).toHaveAttribute('aria-disabled', 'true');
    await expect(manage.box(part)).toHaveAccessibleDescription(/Part of a swap/);
  }

  await page.reload();
  await expect(row).toContainText('for 2 users');
  await row.getByRole('button', { name: `Change the swap ${PROJECT} → ${STANDARD}` }).click();
  const change = page.getByRole('dialog', { name: 'Change the swap' });
  await change.getByRole('radio', { name: 'Switch on' }).check();
  await change.getByRole('button', { name: 'Change swap' }).click();
  await expect(row).not.toContainText('to decide');

  await manage.startSaving();
  await expect(manage.dialog).toContainText(`${PROJECT} → ${STANDARD} 2 users`);
  await expect(manage.dialog.getByRole('radio', { name: 'Switch on' })).toBeChecked();
  await expect(manage.dialog.getByLabel(/^To confirm/)).toHaveCount(0);
  await manage.confirm();
  const zoe = resultOf(page, 'Zoë van der Meer');
  await expect(zoe).toContainText(PROJECT);
  await expect(zoe).toContainText(STANDARD);
});

test('leaves out who has the product by a group, and says so before Save', async ({ page }) => {
  const manage = await openManage(page, 25, F3);
  const dialog = await chooseSwap(page, F3, E3);
  await expect(dialog).toContainText(`1 user: ${F3} is swapped for ${E3}.`);
  await expect(dialog).toContainText(`4 users skipped: ${F3} comes from a group.`);
  await addSwap(dialog);
  await expect(page.getByRole('list', { name: 'Swaps' })).toContainText('4 skipped (group)');
  await expect(
    page.getByText(`${F3} comes from group Nurses, so it is not swapped.`),
  ).toBeVisible();
  await manage.startSaving();
  await expect(manage.dialog).toContainText('4 users skipped. Show who and why');
  await manage.confirm();
  await expect(resultOf(page, 'Jürgen Großmann')).toContainText(E3);
  await expect(resultOf(page, 'Siobhán Ní Bhriain')).toContainText('so it is not swapped');
});

test('lets users keep the product where no license of the other is left', async ({ page }) => {
  const manage = await openManage(page, 25, E3);
  const dialog = await chooseSwap(page, E3, E5);
  await expect(dialog).toContainText(`Needs 7 licenses of ${E5}; 1 available.`);
  await expect(dialog).toContainText(`Short by 6: 6 users would keep ${E3}`);
  // one is where a made-up fact of this customer forbids it
  await expect(dialog).toContainText('1 user skipped for another reason');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // ticks would switch on what is off: they say so, in the Save dialog too, and offer the swap in their place
  const on = `Yammer Enterprise is off in ${E3} and would be on in ${E5}. (2 users)`;
  await manage.press(manage.box('SPE_E3'));
  await manage.press(manage.box('SPE_E5'));
  await expect(page.getByText(on)).toBeVisible();
  await manage.startSaving();
  const shortage = page.getByRole('dialog', { name: 'Not enough licenses' });
  await shortage.getByText('Choose who waits').click();
  await shortage.getByRole('button', { name: 'Continue' }).click();
  await expect(manage.dialog).toContainText(on);
  await manage.dialog.getByRole('button', { name: `Swap ${E3} for ${E5}` }).click();
  await expect(manage.dialog).toContainText(`No license of ${E5} is left. 6 users`);
  await expect(manage.dialog).not.toContainText('would be on');
  await manage.confirm();
  await expect(
    page.getByRole('row').filter({ hasText: `No license of ${E5} is left.` }),
  ).toHaveCount(6);
});

test('is added, changed and removed by keyboard; a product is in one swap only', async ({
  page,
}) => {
  const manage = new ManageScreen((await openManage(page, 25, PROJECT)).page);
  await chooseSwap(page, PROJECT, STANDARD).then(addSwap);
  const button = page.getByRole('button', { name: 'Swap a product…' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Swap a product' });
  for (const [label, taken] of [
    ['Product to swap', PROJECT],
    ['Swap it for', STANDARD],
  ] as const) {
    const options = dialog.getByLabel(label).getByRole('option');
    await expect(options.nth(1)).toBeAttached();
    await expect(options.filter({ hasText: taken })).toHaveCount(0);
  }
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Save as preset…' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('button', { name: `Change the swap ${PROJECT} → ${STANDARD}` }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  const change = page.getByRole('dialog', { name: 'Change the swap' });
  await chooseOption(change.getByLabel('Swap it for'), `${PREMIUM} (`);
  await expect(change.getByText(`2 users: ${PROJECT} is swapped for ${PREMIUM}.`)).toBeVisible();
  await change.getByRole('button', { name: 'Change swap' }).press('Enter');
  const remove = page.getByRole('button', { name: `Remove the swap ${PROJECT} → ${PREMIUM}` });
  await remove.press('Enter');
  await expect(page.getByRole('list', { name: 'Swaps' })).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(manage.saveButton).toBeDisabled();
  await expect(manage.box('PROJECTPROFESSIONAL')).not.toHaveAttribute('aria-disabled', 'true');
});

test('has no axe violations on a phone', async ({ page }) => {
  // tall enough for the whole page: the bar of Save lies over what scrolls beneath it
  await page.setViewportSize({ width: 390, height: 4000 });
  const manage = await openManage(page, 25, PROJECT);
  const dialog = await chooseSwap(page, PROJECT, STANDARD);
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expectAccessible(page);
  await addSwap(dialog);
  await expect(page.getByRole('list', { name: 'Swaps' })).toContainText('for 2 users');
  await expectAccessible(page);
  await manage.startSaving();
  await expect(manage.dialog.getByRole('radio')).toHaveCount(2);
  await expectAccessible(page);
});
