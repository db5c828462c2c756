// A run waits: for a cloud that asks for time, for a network that is away, and for another review.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { addCustomer, CONTOSO, openCloud } from './cloud-customer.ts';
import { follow } from './follow.ts';
import { manageFor, planFor } from './planning.ts';
import {
  card,
  countOf,
  expectSome,
  numberOf,
  openOutcomes,
  openReview,
  planForMany,
  setMood,
  syncNow,
} from './sync-screens.ts';
import { openUsers, samples, toUsers } from './user-list.ts';

test('a run says how long Microsoft asks it to wait, how fast it is, and how long it will take', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await planForMany(page, 'Too many requests');
  await openReview(page);
  const users = await countOf(card(page, samples[3200]), 'Users to change');
  await syncNow(page);
  const run = card(page, samples[3200]);
  await expectSome(run, 'Applied');
  await expect(run.getByText(/^Microsoft asks to wait \d+ s$/)).toBeVisible({ timeout: 60_000 });
  await expect(run.getByText('Waiting', { exact: true }).first()).toBeVisible();
  await expect(
    run.getByText(/^[\d,]+ users? a minute · about \d+ (seconds?|minutes?) left$/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: `Stop after this batch: ${samples[3200]}` }).click();
  await expect(run.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 60_000 });
  // whom the cloud kept waiting is left like the others
  const left = users - (await countOf(run, 'Applied'));
  await expect(numberOf(run, 'Left')).toHaveText(String(left));
  await expect(page.getByRole('link', { name: `Pending (${left})` })).toBeVisible();
});

test('a run that meets no network waits, says so, and goes on by itself', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { graph } = await openCloud(context);
  await addCustomer(page);
  await toUsers(page);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  // gone in the middle: the run has begun to ask
  graph.goAtBatch();
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText(/^Microsoft 365 does not answer\. Next try in \d+ s$/)).toBeVisible();
  await context.setOffline(true);
  await expect(
    run.getByText('You are offline. The sync continues when the network is back.'),
  ).toBeVisible();
  await expect(numberOf(run, 'Left')).toHaveText('2');
  await expectAccessible(page);

  graph.instead = () => null;
  graph.offline = false;
  await context.setOffline(false);
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(numberOf(run, 'Applied')).toHaveText('2');
  await expect(page.getByText('Applied in Microsoft 365 for 2 users')).toBeVisible();
});

test('what was saved while a run waits is sent after another review only, and who is refused then is planned again', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { graph } = await openCloud(context);
  await addCustomer(page);
  await toUsers(page);
  const users = page.url();
  await planFor(page, ['Chidi Okafor'], 'FLOW_FREE');
  await openReview(page);
  graph.offline = true;
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText(/^Microsoft 365 does not answer\./)).toBeVisible();
  const other = await context.newPage();
  await other.goto(users);
  await planFor(other, ['Kofi Mensah'], 'FLOW_FREE');
  await other.close();
  await expect(
    run.getByText('1 user changed since the review. This sync does not send them.'),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: `Review ${CONTOSO.name} again` }).click();
  await expect(numberOf(card(page, CONTOSO.name), 'Users to change')).toHaveText('2');
  // the run that waits just tries again as the new review is confirmed
  const tried = graph.asked.length;
  let letGo = (): void => undefined;
  graph.instead = () => new Promise((resolve) => (letGo = () => resolve(null)));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => graph.asked.length).toBeGreaterThan(tried);
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled();
  await syncNow(page);
  // the cloud is back, and takes none of the changes
  const error = { code: 'Policy_Forbids', message: 'The policy of this tenant does not allow it.' };
  graph.instead = ({ body }) => {
    if (!body.includes('assignLicense')) return null;
    const { requests } = JSON.parse(body) as { requests: readonly { id: string }[] };
    const responses = requests.map(({ id }) => ({ id, status: 400, headers: {}, body: { error } }));
    return { status: 200, body: { responses } };
  };
  graph.offline = false;
  letGo();
  const rows = await openOutcomes(page, CONTOSO.name);
  await expect(rows.filter({ hasText: 'Rejected' })).toHaveCount(2);
  const chidi = rows.filter({ hasText: 'Chidi Okafor' });
  await expect(chidi).toContainText('refused it for a reason that Seatwise does not know');
  await expect(chidi).toContainText('Code: Policy_Forbids');
  await chidi.getByText('What Microsoft said').click();
  await expect(chidi.getByText('The policy of this tenant does not allow it.')).toBeVisible();

  graph.instead = () => null;
  await page.getByRole('button', { name: 'Retry failed only (2)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Retry failed only' });
  await dialog.getByRole('button', { name: 'Plan it again' }).click();
  await openReview(page);
  await syncNow(page);
  await openOutcomes(page, CONTOSO.name);
  await expect(rows.filter({ hasText: 'Applied' })).toHaveCount(2);
});

test('changes that collide are made one after the other, and each of them once', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const list = await openUsers(page, 25);
  const users = page.url();
  await follow(page, users.replace(/\/users$/, ''));
  await setMood(page, 'Colliding changes');
  await follow(page, users);
  await list.pageBox.click();
  const manage = await manageFor(page, []);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();
  await openReview(page);
  const planned = await countOf(card(page, samples[25]), 'Users to change');
  expect(planned).toBeGreaterThan(8);
  await syncNow(page);
  const run = card(page, samples[25]);
  await expect(run.getByText(/^Microsoft asks to wait \d+ s$/)).toBeVisible();
  await expect(numberOf(run, 'Rejected')).toHaveText('0');
  const rows = await openOutcomes(page, samples[25]);
  await expect(rows.filter({ hasText: 'Applied' })).toHaveCount(planned);
  await expect(page.getByText("The customer's counts agree with Microsoft 365.")).toBeVisible();
});
