import { existsSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { corpusFile } from '../corpus.ts';
import { bytesIn } from '../csv/legacy-bytes.ts';
import { expectAccessible } from './accessible.ts';
import { textFile, type MadeFile } from './files/made-file.ts';
import { TOY_MAKER, toyFiles, toySkus } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { importCustomer, ImportScreen } from './import-screen.ts';
import { toCustomers } from './user-list.ts';

const csvFile = (name: string, bytes: Uint8Array): MadeFile => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) },
});

/** What Windows PowerShell's Export-Csv writes with -Encoding Unicode. */
const powerShell = csvFile(
  'users.csv',
  Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(
      [
        '#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser',
        '"UserPrincipalName","DisplayName","UsageLocation","AccountEnabled","Licenses"',
        '"wang@toys.example","王伟","CN","True","SPE_E3"',
        '"li@toys.example","李娜","","False",""',
        '',
      ].join('\r\n'),
      'utf16le',
    ),
  ]),
);

const chinese = csvFile(
  'export.csv',
  bytesIn('gb18030')(
    '用户主体名称,显示名称,许可证,使用位置\r\nwang@toys.example,王伟,Microsoft 365 E3,CN\r\nli@toys.example,李娜,Unlicensed,CN\r\n',
  ),
);

const homemade = (name: string): MadeFile =>
  textFile(
    name,
    'Report of today\r\n\r\nlogin;__proto__;who\r\nada@toys.example;x;=1+2\r\nbob@toys.example;y;Bo\u202Eb\r\n',
    'text/csv',
  );

const how = (page: Page, file: string) => page.getByText(`How ${file} is read`, { exact: true });

test('a PowerShell export in UTF-16 is dropped and imported', async ({ page }) => {
  const screen = await ImportScreen.open(page);
  await expect(page.getByText(/up to 500 MB .* and 2,000,000 rows/)).toBeVisible();
  await screen.drop([powerShell]);
  await expect(screen.file('users.csv')).toContainText('PowerShell: users');
  await expect(screen.file('users.csv')).toContainText(
    'Recognized by its columns: UserPrincipalName',
  );
  await expect(screen.file('users.csv')).toContainText('UTF-16LE, comma');
  await expect(screen.preview.getByRole('row').nth(1)).toContainText('王伟');
  await expect(screen.preview.getByRole('row').nth(2).getByText('None')).toHaveCount(2);
  await screen.run('Toys');
  await expect(page.getByText('2 users in this customer now')).toBeVisible();
});

test('a Chinese export is told, and a person can overrule how it is read', async ({ page }) => {
  const screen = await ImportScreen.open(page);
  await screen.choose([chinese]);
  await expect(screen.file('export.csv')).toContainText('Admin center: users');
  await expect(screen.file('export.csv')).toContainText('GB18030');
  await how(page, 'export.csv').click();
  await expect(
    page.getByText('The file is most likely GB18030. Check the values below.'),
  ).toBeVisible();
  await expectAccessible(page);

  const columns = page.getByRole('region', { name: 'Columns and their first values' });
  await expect(columns.getByText('王伟')).toBeVisible();
  await page.getByLabel('Encoding', { exact: true }).selectOption('utf-8');
  await expect(columns.getByText('王伟')).toBeHidden();
  await expect(
    page.getByText(/^\d+ places at the beginning of the file cannot be read/),
  ).toBeVisible();
  await expect(screen.importButton).toBeDisabled();
  await page.getByLabel('Encoding', { exact: true }).selectOption('gb18030');
  await expect(columns.getByText('王伟')).toBeVisible();
  await page.getByRole('button', { name: 'Read again like this' }).click();
  await expect(screen.preview.getByRole('row').nth(1)).toContainText('王伟');
  await screen.run('Toys');
});

test('text that does not decode is imported only when the person agrees', async ({ page }) => {
  const screen = await ImportScreen.open(page);
  const bytes = Buffer.concat([
    Buffer.from('User principal name,Display name\r\nada@toys.example,Ada '),
    Buffer.from([0xff, 0x0d, 0x0a]),
  ]);
  await screen.choose([csvFile('broken.csv', bytes)]);
  // one letter does not tell the encoding: the form is open by itself
  await expect(page.getByText(/^The file does not say its encoding/)).toBeVisible();
  await page.getByLabel('Encoding', { exact: true }).selectOption('utf-8');
  await page.getByRole('button', { name: 'Read again like this' }).click();
  await expect(
    page.getByText(/^1 place in broken\.csv cannot be read in this encoding/),
  ).toBeVisible();
  await expect(screen.importButton).toBeDisabled();
  await page.getByRole('checkbox', { name: /^Import the text as it is shown/ }).check();
  await screen.run('Toys');
});

