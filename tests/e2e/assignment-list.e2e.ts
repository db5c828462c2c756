import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { textFile, type MadeFile } from './files/made-file.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';

const AT = '@brightfield.example';

/** Visio for one who lacks it, E3 away from one who has it, and three rows that cannot be followed. */
const rows = [
  'User,Product,Action',
  `ada${AT},Visio Plan 2,assign`,
  `ding${AT},SPE_E3,revoke`,
  `an${AT},No such product,assign`,
  `nobody${AT},Visio Plan 2,assign`,
  `ding${AT},SPE_E3,revoke`,
];
const list: MadeFile = textFile('Monday.csv', `${rows.join('\r\n')}\r\n`, 'text/csv');
/** For some more users, without a line break at its end. */
const others = ['ada', 'bruno', 'an', 'wang'].map((name) => `${name}${AT},FLOW_FREE,assign`);
const tuesday = ['User,Product,Action', ...others, `ding${AT},Visio Plan 2,revoke`];
const unended: MadeFile = textFile('Tuesday.csv', tuesday.join('\n'), 'text/csv');

test('an assignment list is recognised, explained, reviewed and saved as one change', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const screen = await ImportScreen.open(page);
  await screen.drop([list]);
  const card = page.getByRole('region', { name: 'Monday.csv is an assignment list' });
  await expect(card).toContainText('users in “User”, products in “Product”');

  const customer = card.getByRole('combobox', { name: 'Customer' });
  await expect(customer).toHaveValue('');
  await expect(card).toContainText(`Most users of the list are at ${TOY_MAKER}: 3 of 4.`);
  await customer.selectOption({ label: `${TOY_MAKER}: 3 of 4 users found` });
  await expect(card.getByText('The last row read is row 6.')).toBeVisible();
  await card.getByText('Rows that are not followed (2)').click();
  const refused = card
    .getByRole('region', { name: /^Rows that are not followed/ })
    .getByRole('row', { name: /No such product/ });
  await expect(refused).toContainText('4');
  await expect(refused).toContainText('no product has this name');

  // what each row says, told by one of its users; nothing is revoked before the list is known to be whole
  const each = card.getByRole('radio', { name: /^Do what each row says/ });
  await expect(each).toBeChecked();
  await expect(each).toHaveAccessibleName(
    /For example, Ada Winter: Microsoft 365 E3 stays, Visio Plan 2 is assigned$/,
  );
  const exact = card.getByRole('radio', { name: /^Exact/ });
  await expect(exact).toHaveAccessibleName(
    /For example, Ada Winter: Microsoft 365 E3 is revoked, Visio Plan 2 is assigned$/,
  );
  const lastRow = card.getByRole('spinbutton', { name: 'Number of the last row' });
  await expect(lastRow).toHaveValue('');
  const preview = card.getByRole('button', { name: 'Show what it would do' });
  await preview.click();
  await expect(card.getByText('Users held back (1)')).toBeVisible();

  await exact.check();
  const visio = card.getByRole('checkbox', { name: 'Visio Plan 2' });
  await expect(visio).toBeChecked();
  await preview.click();
  await expect(card.getByText('Users held back (2)')).toBeVisible();

  await each.check();
  await lastRow.fill('6');
  await preview.click();
  const result = card.getByRole('region', { name: 'What the list would do' });
  await expect(result.getByText('Users held back (')).toHaveCount(0);
  const lines = page.getByRole('list', { name: 'What changes' });
  const asPlanned = [
    /^Revoke Microsoft 365 E3 1 user 1 loses the mailbox/,
    'Assign Visio Plan 2 1 user',
  ];
  await expect(lines.getByRole('listitem')).toHaveText(asPlanned);
  await expect(card).toContainText('Users left alone (1)');
  await expect(card).toContainText('Repeated rows (1)');

  await result.getByRole('link', { name: 'Review' }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Review the assignment list' });
  await expect(heading).toBeVisible();
  await page.reload();
  await expect(heading).toBeVisible();
  await expect(lines.getByRole('listitem')).toHaveText(asPlanned);

  const manage = new ManageScreen(page);
  await manage.save('T-9');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();

  // a last row without a line break is asked about, and followed when it is the last
  await (await ImportScreen.open(page)).drop([unended]);
  const other = page.getByRole('region', { name: 'Tuesday.csv is an assignment list' });
  const customers = other.getByRole('combobox', { name: 'Customer' });
  await customers.selectOption({ label: `${TOY_MAKER}: 5 of 5 users found` });
  const ends = other.getByRole('group', {
    name: /^The file ends with “ding@.* · revoke” \(row 6\)/,
  });
  const show = other.getByRole('button', { name: 'Show what it would do' });
  await expect(show).toBeDisabled();
  await ends.getByRole('radio', { name: /^No/ }).check();
  await show.click();
  const would = other.getByRole('region', { name: 'What the list would do' });
  await expect(lines.getByRole('listitem')).toHaveText(
    'Assign Microsoft Power Automate Free 4 users',
  );
  await expect(would).toContainText('Users left alone 1');
  await ends.getByRole('radio', { name: /^Yes/ }).check();
  await show.click();
  await expect(lines).toContainText('Revoke Visio Plan 2 1 user');
  await expect(would).toContainText('Users left alone 0');
  await would.getByRole('link', { name: 'Review' }).click();
  await expect(heading).toBeVisible();

  // the names behind the numbers, all of them in pages
  await lines.getByText('Revoke Visio Plan 2').click();
  await expect(lines.getByText('丁一', { exact: true })).toBeVisible();
  await lines.getByText('Revoke Visio Plan 2').click();
  await lines.getByText('Assign Microsoft Power Automate Free').click();
  await expect(lines.getByText('+ Microsoft Power Automate Free')).toHaveCount(4);
  await expectAccessible(page);
});
