import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { downloadOf, rowsOf } from './downloads.ts';
import { groupsFile, skusFile, usersFile } from './files/graph-files.ts';
import { textFile, type MadeFile } from './files/made-file.ts';
import { powerBi, visio, type MadeProduct } from './files/products.ts';
import { TOY_MAKER, toyProducts, toyUsers } from './files/toy-maker.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { pressOn, tabTo } from './keys.ts';
import { chooseMore, ManageScreen } from './manage-screen.ts';

const AT = '@brightfield.example';

/** A second product of the same name, as Microsoft sells it. */
const visioSelfService: MadeProduct = {
  ...visio,
  skuId: '38b434d2-a15e-4cde-9a98-e737c75623e1',
  part: 'VISIO_PLAN2_DEPT',
};
const files: readonly MadeFile[] = [
  skusFile('7a1f0c6e-2d54-4c57-9e0b-3f1f6a2b9d10', 'brightfield', [
    ...toyProducts,
    { product: visioSelfService, enabled: 3 },
  ]),
  usersFile('users.json', toyUsers),
  groupsFile({ '4b6d9f02-8c1e-4f0a-b7d3-5e2c9a1f8d44': 'Sales-E3' }),
];

const listOf = (...rows: readonly string[]): MadeFile =>
  textFile('Monday.csv', ['User,Product,Action', ...rows, ''].join('\r\n'), 'text/csv');

/** The card of the list, read for the customer. */
async function readFor(page: Page, list: MadeFile): Promise<Locator> {
  await importCustomer(page, TOY_MAKER, files);
  const screen = await ImportScreen.open(page);
  await screen.choose([list]);
  const card = page.getByRole('region', { name: `${list.name} is an assignment list` });
  await card.getByRole('combobox', { name: 'Customer' }).selectOption({ index: 1 });
  await expect(card.getByText(/The last row read is row/)).toBeVisible();
  return card;
}

test('names that mean no one product get one by choice, and rows are mended in a file', async ({
  page,
}) => {
  const card = await readFor(
    page,
    listOf(
      `ada${AT},Visio Plan 2,assign`,
      `wang${AT},Reports,assign`,
      `an${AT},Visio Plan 2,assign`,
      `nobody${AT},SPE_E3,assign`,
      `bruno${AT},EMSPREMIUM`,
    ),
  );
  const sample = card.getByRole('region', { name: 'The first rows, as they are read' }).first();
  await expect(sample.getByRole('row', { name: /^2/ })).toContainText('can be Visio Plan 2');
  const naming = card.getByRole('region', { name: 'Names that need a product (2)' }).first();
  const visioName = naming.getByRole('combobox', { name: 'Product for Visio Plan 2' });
  await expect(naming.getByRole('row', { name: /^Visio Plan 2/ })).toContainText(
    'several products have this name',
  );
  await visioName.focus();
  await visioName.selectOption({ label: 'Visio Plan 2 (VISIOCLIENT)' });
  await expect(sample.getByRole('row', { name: /^2 Ada/ })).toContainText('assign Visio Plan 2');
  await expect(visioName).toBeFocused();
  await naming
    .getByRole('combobox', { name: 'Product for Reports' })
    .selectOption({ label: powerBi.name });
  await expect(card.getByText('3 rows can be followed.')).toBeVisible();

  await card.getByText('Rows that are not followed (2)').click();
  const { name, text } = await downloadOf(page, () =>
    card.getByRole('button', { name: 'Download these rows (CSV)' }).click(),
  );
  expect(name).toBe('Monday not followed.csv');
  expect(rowsOf(text)).toMatchObject([
    {
      'Row in the file': '5',
      'Not followed because': 'no user of this customer has this name',
      User: `nobody${AT}`,
    },
    { 'Row in the file': '6', User: `bruno${AT}` },
  ]);

  // mended, it is a list like any other
  const mended = text.replace('nobody', 'li').replace('EMSPREMIUM', 'FLOW_FREE,assign');
  const screen = await ImportScreen.open(page);
  await screen.drop([textFile('mended.csv', mended, 'text/csv')]);
  const again = page.getByRole('region', { name: 'mended.csv is an assignment list' });
  await again.getByRole('combobox', { name: 'Customer' }).selectOption({ index: 1 });
  await expect(
    again.getByText('2 rows can be followed. The last row read is row 3.'),
  ).toBeVisible();
  await expect(again.getByText(/^Rows that are not followed/)).toHaveCount(0);
});

test('a list is followed by keyboard from the card to the change, and undone', async ({ page }) => {
  const card = await readFor(
    page,
    listOf(
      `ada${AT},POWER_BI_PRO,assign`,
      `wang${AT},POWER_BI_PRO,assign`,
      `wang${AT},FLOW_FREE,assign`,
      `bruno${AT},FLOW_FREE,assign`,
      `ada${AT},SPE_E3,set`,
    ),
  );
  await tabTo(page, card.getByRole('radio', { name: /^Do what each row says/ }));
  await page.keyboard.press('ArrowDown');
  await expect(card.getByRole('radio', { name: /^Assign only/ })).toBeChecked();
  await pressOn(page, card.getByRole('button', { name: 'Show what it would do' }), 'Enter');
  const result = card.getByRole('region', { name: 'What the list would do' });
  await expect(result).toContainText('Waits: No license of Power BI Pro is left. 2 users');
  await expectAccessible(page);
  await pressOn(page, result.getByRole('link', { name: 'Review' }), 'Enter');
  const heading = page.getByRole('heading', { level: 1, name: 'Review the assignment list' });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('row', { name: /^Power BI Pro/ })).toContainText('short by 2');
  await expectAccessible(page);

  const manage = new ManageScreen(page);
  await pressOn(page, manage.saveButton, 'Enter');
  await tabTo(page, manage.dialog.getByRole('radio', { name: 'Choose who waits' }));
  await page.keyboard.press('Space');
  await expect(manage.dialog.getByRole('row', { name: /Ada Winter/ })).toBeVisible();
  await pressOn(page, manage.dialog.getByRole('button', { name: 'Continue' }), 'Enter');
  await manage.confirm('T-7');
  await expect(page.getByText(/Selecting them again starts without changes/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Waiting for a license (2)' })).toBeVisible();
  await expectAccessible(page);

  await chooseMore(page, 'Undo: remove from the plan');
  const undo = page.getByRole('dialog', { name: 'Remove from the plan' });
  await undo.getByRole('button', { name: 'Remove from the plan', exact: true }).click();
  const undone = 'Licenses updated: removed from the plan';
  await expect(page.getByRole('heading', { level: 1, name: undone })).toBeVisible();
});
