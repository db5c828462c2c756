import { expect, test, type Locator, type Page } from '@playwright/test';
import { rowsOf } from './downloads.ts';
import { choose, fileOf, press, withoutPicker } from './export-screen.ts';
import { skusFile, userId, usersFile } from './files/graph-files.ts';
import { e3, ems, visio } from './files/products.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { planFor } from './planning.ts';

const BAKERY = 'Corner Bakery';
const bakeryFiles = [
  skusFile('c0ffee00-1111-4222-8333-444455556666', 'cornerbakery', [
    { product: e3, enabled: 1, consumed: 2 },
    { product: ems, enabled: 3 },
  ]),
  usersFile('users.json', [
    {
      ...{ id: userId(51), name: 'Bea Rolls', upn: 'bea@bakery.example', location: 'FR' },
      held: [{ product: e3 }],
    },
    {
      ...{ id: userId(52), name: 'Cleo Crumb', upn: 'cleo@bakery.example', location: 'FR' },
      held: [{ product: e3 }],
    },
  ]),
];

const productRow = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: false }) });

const useOf = (page: Page, name: string): Locator => productRow(page, name).getByRole('img');

/** What stands in the cells of a row from this one on, as soon as it does. */
const expectCells = (row: Locator, from: number, ...texts: string[]): Promise<void> =>
  expect
    .poll(async () => {
      const found = await row.getByRole('cell').allTextContents();
      const said = found.slice(from, from + texts.length);
      return said.map((text) => text.replace(/\s+/g, ' ').trim());
    })
    .toEqual(texts);

/** The first words of each row's heading: the products from top to bottom. */
const products = (page: Page): Locator =>
  page.locator('tbody').getByRole('rowheader').locator('bdi');

test("a customer's page says what it owns by state, what is assigned and what is left", async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await page.getByRole('link', { name: 'Overview' }).click();
  // status · owned, and what of it stands apart · use · assigned · available
  await expectCells(productRow(page, 'Microsoft 365 E3'), 0, 'Active', '10', '', '3', '7');
  await expectCells(
    productRow(page, 'Visio Plan 2'),
    0,
    'Expired, in grace',
    '5 5 in grace',
    '',
    '1',
    '4',
  );
  // three are assigned in Microsoft 365, one of them to a user of these files
  const powerBi = ['Active, some in grace', '3 1 in grace', '', '1 3 in Microsoft 365', '0'];
  await expectCells(productRow(page, 'Power BI Pro'), 0, ...powerBi);
  const ems = productRow(page, 'Enterprise Mobility + Security E5');
  await expectCells(ems, 0, 'Suspended', '0 7 suspended', '', '0', '0');
  // the bar says the same in words, and there is none where nothing is owned
  await expect(useOf(page, 'Microsoft 365 E3')).toHaveAccessibleName(
    '10 owned, 3 assigned, 7 available.',
  );
  await expect(useOf(page, 'Power BI Pro')).toHaveAccessibleName(
    '3 owned, 3 assigned, 0 available, 1 in grace.',
  );
  await expect(useOf(page, 'Enterprise Mobility + Security E5')).toHaveCount(0);
  await expect(productRow(page, 'Power Automate Free')).toContainText('10,000');

  await page.getByRole('button', { name: /^4 service plans.*Microsoft 365 E3$/ }).click();
  const plans = page.getByRole('list', { name: 'Service plans of Microsoft 365 E3' });
  await expect(plans.getByRole('listitem')).toHaveCount(4);
  await expect(plans.getByText('Sway', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Part number and ID of Visio Plan 2' }).click();
  await expect(page.getByText('VISIOCLIENT', { exact: true })).toBeVisible();
  await expect(page.getByText('c5928f49-12ba-48f7-ada3-0d743a3601d5')).toBeVisible();
});

test('the number of holders leads to those who hold the product, in Users and licenses', async ({
  page,
}) => {
  const users = await importCustomer(page, TOY_MAKER, toyFiles);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: '3: users who hold Microsoft 365 E3' }).click();
  await users.expectRange('1–3 of 3');
  await expect(
    page.getByRole('button', { name: 'Remove filter: Holds Microsoft 365 E3' }),
  ).toBeVisible();
  expect((await users.names()).sort()).toEqual(['Ada Winter', 'Bruno Keller', '丁一']);
});