test('columns that nobody knows are said once, and known the next time', async ({ page }) => {
  const screen = await ImportScreen.open(page);
  await screen.choose([homemade('first.csv')]);
  await expect(screen.file('first.csv')).toContainText('Not recognized');
  const again = page.getByRole('button', { name: 'Read again like this' });
  await expect(page.getByRole('rowheader', { name: '__proto__' })).toBeVisible();
  await expect(page.getByText('U+202E')).toBeVisible();
  await page.getByLabel('Read column login as').selectOption('userPrincipalName');
  await page.getByLabel('Read column who as').selectOption('Display name');
  await again.click();
  await expect(screen.file('first.csv')).toContainText('Users (CSV)');
  await expect(screen.preview.getByRole('row').nth(1)).toContainText('=1+2');
  await expect(screen.preview.getByText('Not in this file')).toHaveCount(4);

  await page.getByRole('button', { name: 'Choose other files' }).click();
  await page.reload();
  await screen.choose([homemade('second.csv')]);
  await expect(screen.file('second.csv')).toContainText('Users (CSV)');
  await how(page, 'second.csv').click();
  await expect(
    page.getByText('The columns are read as you said for this header before.'),
  ).toBeVisible();

  // what nobody told is not "none"
  await expect(page.getByText(/^second\.csv does not list licenses/)).toBeVisible();
  await screen.run('Homemade');
  await expect(page.getByText(/with unknown licenses$/)).toBeVisible();
  await screen.toUsers();
  await expect(page.locator('tbody td.licenses').first()).toHaveText('not in this file');
  await page.getByRole('checkbox', { name: 'No license' }).check();
  await expect(page.getByText('No users match')).toBeVisible();
});

test("Microsoft's products have their names, and a newer list of them names newer ones", async ({
  page,
}) => {
  const path = corpusFile('product-names-and-service-plans.csv');
  test.skip(!existsSync(path), 'needs the real file');
  const known = { skuId: '977464c4-bfaf-4b67-b761-a9bb735a2196', part: 'CRM_AUTO_ROUTING_ADDON' };
  const newer = { skuId: '0a000000-0000-4000-8000-00000000000a', part: 'QUANTUM_SEATS' };
  const skus = {
    value: [known, newer].map(({ skuId, part }) => ({
      ...{ skuId, skuPartNumber: part, consumedUnits: 0, servicePlans: [] },
      ...{ appliesTo: 'User', capabilityStatus: 'Enabled' },
      prepaidUnits: { enabled: 5, warning: 0, suspended: 0 },
    })),
  };
  const file = textFile('skus.json', JSON.stringify(skus), 'application/json');
  await importCustomer(page, 'Toys', [file, powerShell]);
  const toToys = async (): Promise<void> => {
    await follow(page, '/');
    await page.getByRole('main').getByRole('link', { name: 'Toys', exact: true }).click();
  };
  await toToys();
  await expect(page.getByText(/Resource Scheduling Optimization/).first()).toBeVisible();
  const screen = await ImportScreen.open(page);
  const row = `Microsoft Quantum Seats,${newer.part},${newer.skuId},Q,${newer.skuId},Quantum\r\n`;
  const newerList = Buffer.concat([readFileSync(path), Buffer.from(`\r\n${row}`)]);
  await screen.choose([csvFile('Product names.csv', newerList)]);
  await expect(screen.file('Product names.csv')).toContainText("Microsoft's product names");
  await page.getByRole('button', { name: 'Use these names' }).click();
  await expect(page.getByText('620 products named; 1 of them new to Seatwise.')).toBeVisible();
  await toToys();
  await expect(page.getByText('Microsoft Quantum Seats').first()).toBeVisible();

  // a name of no list is asked for once
  const users = 'User principal name,Licenses\r\nwang@toys.example,Quantum of the new name\r\n';
  const screenAgain = await ImportScreen.open(page);
  await screenAgain.choose([textFile('again.csv', users, 'text/csv')]);
  const question = page.getByRole('alertdialog', { name: /^Do users hold these licenses/ });
  await screenAgain.importButton.click();
  await expect(question).toContainText('again.csv names users and licenses only');
  await expect(question).toContainText('0 users would change in Seatwise');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'They should get them' }).click();
  await expect(page.getByRole('region', { name: 'again.csv is an assignment list' })).toBeVisible();
  await expect(screenAgain.importButton).toBeHidden();

  await page.getByRole('button', { name: 'Choose other files' }).click();
  await screenAgain.choose([textFile('again.csv', users, 'text/csv')]);
  const naming = page.getByRole('region', { name: 'Names that need a product (1)' }).first();
  await expect(naming).toContainText('no product has this name');
  const product = naming.getByRole('combobox', { name: 'Product for Quantum of the new name' });
  const remark = page.getByText('no product is called “Quantum of the new name”');
  await expect(remark).toBeVisible();
  await product.selectOption('Microsoft Quantum Seats');
  await expect(remark).toHaveCount(0);
  await expect(page.getByText(/warnings? about the files/)).toHaveCount(0);
  await expect(naming).toContainText('chosen by you, for this customer');
  await expectAccessible(page);
  await screenAgain.importButton.click();
  await expect(question).toContainText('1 user would change in Seatwise');
  await question.getByRole('button', { name: 'They hold them' }).click();
  await expect(page.getByRole('heading', { name: /was imported$/ })).toBeVisible();
  const list = await screenAgain.toUsers();
  await expect(list.page.getByRole('row', { name: /wang/ })).toContainText(
    'Microsoft Quantum Seats',
  );
  await page.goto('/import');
  await screenAgain.choose([textFile('again.csv', users, 'text/csv')]);
  await expect(screenAgain.importButton).toBeVisible();
  await expect(naming).toBeHidden();

  // one that is left open is shown at the customer until somebody says what it means, and with the next files
  await page.getByRole('button', { name: 'Choose other files' }).click();
  const later = users.replace('Quantum', 'Second').replace('wang', 'li');
  await screenAgain.choose([textFile('later.csv', later, 'text/csv')]);
  await screenAgain.importButton.click();
  await question.getByRole('button', { name: 'They hold them' }).click();
  await page.getByRole('button', { name: 'Import more files' }).click();
  await screenAgain.choose([textFile('again.csv', users, 'text/csv')]);
  const left = naming.getByRole('combobox', { name: 'Product for Second of the new name' });
  await expect(left).toBeVisible();
  await toToys();
  await page.getByText('1 name still needs a product').waitFor();
  await page.getByRole('button', { name: 'Choose products' }).click();
  const dialog = page.getByRole('dialog', { name: '1 name still needs a product' });
  await dialog.getByRole('combobox').selectOption('Microsoft Quantum Seats');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 name still needs a product')).toBeHidden();
});

