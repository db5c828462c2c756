// A customer is read again from Microsoft 365: waits, ends and news are told.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { addCustomer, CONTOSO, openCloud } from './cloud-customer.ts';
import type { Asked } from './fake-tenants.ts';
import { follow } from './follow.ts';
import { hurry } from './hurried-clock.ts';
import { planFor, userRow } from './planning.ts';
import { card, numberOf, reviewAgain, setMood, syncNow } from './sync-screens.ts';
import { openUsers, samples, toUsers } from './user-list.ts';

const PULL = 'Get new data';

test('a pull waits as long as it is asked to, is cancelled, and brings who is new and who is gone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { graph, tenant } = await openCloud(context);
  await addCustomer(page);
  const pull = page.getByRole('button', { name: PULL });
  const progress = page.getByRole('progressbar', { name: 'Reading from Microsoft 365' });

  // the seconds are counted down, and nobody has to sit through them
  graph.instead = () => ({ status: 429, retryAfter: 900 });
  await pull.click();
  await expect(progress).toBeVisible();
  const wait = page.getByText(/^Microsoft asks to wait [\d,]+ seconds$/);
  await expect(wait).toBeVisible();
  const secondsIn = async () => Number((await wait.textContent())?.replaceAll(/\D/g, ''));
  const first = await secondsIn();
  expect(first).toBeGreaterThan(800);
  await expect.poll(secondsIn).toBeLessThan(first);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  await expect(progress).toHaveCount(0);

  // silence is waited for, and what comes after it is taken
  graph.instead = () => null;
  graph.offline = true;
  const [eva, other] = tenant.users;
  tenant.change({ ...eva!, deleted: true }, Date.now());
  tenant.change({ ...other!, displayName: 'Chidi Adeyemi' }, Date.now());
  tenant.change(
    {
      ...{ ...other!, id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Nora Newcomer' },
      ...{ userPrincipalName: 'nora@contoso.example', mail: null, licenses: [] },
    },
    Date.now(),
  );
  await pull.click();
  await expect(page.getByText(/^No answer\. Trying again in \d+ seconds?$/)).toBeVisible();
  graph.offline = false;
  const done = page.getByRole('status').filter({ hasText: 'The data is up to date' });
  await expect(done).toContainText('1 added, 1 changed, 1 no longer there.');
  await expectAccessible(page);

  await toUsers(page);
  await expect(userRow(page, 'Nora Newcomer')).toBeVisible();
  await expect(userRow(page, 'Chidi Adeyemi')).toBeVisible();
  await expect(userRow(page, eva!.displayName)).toHaveCount(0);
  // nothing was asked of Microsoft 365 but reading
  const read = graph.asked.filter(({ tenantId }) => tenantId === CONTOSO.tenantId);
  expect(read.filter(({ path }) => path.includes('assignLicense'))).toEqual([]);
});

test('what is planned is not sent while new data is read, however slow the line is, and is sent then', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await hurry(context, Date.now(), 20);
  const { graph } = await openCloud(context);
  await addCustomer(page);
  await toUsers(page);
  await planFor(page, ['Kofi Mensah'], 'FLOW_FREE');
  await page.getByRole('link', { name: CONTOSO.name, exact: true }).first().click();
  let isSlow = true;
  const reads = ({ path }: Asked): boolean => path.startsWith('/users');
  // longer than an import keeps others out that says nothing
  graph.instead = (asked) => (isSlow && reads(asked) ? { status: 429, retryAfter: 40 } : null);
  const before = graph.asked.length;
  await page.getByRole('button', { name: PULL }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading from Microsoft 365' })).toBeVisible();

  await page.getByRole('link', { name: 'Pending (1)' }).click();
  await reviewAgain(page, CONTOSO.name);
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText('Waiting', { exact: true }).first()).toBeVisible();
  const asked = () => graph.asked.slice(before);
  await expect.poll(() => asked().filter(reads).length).toBeGreaterThan(1);
  expect(asked().filter(({ path }) => path.includes('$batch'))).toEqual([]);

  isSlow = false;
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(numberOf(run, 'Applied')).toHaveText('1');
});

test('the sandbox misbehaves as it is told to, the same in every window @slow', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await openUsers(page, 25);
  await follow(page, page.url().replace(/\/users$/, ''));
  const panel = page
    .getByRole('group')
    .filter({ hasText: 'Sandbox: how the sample cloud behaves' });
  await expect(panel).toBeVisible();
  await setMood(page, 'Late readings');
  await setMood(page, 'Slow');
  await expect(panel).toContainText('2 on');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByText('Sandbox: how the sample cloud behaves').click();
  await expect(other.getByRole('checkbox', { name: 'Slow' })).toBeChecked();
  await expect(other.getByRole('checkbox', { name: 'Offline' })).not.toBeChecked();
  await expectAccessible(other);

  // slow: a pull can be cancelled while it waits for an answer
  await page.getByRole('button', { name: PULL }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading from Microsoft 365' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();

  // what one window turns off is off in the other
  await other.getByRole('checkbox', { name: 'Slow' }).uncheck();
  await expect(panel).toContainText('1 on');
  await other.getByRole('checkbox', { name: 'Access has ended' }).check();
  await expect(panel).toContainText('2 on');
  await page.getByRole('button', { name: PULL }).click();
  const refused = page.getByText(
    'Microsoft 365 does not allow this account to read this customer.',
  );
  await expect(refused).toBeVisible();
  await expect(page.getByText('Insufficient privileges to complete the operation.')).toBeVisible();
  await expectAccessible(page);

  // a subscription that has ended is gone after the next pull: nobody holds anything of it
  await other.getByRole('checkbox', { name: 'Access has ended' }).uncheck();
  await other
    .getByLabel('Subscription that has ended')
    .selectOption({ label: 'Office 365 Extra File Storage' });
  const row = page.getByRole('row').filter({ hasText: 'SHAREPOINTSTORAGE' });
  await expect(row).toHaveCount(1);
  await other.getByRole('button', { name: 'Do it now' }).click();
  await expect(other.getByText('There is no pending user to do it to.')).toBeVisible();
  await page.getByRole('button', { name: PULL }).click();
  await expect(page.getByText(/^The data is up to date: 25 users/)).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: samples[25] })).toBeVisible();
});
