import { expect, test } from '@playwright/test';
import { adminCsv } from './files/admin-csv.ts';
import { TOY_MAKER, toyFiles, toySkus } from './files/toy-maker.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';

const NO_NUMBERS = 'Available: unknown.';

/** Names with `+` between products and inside of one; columns in an order of somebody's own. */
const usersCsv = adminCsv(
  ['Licenses', 'Usage location', 'User principal name', 'Department', 'Display name'],
  [
    {
      'User principal name': 'eva@brightfield.example',
      'Display name': 'Eva Sommer',
      Licenses: 'Enterprise Mobility + Security E5+Power BI Pro',
      'Usage location': 'Germany',
      Department: 'Design; Toys',
    },
    {
      'User principal name': 'finn@brightfield.example',
      'Display name': 'Finn "FX" Berg',
      Licenses: 'Unlicensed',
      'Usage location': 'AT',
    },
  ],
  { delimiter: ';' },
);

test('Graph JSON: products, two pages of users and groups are told apart, shown and imported', async ({
  page,
}) => {
  const screen = await ImportScreen.open(page);
  await screen.choose(toyFiles);
  await expect(screen.file('subscribedSkus.json')).toContainText('Graph: subscribedSkus');
  await expect(screen.file('subscribedSkus.json').getByRole('cell').nth(4)).toHaveText('5');
  await expect(screen.file('users-1.json')).toContainText('Graph: users');
  await expect(screen.file('users-1.json').getByRole('cell').nth(3)).toHaveText('4');
  await expect(screen.file('users-2.json').getByRole('cell').nth(3)).toHaveText('2');
  await expect(screen.file('groups.json')).toContainText('Graph: groups');
  await expect(screen.preview.getByRole('row', { name: /Bruno Keller/ })).toContainText(
    'Microsoft 365 E3',
  );
  await expect(page.getByText('there is one more page')).toHaveCount(0);
  await expect(screen.name).toHaveValue('brightfield');
  await expect(page.getByText('6 users, 5 products')).toBeVisible();
  await screen.run(TOY_MAKER);
  await expect(page.getByText('6 users in this customer now')).toBeVisible();

  const users = await screen.toUsers();
  await users.expectRange('1–6 of 6');
  expect(await users.names()).toEqual(expect.arrayContaining(['Ada Winter', '安然']));
  await expect(page.getByRole('row', { name: /丁一/ })).toContainText('Visio Plan 2');
  await expect(page.getByRole('row', { name: /李娜/ })).toContainText('No licenses');
  await page.getByRole('link', { name: 'Bruno Keller' }).click();
  await expect(page.getByRole('cell', { name: 'From group Sales-E3' })).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'License entitlements' })).toBeVisible();
  const e3 = page.getByRole('row', { name: /^Microsoft 365 E3/ });
  await expect(e3).toContainText('4 service plans');
  await expect(e3.getByRole('cell').nth(4)).toHaveText('7');
});

test('files that are dropped on any page open Import, and more are read with them', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const screen = new ImportScreen(page);
  const hint = page.getByText('Drop to read the files');
  const [skus, firstPage, ...rest] = toyFiles;

  // a dialog is not left for a file, and the browser does not open it either
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  const letGoBehind = await screen.drag([skus!]);
  await expect(hint).toHaveCount(0);
  await letGoBehind();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  // words that are dragged are no file
  const isLeftAlone = await page.locator('main').evaluate((main) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'Ada');
    const fall = { bubbles: true, cancelable: true, dataTransfer };
    return ['dragover', 'drop'].every((kind) => main.dispatchEvent(new DragEvent(kind, fall)));
  });
  expect(isLeftAlone).toBe(true);
  await expect(hint).toHaveCount(0);

  const letGo = await screen.drag([skus!, firstPage!]);
  await expect(hint).toBeVisible();
  await letGo();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(hint).toHaveCount(0);
  await expect(screen.file(skus!.name)).toBeVisible();
  await expect(page.getByText('there is one more page')).toBeVisible();
  await screen.drop(rest);
  await expect(page.getByText('6 users, 5 products')).toBeVisible();
  await expect(page.getByText('there is one more page')).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave out groups.json' }).click();
  await expect(screen.file('groups.json')).toHaveCount(0);
  await expect(screen.file('users-2.json')).toBeVisible();
});

