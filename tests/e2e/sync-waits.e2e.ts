// A run waits: for a cloud that asks for time, and for a network that is away.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { addCustomer, CONTOSO, openCloud } from './cloud-customer.ts';
import { planFor } from './planning.ts';
import {
  card,
  countOf,
  expectSome,
  numberOf,
  openReview,
  planForMany,
  syncNow,
} from './sync-screens.ts';
import { samples } from './user-list.ts';

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
  await page.getByRole('main').getByRole('link', { name: 'Users and licenses' }).first().click();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  // gone in the middle: the run has begun to ask
  graph.instead = ({ path }) => {
    graph.offline ||= path === '/$batch';
    return null;
  };
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText(/^Microsoft 365 does not answer\. Next try in \d+ s$/)).toBeVisible();
  await context.setOffline(true);
  await expect(
    run.getByText('You are offline. The run goes on when the network is back.'),
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
