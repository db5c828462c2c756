// Before anything is sent a person reads what would be, per customer, on data that is not old.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { manageFor } from './planning.ts';
import { speak } from './speak.ts';
import { card, numberOf, openOutcomes, syncNow } from './sync-screens.ts';
import { openUsers, samples, toUsers } from './user-list.ts';

const CLINIC = samples[25];
const HARBOR = samples[3200];

test('the review counts what would be sent, reads old data anew first, and leaves out who is unticked @slow', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  // one user of a customer whose data is five days old, and whose cloud refuses to tell more
  const list = await openUsers(page, 3200);
  const harbor = page.url().replace(/\/users$/, '');
  await list.box(0).click();
  let manage = await manageFor(page, []);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();
  const cloud = await context.newPage();
  await cloud.goto(harbor);
  await cloud.getByText('Sandbox: how the sample cloud behaves').click();
  await cloud.getByRole('checkbox', { name: 'Access has ended' }).check();

  // of the other one everything that a review can count; when its subscriptions end is told by a pull
  await page.goto('/');
  await page.getByRole('link', { name: CLINIC, exact: true }).click();
  await page.getByRole('button', { name: 'Get new data' }).click();
  await expect(page.getByText(/^The data is up to date: 25 users/)).toBeVisible();
  await toUsers(page);
  const users = page.url();
  manage = await manageFor(page, ['Jürgen Großmann', 'Reception']);
  await manage.press(manage.box('SPE_F1'), 2);
  await manage.press(manage.box('EXCHANGEENTERPRISE'), 2);
  await manage.save();
  await page.goto(users);
  manage = await manageFor(page, ['Björn Åkesson', 'Olena Kovalenko']);
  await manage.press(manage.box('STANDARDPACK'), 2);
  await manage.press(manage.box('VISIOCLIENT'));
  await manage.setLocation('Sweden');
  await manage.startSaving();
  const short = page.getByRole('dialog', { name: 'Not enough licenses' });
  await short.getByRole('radio', { name: /^Assign to all and add/ }).check();
  await short.getByRole('button', { name: 'Continue' }).click();
  await manage.confirm();

  await page.goto('/pending');
  await page.getByRole('checkbox', { name: 'Select all customers that can be synced' }).click();
  await expect(page.getByText('2 customers, 5 users')).toBeVisible();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  const clinic = card(page, CLINIC);
  await expect(numberOf(clinic, 'Users to change')).toHaveText('4');
  const lines = clinic.getByRole('list', { name: 'What changes' }).locator('summary');
  await expect(lines).toHaveText([
    'Revoke Exchange Online (Plan 2) 1 user 1 loses the mailbox',
    'Revoke Microsoft 365 F3 1 user 1 loses the mailbox, 1 loses OneDrive',
    // another product comes, and nobody asked for a swap
    'Revoke Office 365 E1 1 user',
    'Assign Visio Plan 2 2 users',
    'Set usage location Sweden 1 user',
  ]);
  await lines.filter({ hasText: 'Assign Visio' }).click();
  await expect(clinic.getByText('+ Visio Plan 2')).toHaveCount(2);
  await clinic.getByRole('searchbox').fill('olena');
  await expect(clinic.getByText('+ Visio Plan 2')).toHaveCount(1);
  await expect(clinic.getByText('Olena Kovalenko')).toBeVisible();
  await clinic.getByText('Licenses', { exact: true }).click();
  const units = clinic.getByRole('row').filter({ hasText: 'Visio Plan 2' });
  await expect(units).toContainText('+2');
  await expect(units).toContainText('0 → Short by 2');
  await expect(numberOf(clinic, 'Oldest change')).not.toBeEmpty();
  await expect(clinic.getByText(/^Visio.*: short by 2$/)).toBeVisible();
  await expect(clinic.getByText(/^Visio.* ends on /)).toBeVisible();
  await expect(clinic.getByText('lindqvist-okafor.example', { exact: true })).toBeVisible();

  // data that is too old is read first; without it nothing of the customer is sent
  const old = card(page, HARBOR);
  await expect(
    old.getByText('Microsoft 365 does not allow this account to read this customer.'),
  ).toBeVisible();
  await expect(old.getByText(/^This data is older than 24 hours/)).toBeVisible();
  const told = page.getByRole('status').filter({ hasText: /\d customers?, / });
  await expect(told).toHaveText('1 customer, 4 users');
  await expectAccessible(page);
  await cloud.getByRole('checkbox', { name: 'Access has ended' }).uncheck();
  await expect(cloud.getByText(/^\d on$/)).toHaveCount(0);
  // slow: it has not been read yet when the language changes, and goes on in the other one
  await cloud.getByRole('checkbox', { name: 'Slow' }).check();
  await expect(cloud.getByText('1 on')).toBeVisible();
  await old.getByRole('button', { name: 'Try again' }).click();
  await speak(page, 'English', '简体中文');
  await expect(page.getByRole('heading', { level: 1, name: '同步前查看' })).toBeVisible();
  await expect(old.getByRole('progressbar', { name: `正在获取 ${HARBOR} 的新数据` })).toBeVisible();
  await speak(page, '简体中文', 'English');
  await cloud.getByRole('checkbox', { name: 'Slow' }).uncheck();
  await expect(numberOf(old, 'Users to change')).toHaveText('1');
  await expect(told).toHaveText('2 customers, 5 users');

  // who is taken out is not sent, and stays pending
  await page.getByRole('checkbox', { name: `Sync ${HARBOR}` }).uncheck();
  await expect(told).toHaveText('1 customer, 4 users');
  await syncNow(page);
  await openOutcomes(page, CLINIC);
  await page.goto('/pending');
  const left = page.getByRole('row').filter({ hasText: HARBOR });
  await expect(left).toContainText('Not synced yet');
  await expect(page.getByRole('link', { name: 'Pending (1)' })).toBeVisible();
});