test('a users CSV alone: licenses by name, no numbers; assigning is unchecked until they are typed', async ({
  page,
}) => {
  const screen = await ImportScreen.open(page);
  await screen.choose([usersCsv]);
  const file = screen.file(usersCsv.name);
  await expect(file).toContainText('Admin center: users');
  await expect(file).toContainText('UTF-8, semicolon');
  const eva = screen.preview.getByRole('row', { name: /Eva Sommer/ });
  await expect(eva).toContainText('Enterprise Mobility + Security E5, Power BI Pro');
  await expect(eva).toContainText('DE');
  await expect(screen.name).toHaveValue('brightfield.example');
  await screen.run();
  await expect(page.getByText(/^Available: unknown\. Import subscribedSkus/)).toBeVisible();
  await expect(page.getByText('does not say which licenses come from a group')).toBeVisible();

  const users = await screen.toUsers();
  await expect(page.getByRole('row', { name: /Finn "FX" Berg/ })).toContainText('No licenses');
  await users.pageBox.click();
  await expect(users.selectedLink).toHaveText('Selected users (2)');
  const manage = await new ManageScreen(page).enter();
  const ems = manage.row('EMSPREMIUM');
  await expect(ems).toContainText(NO_NUMBERS);
  await expect(ems).toContainText('Import subscribedSkus or enter the numbers');

  await manage.press(manage.box('EMSPREMIUM'));
  await expect(manage.box('EMSPREMIUM')).toHaveAccessibleDescription(/Assign to 1/);
  await expect(page.getByText(/^Enterprise Mobility \+ Security E5 is not checked/)).toBeVisible();
  await manage.press(manage.box('POWER_BI_PRO'), 2);
  await expect(manage.box('POWER_BI_PRO')).toHaveAccessibleDescription(/Revoke from 1/);
  await expect(
    page.getByText(/^Power BI Pro may be inherited from a group: the imported file/),
  ).toBeVisible();
  await expect(manage.saveButton).toBeEnabled();

  await ems.getByRole('button', { name: 'Enter the number' }).click();
  await ems.getByLabel('Number of Enterprise Mobility + Security E5 licenses owned').fill('1');
  await ems.getByRole('button', { name: 'Keep number' }).click();
  await expect(ems).toContainText('short by 1');
  await expect(ems).toContainText('entered by hand');
  await expect(ems).not.toContainText(NO_NUMBERS);
  await expect(manage.box('EMSPREMIUM')).toBeChecked();
  await expect(manage.row('POWER_BI_PRO')).toContainText(NO_NUMBERS);

  await manage.row('POWER_BI_PRO').getByRole('link', { name: 'Import' }).click();
  await screen.choose([toySkus]);
  await expect(page.getByText('You came from this customer.')).toBeVisible();
  await screen.run();
  await expect(page.getByText('2 users in this customer now')).toBeVisible();
  await page.getByRole('link', { name: 'License entitlements' }).click();
  await expect(page.getByRole('row', { name: /^Power BI Pro/ })).toContainText(
    'Active, some in grace',
  );
  await page.getByRole('link', { name: 'Manage licenses', exact: true }).click();
  await expect(manage.section).toBeVisible();
  await expect(page.getByText(NO_NUMBERS)).toHaveCount(0);
  await expect(manage.box('POWER_BI_PRO')).toHaveAccessibleDescription(/Revoke from 1/);
  await expect(manage.row('EMSPREMIUM')).not.toContainText('entered by hand');
});

