import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { groupsFile, skusFile, userId, usersFile } from './files/graph-files.ts';
import { e3 } from './files/products.ts';
import { importCustomer } from './import-screen.ts';
import { ManageScreen } from './manage-screen.ts';

const SALES = '11111111-aaaa-4bbb-8ccc-222222222222';
const failed = { product: e3, group: SALES, error: 'CountViolation' };
const named = (number: number, name: string) => ({
  id: userId(number),
  name,
  upn: `user${number}@alder.example`,
  location: 'SE',
});

const files = [
  skusFile('7a1f0b52-2c3d-4e5f-8a9b-0c1d2e3f4a5b', 'alder', [
    { product: e3, enabled: 10, consumed: 1 },
  ]),
  groupsFile({ [SALES]: 'Sales-E3' }),
  usersFile('users.json', [
    { ...named(1, 'Ada Alder'), held: [{ product: e3 }, failed] },
    { ...named(2, 'Bo Alder'), held: [failed] },
    { ...named(3, 'Fia Alder') },
  ]),
];

test('what a group could not give is shown as an error, is not held, and keeps no mailbox', async ({
  page,
}) => {
  await importCustomer(page, 'Alder', files);
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(rowOf('Bo Alder')).toContainText('No licenses');
  await expect(rowOf('Bo Alder')).toContainText('Microsoft 365 E3: not given');

  await page.getByRole('button', { name: 'More filters', exact: true }).click();
  const more = page.getByRole('group', { name: 'More filters' });
  await more.getByLabel('License errors').selectOption({ label: 'Not enough licenses' });
  await expect(rowOf('Fia Alder')).toHaveCount(0);
  await expect(page.getByText('Not enough licenses (2 users)')).toBeVisible();
  await expect(page.getByText('chooses Reprocess')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Bo Alder' }).click();
  const errors = page.getByRole('region', { name: 'License errors' });
  await expect(errors).toContainText('From group Sales-E3');
  await expect(errors).toContainText('CountViolation');
  await expect(errors).toContainText('Buy more licenses');
  await expectAccessible(page);

  // Ada holds it directly: no group keeps the mailbox
  await page.goBack();
  await page.getByRole('checkbox', { name: 'Select Ada Alder' }).check();
  const manage = await new ManageScreen(page).enter();
  await manage.press(manage.box(e3.part), 1);
  await expect(page.getByText(/The last mailbox license is revoked/)).toBeVisible();
  await manage.startSaving();
  await expect(manage.dialog.getByText(/^To confirm, enter the number of users/)).toBeVisible();
});
