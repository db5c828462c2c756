import { expect, test } from '@playwright/test';
import { openManage } from './manage-screen.ts';
import { samples } from './user-list.ts';

test('shows boxes of the selected users, every product, and how the selection holds it', async ({
  page,
}) => {
  const manage = await openManage(page, 25, null);
  const boxes = page.getByRole('list', { name: 'Selected users: 25' });
  // two lines of boxes, and the rest behind a button
  const more = boxes.getByRole('button', { name: /^\+\d+ more$/ });
  const told = async (): Promise<number> => {
    const rest = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
    return (await boxes.getByRole('listitem').count()) - 1 + rest;
  };
  await expect.poll(told).toBe(25);
  const tops = await boxes
    .getByRole('listitem')
    .evaluateAll((items: HTMLElement[]) => items.map(({ offsetTop }) => offsetTop));
  expect(new Set(tops).size).toBe(2);
  await expect(
    manage.section.getByRole('columnheader', { name: /^(Product|Available licenses|Assigned)$/ }),
  ).toHaveCount(3);

  const e3 = manage.box('SPE_E3');
  await expect(e3).toHaveJSProperty('indeterminate', true);
  await expect(e3).toHaveAccessibleDescription(/Some hold it · Leave as is/);
  await expect(manage.row('SHAREPOINTSTORAGE')).toContainText('0 of 25');
  await expect(manage.box('SHAREPOINTSTORAGE')).toHaveAttribute('aria-disabled', 'true');
  await expect(manage.box('SHAREPOINTSTORAGE')).toHaveAccessibleDescription(/whole company/);
  await expect(manage.row('EXCHANGEENTERPRISE')).toContainText('overdrawn by 1');

  await boxes.getByRole('button', { name: 'Remove Åsa Lindqvist' }).click();
  await expect(page.getByRole('list', { name: 'Selected users: 24' })).toBeVisible();
  await expect(page.getByText('Åsa Lindqvist was removed.')).toBeAttached();
});

test('a mixed box assigns, revokes and rests again; a double click counts once', async ({
  page,
}) => {
  await page.clock.install();
  const manage = await openManage(page, 25, null);
  const box = manage.box('FLOW_FREE');
  await manage.press(box);
  await expect(box).toBeChecked();
  await expect(box).toHaveAccessibleDescription(/Assign to \d+/);
  await manage.press(box);
  await expect(box).not.toBeChecked();
  await expect(box).toHaveAccessibleDescription(/Revoke from \d+/);
  await manage.press(box);
  await expect(box).toHaveJSProperty('indeterminate', true);
  await expect(manage.saveButton).toBeDisabled();

  // long after the press before, and both at one moment, however slow the machine is
  await page.clock.pauseAt(Date.now() + 60_000);
  await box.dblclick();
  await page.clock.resume();
  await expect(box).toBeChecked();
  await manage
    .row('FLOW_FREE')
    .getByRole('button', { name: /^Choices for/ })
    .click();
  await page.getByRole('menuitemradio', { name: 'Leave as is' }).click();
  await expect(box).toHaveJSProperty('indeterminate', true);

  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
});

test('keeps the ticks over a reload, and counts them while one ticks', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  const available = manage.row('FLOW_FREE').getByRole('cell').first();
  await expect(available).toHaveText(/^\s*[\d,]+\s*$/);
  await manage.press(manage.box('FLOW_FREE'));
  await expect(available).toContainText(/planned.* in Microsoft 365 on /);
  await expect(available.getByRole('img')).toHaveAccessibleName(/ assigned, \d+ of them planned, /);
  await expect(manage.saveButton).toHaveText(
    /^Save: assign Microsoft Power Automate Free to \d users?/,
  );
  const said = (await manage.saveButton.textContent()) ?? '';
  await page.reload();
  await expect(manage.saveButton).toHaveText(said);
  await expect(manage.box('FLOW_FREE')).toBeChecked();
});