test('a CSV over a Graph import updates names and licenses, and keeps what it does not carry', async ({
  page,
}) => {
  const users = await importCustomer(page, TOY_MAKER, toyFiles);
  await page.getByRole('checkbox', { name: 'Select Ada Winter' }).click();
  await page.getByRole('checkbox', { name: 'Select Bruno Keller' }).click();
  const manage = await new ManageScreen(page).enter();
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();
  await page
    .getByRole('navigation', { name: `Pages of ${TOY_MAKER}` })
    .getByText('Users and')
    .click();
  await page.getByRole('checkbox', { name: 'Select 王伟' }).click();
  await users.expectKept();

  const csv = adminCsv(
    ['Display name', 'Licenses', 'User principal name'],
    [
      {
        'Display name': 'Ada Winter-Kern',
        Licenses: 'Microsoft 365 E3+Power BI Pro',
        'User principal name': 'ada@brightfield.example',
      },
      {
        'Display name': 'Bruno Keller',
        Licenses: 'Microsoft 365 E3',
        'User principal name': 'bruno@brightfield.example',
      },
      {
        'Display name': 'Nora New',
        Licenses: 'Unlicensed',
        'User principal name': 'nora@brightfield.example',
      },
    ],
  );
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Import new data' }).click();
  const screen = new ImportScreen(page);
  await screen.choose([csv]);
  await expect(page.getByText('You came from this customer.')).toBeVisible();
  await expect(page.getByText('Selections and pending changes are kept.')).toBeVisible();
  await screen.run();
  await expect(page.getByText('7 users in this customer now')).toBeVisible();
  await expect(page.getByText('1 added')).toBeVisible();

  await screen.toUsers();
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  await expect(page.getByText('2 users pending')).toBeVisible();
  const ada = page.getByRole('row', { name: /Ada Winter-Kern/ });
  await expect(ada).toContainText('+ Microsoft Power Automate Free, planned');
  await page.getByRole('link', { name: 'Ada Winter-Kern' }).click();
  const licenses = page.getByRole('region', { name: 'Table: Licenses' });
  const e3 = licenses.getByRole('row', { name: /Microsoft 365 E3/ });
  await expect(e3).toContainText('Direct');
  await e3.getByText('1 off').click();
  await expect(e3).toContainText('Sway');
  await expect(licenses.getByRole('row', { name: /Power BI Pro/ })).toContainText(
    'Not in this file',
    {
      ignoreCase: true,
    },
  );
  await page.goBack();
  await page.getByRole('link', { name: 'Bruno Keller' }).click();
  await expect(page.getByRole('cell', { name: 'From group Sales-E3' })).toBeVisible();

  const again = await ImportScreen.open(page);
  await again.choose([csv]);
  await expect(page.getByText('Suggested: the files are from the same domain.')).toBeVisible();
  await page.getByLabel('These files have all users of the customer').check();
  await again.importButton.click();
  const question = page.getByRole('alertdialog', { name: 'Mark 4 users as gone?' });
  await expect(question).toContainText('4 users of Brightfield Toys are missing from the files');
  await expect(question).not.toContainText('pending changes');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await again.importButton.click();
  await question.getByRole('button', { name: 'Import and mark 4 as gone' }).click();
  await expect(page.getByText('4 marked as gone')).toBeVisible();
  await again.toUsers();
  await users.expectRange('1–3 of 3');
  await expect(page.getByText('2 users pending')).toBeVisible();
  await expect(users.selectedLink).toHaveText('Selected users (0)');

  const back = await ImportScreen.open(page);
  await back.choose(toyFiles);
  await expect(page.getByText('Suggested: the files are from the same tenant.')).toBeVisible();
  await back.run();
  await back.toUsers();
  await users.expectRange('1–7 of 7');
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  await expect(page.getByText('2 users pending')).toBeVisible();
});
