import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { downloadOf, rowsOf } from './downloads.ts';
import { skusFile, userId, usersFile, type MadeUser } from './files/graph-files.ts';
import { textFile, type MadeFile } from './files/made-file.ts';
import { e3, visio } from './files/products.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';

/** Three customers, each with Ada, who holds E3, and Bo, who holds Visio. */
const customers = ['Alder', 'Birch', 'Cedar'].map((name, place) => {
  const at = `@${name.toLowerCase()}.example`;
  const person = (number: number, account: string): MadeUser => ({
    ...{ id: userId(100 * place + number), name: `${account} ${name}`, upn: `${account}${at}` },
    location: 'DE',
  });
  const users = [
    { ...person(1, 'Ada'), held: [{ product: e3 }] },
    { ...person(2, 'Bo'), held: [{ product: visio }] },
  ];
  const tenant = `7a1f0c6e-2d54-4c57-9e0b-3f1f6a2b9d1${place}`;
  const owned = [e3, visio].map((product) => ({ product, enabled: 10, consumed: 1 }));
  const files = [skusFile(tenant, name.toLowerCase(), owned), usersFile('users.json', users)];
  return { name, tenant, files };
});

/** A technician's list: customers by name, domain and tenant id, or only by their users. */
const rows = [
  'Customer,User,Product,Action',
  'Alder,ada@alder.example,Visio Plan 2,assign',
  'birch.example,ada@birch.example,SPE_E3,revoke',
  `${customers[2]?.tenant},ada@cedar.example,Visio Plan 2,assign`,
  ',bo@cedar.example,Visio Plan 2,revoke',
  'Oak,ada@oak.example,SPE_E3,assign',
  'Alder,bo@birch.example,SPE_E3,assign',
  'birch,bo@birch.example,SPE_E3,assign',
  '#end,7,,',
];
const list: MadeFile = textFile('Week 12.csv', `${rows.join('\r\n')}\r\n`, 'text/csv');

async function withCustomers(page: Page): Promise<void> {
  for (const { name, files } of customers) await importCustomer(page, name, files);
}

/** Shows what the opened rows would do, line by line, and goes on to their review. */
async function review(card: Locator, ...does: readonly (string | RegExp)[]): Promise<void> {
  await card.getByRole('button', { name: 'Show what it would do' }).click();
  const result = card.getByRole('region', { name: 'What the list would do' });
  const lines = result.getByRole('list', { name: 'What changes' });
  await expect(lines.getByRole('listitem')).toHaveText([...does]);
  await result.getByRole('link', { name: 'Review' }).click();
}

async function save(page: Page): Promise<void> {
  const manage = new ManageScreen(page);
  await manage.save();
}

test('a technician’s list of three customers goes from drop to Save at each of them, and says which rows are nobody’s', async ({
  page,
}) => {
  await withCustomers(page);
  const screen = new ImportScreen(page);
  await screen.drop([list]);
  const card = page.getByRole('region', { name: 'Week 12.csv is an assignment list' });
  const parts = card.getByRole('region', { name: 'Customers in this list' }).last();
  await expect(parts.getByRole('row')).toHaveText([
    'CustomerRowsUsersState',
    'Birch22Not saved yetOpen',
    'Cedar22Not saved yetOpen',
    'Alder11Not saved yetOpen',
  ]);
  await expect(card).toContainText('2 rows could not be matched to one customer on this device');
  await card.getByText('Rows not matched to one customer (2)').click();
  const nobodys = card.getByRole('region', { name: 'Rows not matched to one customer (2)' });
  await expect(nobodys.getByRole('row', { name: /^6/ })).toContainText(
    'no customer on this device has this name, domain or tenant ID',
  );
  await expect(nobodys.getByRole('row', { name: /^7/ })).toContainText(
    'it names users of another customer, or of several',
  );
  const { text } = await downloadOf(page, () =>
    card.getByRole('button', { name: 'Download these rows (CSV)' }).click(),
  );
  expect(rowsOf(text).map((row) => row['Row in the file'])).toEqual(['6', '7']);
  await expectAccessible(page);

  await card.getByRole('button', { name: 'Open the rows for Cedar' }).click();
  await expect(card.getByText('2 rows can be followed. The last row read is row 9.')).toBeVisible();
  await review(card, 'Revoke Visio Plan 2 1 user', 'Assign Visio Plan 2 1 user');
  const lines = page.getByRole('list', { name: 'What changes' });
  await expect(lines).toContainText('Revoke Visio Plan 2 1 user');
  await expect(lines).toContainText('Assign Visio Plan 2 1 user');
  await save(page);
  await expect(page.getByText('2 of 3 customers of Week 12.csv are left.')).toBeVisible();

  // no backup carries the list
  await page.goto('/settings');
  await expect(page.getByText('A list that you have begun is not in it.')).toContainText(
    'Keep its file, too: Week 12.csv',
  );

  // whoever comes back later sees what is saved and what is left
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const begun = page.getByRole('region', { name: 'Lists you have begun' });
  await expect(begun).toContainText('1 of 3 customers saved.');
  await expect(begun.getByRole('row', { name: /^Cedar/ })).toContainText(/Saved /);
  await expectAccessible(page);
  await begun.getByRole('button', { name: 'Go on with Week 12.csv' }).click();
  await expect(parts.getByRole('row', { name: /^Cedar/ })).toContainText(/Saved /);
  await expect(parts.getByRole('row', { name: /^Birch/ })).toContainText('Not saved yet');

  // of Bo a row says something that is nobody's, so that nothing is done for him
  await card.getByRole('button', { name: 'Open the rows for Birch' }).click();
  await expect(card.getByText('1 row can be followed.')).toBeVisible();
  await card.getByText('Users left alone (1)').click();
  await expect(card.getByRole('listitem').filter({ hasText: 'Bo Birch' })).toContainText(
    'Row 7: it names users of another customer',
  );
  await review(card, /^Revoke Microsoft 365 E3 1 user 1 loses the mailbox/);
  await save(page);
  await page.getByRole('link', { name: 'Go on with the list' }).click();
  await card.getByRole('button', { name: 'Open the rows for Alder' }).click();
  await review(card, 'Assign Visio Plan 2 1 user');
  await save(page);
  await expect(page.getByText('All 3 customers of Week 12.csv are saved.')).toBeVisible();
  await page.getByRole('link', { name: /^Pending \(/ }).click();
  for (const { name } of customers) {
    await expect(page.getByRole('main').getByRole('row', { name })).toBeVisible();
  }
});
