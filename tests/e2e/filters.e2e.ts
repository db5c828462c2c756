import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { e3, powerBi, visio } from './files/products.ts';
import { skusFile, userId, usersFile, type MadeUser } from './files/graph-files.ts';
import { importCustomer } from './import-screen.ts';

const mail = {
  skuId: '80b2d799-d2ba-4d2a-8842-fb0d0f3a4b82',
  part: 'EXCHANGEDESKLESS',
  name: 'Exchange Online Kiosk',
  plans: [['4a82b400-a79f-41a4-b4e2-e94f5787b113', 'EXCHANGE_S_DESKLESS']],
} as const;

const person = (number: number, name: string, part: Partial<MadeUser>): MadeUser => ({
  id: userId(number),
  name,
  upn: `user${number}@harbor.example`,
  location: 'SE',
  ...part,
});

const files = [
  skusFile('5c0f3a1e-7b1d-4f4e-9a55-0c1b2d3e4f50', 'harbor', [
    { product: e3, enabled: 20, consumed: 4 },
    { product: visio, enabled: 20, consumed: 2 },
    { product: powerBi, enabled: 20, consumed: 1 },
    { product: mail, enabled: 20, consumed: 2 },
  ]),
  usersFile('users.json', [
    person(1, 'Both Products', {
      department: 'Studio',
      held: [{ product: e3 }, { product: visio }],
    }),
    person(2, 'Only Office', { held: [{ product: e3 }] }),
    person(3, 'Twice Mail', { held: [{ product: e3 }, { product: mail }] }),
    person(4, 'Just Kiosk', { held: [{ product: mail }] }),
    person(5, 'Blocked Leaver', { held: [{ product: e3 }], blocked: true }),
    person(6, 'Blocked Before', { blocked: true }),
    person(7, 'Guest Drawer', { department: 'Studio', held: [{ product: visio }], guest: true }),
    person(8, 'Guest Reader', { guest: true, location: 'NO' }),
    person(9, 'Bi Only', { held: [{ product: powerBi }] }),
  ]),
];

const namesOf = (page: Page) =>
  page.locator('tbody').getByRole('rowheader').getByRole('link').allTextContents();

const expectNames = async (page: Page, ...names: string[]): Promise<void> =>
  expect.poll(() => namesOf(page)).toEqual(names);

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    test('finds who holds one product but not another, and who may hold too much', async ({
      page,
    }) => {
      await importCustomer(page, 'Harbor', files);
      await page.getByRole('combobox', { name: 'Product held' }).selectOption({ label: e3.name });
      await expectNames(page, 'Blocked Leaver', 'Both Products', 'Only Office', 'Twice Mail');
      await page.getByRole('button', { name: 'More filters', exact: true }).click();
      const more = page.getByRole('group', { name: 'More filters' });
      const products = (list: string) => page.getByRole('group', { name: list });
      const open = (list: string) => more.getByRole('button', { name: list }).click();
      await open('Holds none of');
      await products('Holds none of').getByRole('checkbox', { name: visio.name }).check();
      await expectNames(page, 'Blocked Leaver', 'Only Office', 'Twice Mail');
      await products('Holds none of').getByRole('checkbox', { name: mail.name }).check();
      await expectNames(page, 'Blocked Leaver', 'Only Office');
      await expect(page.getByRole('button', { name: 'More filters (1)' })).toBeAttached();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: `Does not hold ${mail.name}` }).click();
      await expectNames(page, 'Blocked Leaver', 'Only Office', 'Twice Mail');
      await open('Holds all of');
      await products('Holds all of').getByRole('checkbox', { name: visio.name }).check();
      await expectNames(page, 'Both Products');
      await expectAccessible(page);
      await products('Holds all of').getByRole('checkbox', { name: visio.name }).press('Space');
      await page.keyboard.press('Escape');
      await expect(more.getByRole('button', { name: 'Holds all of' })).toBeFocused();
      await open('Holds any of');
      await products('Holds any of').getByRole('checkbox', { name: mail.name }).check();
      await products('Holds any of').getByRole('checkbox', { name: powerBi.name }).press('Space');
      await expect(products('Holds any of').getByRole('checkbox', { checked: true })).toHaveCount(
        3,
      );
      await page.keyboard.press('Escape');
      const office = ['Blocked Leaver', 'Both Products', 'Only Office', 'Twice Mail'];
      const some = ['Bi Only', 'Blocked Leaver', 'Both Products', 'Just Kiosk'];
      await expectNames(page, ...some, 'Only Office', 'Twice Mail');
      await expect(page.getByRole('combobox', { name: 'Product held' })).toHaveValue('*');
      await page.reload();
      await expectNames(page, ...some, 'Only Office', 'Twice Mail');
      await page.getByRole('button', { name: `Remove filter: Holds ${mail.name}` }).click();
      await expectNames(page, 'Bi Only', ...office);
      await page.goBack();
      await expectNames(page, ...some, 'Only Office', 'Twice Mail');
      await page.goForward();
      await expectNames(page, 'Bi Only', ...office);
      await page.getByRole('button', { name: `Remove filter: Holds ${e3.name}` }).click();
      await expectNames(page, 'Bi Only');
      await expect(page).toHaveURL(/\?holds=POWER_BI_PRO$/);
      await page.getByRole('button', { name: 'More filters', exact: true }).click();

      await page.getByRole('button', { name: 'Clear all filters' }).first().click();
      await more.getByRole('checkbox', { name: 'Overlapping products' }).check();
      await expectNames(page, 'Twice Mail');
      await page.getByRole('button', { name: 'Remove filter: Overlapping products' }).click();
      await expect(page.getByRole('searchbox')).toBeFocused();
      await more.getByRole('checkbox', { name: 'Licensed but blocked' }).check();
      await expectNames(page, 'Blocked Leaver');
      await page.reload();
      await expectNames(page, 'Blocked Leaver');
      await page.getByRole('button', { name: 'Remove filter: Licensed but blocked' }).click();
      await page.getByRole('button', { name: 'More filters', exact: true }).press('Enter');
      await more.getByRole('checkbox', { name: 'Licensed guest' }).press('Space');
      await expectNames(page, 'Guest Drawer');

      await page.getByRole('button', { name: 'Clear all filters' }).first().click();
      await more.getByLabel('Usage location').selectOption({ label: 'Norway (1)' });
      await expectNames(page, 'Guest Reader');
      await page.getByRole('button', { name: 'Remove filter: Norway' }).click();
      await more.getByLabel('Department').selectOption({ label: 'Studio (2)' });
      await expectNames(page, 'Both Products', 'Guest Drawer');
      const columns = page.getByRole('button', { name: 'Columns' });
      const panel = page.getByRole('group', { name: 'Columns' });
      await columns.click();
      await panel.getByRole('checkbox', { name: 'Department' }).check();
      await panel.getByRole('checkbox', { name: 'Username' }).press('Space');
      const up = panel.getByRole('button', { name: 'Move Licenses up' });
      for (const place of [3, 2, 1]) {
        await up.press('Enter');
        await expect(page.getByText(`Licenses: column ${place} of 5`)).toBeAttached();
        await expect(up).toBeFocused();
      }
      await expect(up).toBeDisabled();
      await panel.getByRole('button', { name: 'Move Usage location up' }).click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(columns).toBeFocused();
      await more.getByRole('checkbox', { name: 'Guest', exact: true }).check();
      await expectNames(page, 'Guest Drawer');
      await page.reload();
      await expectNames(page, 'Guest Drawer');
      await expect(page.getByRole('cell', { name: 'Studio' })).toBeVisible();
      await expect(page.getByRole('columnheader')).toHaveText([
        ...['Users', 'Licenses', 'Usage location', 'Department'],
      ]);
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  });
}