test('lists who holds a product, and opens with the keyboard', async ({ page }) => {
  const manage = await openManage(page, 25, null);
  await manage.row('SPE_F1').getByRole('button', { name: '5 of 25' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Who holds Microsoft 365 F3' });
  await expect(dialog.locator('tbody tr')).toHaveCount(5);
  await expect(dialog).toContainText('group Nurses');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('says what a group keeps, and locks what groups alone give', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 F3');
  const box = manage.box('SPE_F1');
  await expect(box).toBeChecked();
  await manage.press(box);
  await expect(box).toHaveAccessibleDescription(
    /Revoke from 1 · 3 keep it through group Nurses · 1 loses only the direct copy \(frees no license\)/,
  );
  await manage.press(box);
  for (const name of ['Jürgen Großmann', 'Siobhán Ní Bhriain']) {
    await page.getByRole('button', { name: `Remove ${name}` }).click();
  }
  await expect(manage.row('SPE_F1')).toContainText('3 of 3');
  await expect(box).toBeChecked();
  await expect(box).toHaveAttribute('aria-disabled', 'true');
  await expect(box).toHaveAccessibleDescription(/All hold it through/);
});

test('switches service plans for those who get a product and those who hold it', async ({
  page,
}) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E5');
  const plans = await manage.openServicePlans('SPE_E5');
  const sway = plans.getByRole('checkbox', { name: 'Sway', exact: true });
  await expect(sway).toHaveJSProperty('indeterminate', true);
  // what differs between the users stands first, each part by name; the others are found by a word
  const parts = plans.getByRole('list');
  await expect(parts.first()).toHaveAccessibleName('Differ between the users');
  const names = await parts.last().locator('label[for]').allTextContents();
  expect(names.length).toBeGreaterThan(12);
  expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  const find = plans.getByRole('searchbox', { name: 'Search service plans' });
  await find.fill('defender for office 365 (plan 1');
  await expect(plans.getByRole('checkbox')).toHaveCount(1);
  await find.fill('');
  await expect(
    plans.getByRole('checkbox', { name: 'Microsoft Defender for Office 365 (Plan 1)' }),
  ).toHaveAttribute('aria-disabled', 'true');
  await manage.press(sway, 2);
  await expect(sway).not.toBeChecked();
  await expect(sway).toHaveAccessibleDescription('Switch off for 1');
  await expect(manage.saveButton).toHaveText(
    'Save: change service plans of Microsoft 365 E5 for 1 user',
  );

  await manage.save();
  const planned = page
    .getByRole('row')
    .filter({ hasText: 'Microsoft 365 E5: service plans, planned' });
  await expect(planned).toHaveCount(1);
  await expect(planned).toContainText('Sway');
});

test('finds products by a word, and shows what is changed, held or left', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E5');
  const rows = manage.section.locator('tbody tr').filter({ has: page.getByRole('checkbox') });
  await expect(manage.row('SPE_E5')).toBeVisible();
  const all = await rows.count();
  const filter = (name: string) => manage.section.getByRole('button', { name: `${name} (` });
  const find = manage.section.getByRole('searchbox', { name: 'Search products' });
  await find.fill('visio');
  await expect(rows).toHaveCount(1);
  await manage.press(manage.box('VISIOCLIENT'));
  await find.fill('nothing like it');
  await expect(manage.section.getByText('No products match.')).toBeVisible();
  await find.press('Escape');
  await expect(rows).toHaveCount(all);
  await filter('Changed').click();
  await expect(filter('Changed')).toHaveText('Changed (1)');
  await expect(rows).toHaveCount(1);
  // a row does not go away under one's hands
  await manage.press(manage.box('VISIOCLIENT'));
  await expect(filter('Changed')).toHaveText('Changed (0)');
  await expect(rows).toHaveCount(1);
  await filter('Held').click();
  await expect(manage.row('SPE_E5')).toBeVisible();
  expect(await rows.count()).toBeLessThan(all);
});

test('puts what is missing on the buy list, and the sample cloud sells it', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('EXCHANGEENTERPRISE'));
  const row = manage.row('EXCHANGEENTERPRISE');
  await expect(row).toContainText(/short by \d+/);
  const short = Number(/short by (\d+)/.exec((await row.textContent()) ?? '')?.[1]);
  await row.getByRole('button', { name: /^Buy more/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('EXCHANGEENTERPRISE');
  await expect(dialog).toContainText(new RegExp(`Needed\\s*${short}`));
  await expect(dialog).toContainText(/Already overdrawn\s*1/);
  await expect(dialog.getByLabel('Number to buy')).toHaveValue(String(short + 1));
  await expect(dialog.getByRole('link', { name: /Partner Center/ })).toHaveAttribute(
    'href',
    'https://partner.microsoft.com/dashboard',
  );
  await expect(dialog).toContainText('count only after a new import');
  await dialog.getByRole('button', { name: 'Add to buy list' }).click();
  await expect(dialog).toBeHidden();
  await row.getByRole('button', { name: /^Buy more/ }).click();
  await expect(dialog).toContainText(new RegExp(`buy list\\s*${short + 1}`));
  // the cloud of a sample customer sells at once what a real one would be asked for elsewhere
  await dialog.getByLabel('Number to buy').fill('1');
  const buy = dialog.getByRole('button', { name: 'Buy in the sample cloud' });
  await expect(buy).toHaveAccessibleDescription(/^Simulated.* nothing is paid\.$/);
  await buy.click();
  await expect(dialog).toBeHidden();
  await manage.startSaving();
  await expect(dialog).toContainText(`short by ${short}`);
  await buy.click();
  // the Save goes on where nothing is short any more
  await expect(page.getByRole('dialog', { name: 'Save', exact: true })).toBeVisible();
  await manage.confirm();
  const pages = page.getByRole('navigation', { name: `Pages of ${samples[25]}` });
  await pages.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'License entitlements' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Buy list' })).toHaveCount(0);
  const product = page.getByRole('row', { name: /^Exchange Online \(Plan 2\)/ });
  await expect(product).toContainText(/Active\s*11/);
  await page.getByRole('button', { name: 'Get new data' }).click();
  await expect(page.getByText(/^The data is up to date: 25 users/)).toBeVisible();
  await expect(product).toContainText(/Active\s*11/);

  // the panel of its misbehavior is found from Pending
  await page.getByRole('link', { name: /^Pending \(/ }).click();
  const toPanel = page.getByText('Try out problems in the sample cloud of');
  await toPanel.getByRole('link', { name: samples[25] }).click();
  await expect(page.locator('summary:focus')).toContainText('how the sample cloud behaves');
  await expect(page.getByRole('checkbox', { name: 'Too many requests' })).toBeInViewport();
});

test('sets a usage location only when asked, as a part of the change', async ({ page }) => {
  const manage = await openManage(page, 25, null);
  await manage.press(manage.box('FLOW_FREE'));
  const issue = manage.withoutLocation;
  await expect(issue).toContainText('3 users have no usage location: set one');
  await manage.setLocation('Germany');
  await expect(manage.saveButton).toHaveText(/set 3 usage locations/);
  await page.getByRole('button', { name: 'Do not set a usage location' }).click();
  await expect(issue).toBeVisible();
});