test('columns of a list that nobody knows are said once, and known the next time', async ({
  page,
}) => {
  const rows = 'Anmeldename;Was;Tun;Wer\r\nada@brightfield.example;Visio Plan 2;assign;Ada ';
  const list = csvFile(
    'client.csv',
    Buffer.concat([Buffer.from(rows), Buffer.from([0xff, 0x0d, 0x0a])]),
  );
  await importCustomer(page, TOY_MAKER, toyFiles);
  const card = page.getByRole('region', { name: 'client.csv is an assignment list' });
  const open = async (): Promise<void> => {
    const screen = await ImportScreen.open(page);
    await screen.choose([list]);
    await page
      .getByLabel('Read client.csv as')
      .selectOption({ label: 'Read as an assignment list' });
  };
  const customer = card.getByRole('combobox', { name: 'Customer', exact: true });
  await open();
  await expect(customer).toHaveCount(0);
  await expect(card.getByText(/^The file does not say its encoding/)).toBeVisible();
  for (const [column, role] of [
    ['Anmeldename', 'user'],
    ['Was', 'product'],
    ['Tun', 'action'],
  ] as const) {
    await card.getByLabel(`Read ${column} as`).selectOption({ label: role });
  }
  await expect(customer).toBeVisible();
  await expectAccessible(page);
  await open();
  await customer.selectOption({ index: 1 });
  // open by itself: it says what stands in a column that nobody has said
  await expect(card.getByRole('row').filter({ hasText: 'Wer' })).toContainText('Ada');
  await expect(card.getByLabel('Read Was as')).toHaveValue('product');
});

test('users of several customers in one file are split by domain, and go where the table says', async ({
  page,
}) => {
  let licenses = '';
  const users = (name: string, ...addresses: string[]): MadeFile =>
    textFile(
      name,
      [
        'User principal name,Display name,Licenses',
        ...addresses.map((one) => `${one},User,${licenses}`),
        '',
      ].join('\r\n'),
      'text/csv',
    );
  await importCustomer(page, 'Toys', [toySkus, users('toys.csv', 'wang@toys.example')]);
  await importCustomer(page, 'Alder', [users('alder.csv', 'ada@alder.example')]);
  const screen = await ImportScreen.open(page);
  const addresses = ['li@toys.example', 'ada@alder.example', 'x@birch.example', 'y@cedar.example'];
  licenses = 'Office pack';
  await screen.choose([users('all.csv', ...addresses)]);
  const choice = page.getByRole('radio', {
    name: 'Several customers, by the domains of their users',
  });
  await expect(choice).toBeChecked();
  const target = (domain: string) =>
    page.getByRole('combobox', { name: `Users of ${domain} go to` });
  await expect(target('birch.example')).toHaveValue('new');
  await target('cedar.example').selectOption('Leave out');
  await expect(
    page.getByText('3 users go to 3 customers, 1 of them new. 1 user skipped.'),
  ).toBeVisible();
  // a name is asked about once for all of them
  const naming = page.getByRole('region', { name: 'Names that need a product (1)' }).first();
  await expect(naming.getByRole('row', { name: /^Office pack/ })).toContainText('3');
  await naming
    .getByRole('combobox', { name: 'Product for Office pack' })
    .selectOption({ label: 'Microsoft 365 E3' });
  await expect(naming).toContainText('chosen by you, at the customers that have this product');
  await expectAccessible(page);
  await screen.importButton.click();
  await expect(page.getByRole('heading', { name: '3 customers were imported' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Toys/ })).toContainText('1 added');
  await expect(page.getByRole('row', { name: /^Alder/ })).toContainText('0 added');
  await page.getByRole('main').getByRole('link', { name: 'Toys' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'li@toys.example' })).toContainText(
    'Microsoft 365 E3',
  );
  await toCustomers(page);
  await page.getByRole('link', { name: 'Users and licenses of birch.example' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'x@birch.example' })).toBeVisible();
});