test('what is shown gets a name, and comes back by it with its columns', async ({ page }) => {
  await importCustomer(page, 'Harbor', files);
  await page.getByRole('button', { name: 'More filters', exact: true }).click();
  const more = page.getByRole('group', { name: 'More filters' });
  await more.getByLabel('Department').selectOption({ label: 'Studio (2)' });
  await more.getByRole('checkbox', { name: 'Guest', exact: true }).check();
  await expectNames(page, 'Guest Drawer');
  const columns = page.getByRole('button', { name: 'Columns' });
  const panel = page.getByRole('group', { name: 'Columns' });
  await columns.click();
  await panel.getByRole('checkbox', { name: 'Username' }).uncheck();
  await page.keyboard.press('Escape');

  const views = page.getByRole('button', { name: 'Views' });
  const saveAs = async (name: string): Promise<void> => {
    await views.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Save this view…' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
  };
  await saveAs('Studio guests');
  await expect(page.getByText('The view “Studio guests” was saved.')).toBeAttached();
  await expect(views).toBeFocused();
  await page.getByRole('button', { name: 'Clear all filters' }).first().click();

  await columns.click();
  await panel.getByRole('checkbox', { name: 'Username' }).check();
  await page.keyboard.press('Escape');
  await saveAs('Studio guests');
  await expect(page.getByText('There is a view “Studio guests” already.')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Name').fill('Everybody');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await views.click();
  await expect(page.getByRole('menuitemradio', { name: 'Everybody' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Studio guests' }).click();
  await expectNames(page, 'Guest Drawer');
  await expect(page.getByRole('columnheader', { name: 'Username' })).toHaveCount(0);
  await expect(page).toHaveURL(/\?department=Studio&guest$/);
  await page.goBack();
  await expect.poll(async () => (await namesOf(page)).length).toBe(9);

  await views.click();
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  const list = page.getByRole('list', { name: 'Saved views' });
  const actions = list.getByRole('button', { name: 'Actions for Everybody' });
  await actions.press('Enter');
  // of two things that are open, Escape closes the newer one
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await expect(actions).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(views).toBeFocused();
  await views.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).press('Enter');
  await actions.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await list.getByLabel('New name').fill('Studio guests');
  await list.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByText('Another view has this name.')).toBeVisible();
  await list.getByLabel('New name').fill('All of them');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'All of them', exact: true })).toBeFocused();
  await list.getByRole('button', { name: 'Actions for All of them' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(list).toHaveCount(0);
  await expect(views).toBeFocused();
  await views.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).press('Enter');
  await list.getByRole('button', { name: 'Studio guests', exact: true }).click();
  await expectNames(page, 'Guest Drawer');
});