test('what a Save plans is counted at once, apart from what Microsoft 365 has', async ({
  page,
}) => {
  await withoutPicker(page);
  await importCustomer(page, TOY_MAKER, toyFiles);
  await planFor(page, ['Ada Winter'], 'VISIOCLIENT');
  await page.getByRole('link', { name: 'Overview' }).click();
  const main = page.getByRole('main');
  const figures = main.locator('dl').first();
  await expect(figures).toContainText(
    /Users\s*6\s*Licensed users\s*\d+\s*Pending users\s*1\s*Needs attention\s*\d/,
  );
  await expect(main.getByRole('link', { name: 'Review before syncing' })).toHaveClass(/primary/);
  const visioRow = productRow(page, 'Visio Plan 2');
  await expectCells(visioRow, 3, '2 1 in Microsoft 365', '3 planned 4 in Microsoft 365');
  await expect(useOf(page, 'Visio Plan 2')).toHaveAccessibleName(
    '5 owned, 2 assigned, 1 of them planned, 3 available, 5 in grace.',
  );
  const changes = page.getByRole('region', { name: 'Recent changes' }).first();
  await expect(changes).toContainText('Kim Lee');
  await changes.getByRole('link', { name: /^Open the change of/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Licenses updated/ })).toBeVisible();
  await page.goBack();

  const { text } = await fileOf(page, await choose(page, 'License entitlements'));
  expect(rowsOf(text).find((row) => row['Product'] === 'Visio Plan 2')).toMatchObject({
    'Part number': 'VISIOCLIENT',
    Enabled: '0',
    'In grace': '5',
    'Assigned in Microsoft 365': '1',
    'Available in Microsoft 365': '4',
    'Available after the plan': '3',
    'Users after the plan': '2',
  });
});

test("all customers' licenses: sorted, searched, narrowed to problems, exported as shown", async ({
  page,
}) => {
  await withoutPicker(page);
  await importCustomer(page, TOY_MAKER, toyFiles);
  await importCustomer(page, BAKERY, bakeryFiles);
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: "All customers' licenses" })
    .click();
  await expect(page.getByText('7 products', { exact: true })).toBeVisible();
  const e3OfBakery = productRow(page, 'Microsoft 365 E3').filter({ hasText: BAKERY });
  // customer · part number · owned · use · assigned · available · to buy
  await expectCells(e3OfBakery, 2, '1', '', '2', '0 overdrawn by 1');
  await expect(e3OfBakery.getByRole('img')).toHaveAccessibleName(
    '1 owned, 2 assigned, 0 available, overdrawn by 1.',
  );

  const byAvailable = page.getByRole('columnheader', { name: 'Available licenses', exact: true });
  for (const [order, first] of [
    ['ascending', 'Microsoft 365 E3'],
    ['descending', 'Microsoft Power Automate Free'],
  ] as const) {
    await byAvailable.getByRole('button').click();
    await expect(byAvailable).toHaveAttribute('aria-sort', order);
    await expect(products(page).first()).toHaveText(first);
  }

  await page.getByRole('searchbox', { name: 'Search products and customers' }).fill('security');
  await expect(page.getByText('2 products', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByRole('button', { name: 'Overdrawn (1)' }).click();
  await expect(page.getByText('1 product', { exact: true })).toBeVisible();
  await expect(products(page)).toHaveText(['Microsoft 365 E3']);
  await e3OfBakery.getByRole('link', { name: BAKERY }).click();
  await expect(page.getByRole('heading', { level: 1, name: BAKERY })).toBeVisible();
  await page.goBack();
  const overdrawn = page.getByRole('button', { name: 'Overdrawn (1)' });
  await expect(overdrawn).toHaveAttribute('aria-pressed', 'true');
  await overdrawn.click();
  await expect(page.getByText('7 products', { exact: true })).toBeVisible();

  const { text, name } = await fileOf(page, await press(page, "All customers' licenses"));
  expect(name).toMatch(/^All customers' licenses .*\.csv$/);
  const exported = rowsOf(text).map((row) => `${row['Customer']}: ${row['Product']}`);
  const rows = page.locator('tbody').getByRole('row');
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => {
      const product = row.querySelector('th bdi')?.textContent ?? '';
      return `${row.querySelector('td a')?.textContent ?? ''}: ${product}`;
    }),
  );
  expect(exported.sort()).toEqual(shown.sort());
  expect(
    rowsOf(text).find((row) => row['Customer'] === BAKERY && row['Part number'] === e3.part),
  ).toMatchObject({ 'Available in Microsoft 365': '-1', Enabled: '1' });
  await expect(rows.filter({ hasText: visio.name })).toHaveCount(1);

  // where a column has no room it goes with its heading: each number stands under its own
  await page.setViewportSize({ width: 1024, height: 768 });
  const begins = (row: Locator) =>
    row
      .locator('xpath=*')
      .evaluateAll((all) =>
        all
          .map((cell) => cell.getBoundingClientRect())
          .flatMap(({ left, width }) => (width > 0 ? [left] : [])),
      );
  const headings = await begins(page.locator('thead tr'));
  expect(headings).toHaveLength(7);
  expect(await begins(rows.first())).toEqual(headings);
});
