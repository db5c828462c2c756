import { expect, test } from '@playwright/test';
import { assignmentOf } from '../../src/licenses/license-set.ts';
import { doDeed, type AdminDeed } from '../../src/sandbox/cloud/admin-deed.ts';
import { calmMood } from '../../src/sandbox/cloud/cloud-mood.ts';
import { expectAccessible } from './accessible.ts';
import { addCustomer, CONTOSO, openCloud } from './cloud-customer.ts';
import { follow } from './follow.ts';
import { manageFor } from './planning.ts';
import {
  card,
  openOutcomes,
  openReview,
  reviewAgain,
  setMood,
  syncAgainstOthers,
  syncNow,
} from './sync-screens.ts';
import { samples, toUsers } from './user-list.ts';

const CLINIC = samples[25];

test('what others changed waits for a person, who sees all three states and says what is to happen', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { home, change } = await syncAgainstOthers(page);

  // the access is not only told on Pending
  const drift = home.replace('/customers/', '/pending/') + '/drift';
  await follow(page, drift);
  const ended = page.getByRole('region', { name: 'Access to this customer has ended' });
  await expect(ended).toContainText('Insufficient privileges');
  await expect(ended.getByRole('link', { name: /^Hand the plan over/ })).toBeVisible();
  await expectAccessible(page);
  await follow(page, home);
  await setMood(page, 'Access has ended', false);
  await follow(page, drift);
  await ended.getByRole('button', { name: `Resume the sync of ${CLINIC}` }).click();
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(4, { timeout: 60_000 });
  await expect(ended).toHaveCount(0);
  await expectAccessible(page);

  const aasa = rows.filter({ hasText: 'Åsa Lindqvist' });
  const states = aasa.getByRole('cell');
  await expect(states.nth(0)).toContainText('assigned directly');
  await expect(states.nth(1)).toContainText('not assigned');
  await expect(states.nth(2)).toContainText('assigned directly; off:');
  const deleted = page.getByRole('group', { name: 'User deleted: 2 users' });
  await expect(deleted.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
  await deleted.getByRole('button', { name: 'Drop for all: User deleted' }).click();
  await page.getByRole('button', { name: 'Drop for 2 users' }).click();
  await expect(rows).toHaveCount(2);
  await rows
    .filter({ hasText: 'Chidi Okafor' })
    .getByRole('button', { name: 'What to do for Chidi Okafor' })
    .click();
  await page.getByRole('menuitem', { name: /^Decide later/ }).click();
  await expect(page.getByText('Left for later: 1.')).toBeAttached();
  await aasa.getByRole('button', { name: /^Apply our change/ }).click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toContainText('Chidi Okafor');

  await follow(page, change);
  await page.getByRole('link', { name: 'Pending (2)' }).click();
  await reviewAgain(page, CLINIC);
  await syncNow(page);
  await expect(await openOutcomes(page, CLINIC)).toHaveCount(1);
  await expect(page.getByText('Applied in Microsoft 365 for 1 user')).toBeVisible();

  // nobody is left whom a sync would send
  await follow(page, home);
  await expect(page.getByRole('list', { name: 'Needs attention' })).toContainText('1 conflict');
  await expect(page.getByRole('link', { name: 'Review before syncing' })).toHaveCount(0);
  await page.getByRole('link', { name: 'See what differs' }).click();
  const differs = page.getByRole('heading', { level: 1, name: 'Differs from Microsoft 365' });
  await expect(differs).toBeVisible();
  await expect(rows).toContainText('Chidi Okafor');
});

test('what a group gives, another location, a product that is gone and new names are told beside each other', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const { graph, tenant } = await openCloud(context);
  await addCustomer(page);
  await toUsers(page);
  const [aasa, zoe, maria] = ['Åsa Lindqvist', 'Zoë van der Meer', 'Maria da Conceição'] as const;
  const manage = await manageFor(page, [aasa, zoe, maria, 'Olena Kovalenko', 'Kofi Mensah']);
  await manage.press(manage.box('VISIOCLIENT'), 2);
  await manage.press(manage.box('PROJECTPROFESSIONAL'), 2);
  await manage.press(manage.box('EMS'));
  await manage.setLocation('Sweden');
  await manage.save();

  const skuOf = (part: string) =>
    [...tenant.products.values()].find(({ skuPartNumber }) => skuPartNumber === part)!.skuId;
  const user = (mailbox: string) =>
    tenant.users.find((one) =>
      [one.mail, one.userPrincipalName].includes(`${mailbox}@contoso.example`),
    )!;
  const does = (deed: AdminDeed, mailbox: string, part = 'VISIOCLIENT'): void => {
    const after = doDeed(
      deed,
      { user: user(mailbox), skuId: skuOf(part) },
      { tenant, next: () => 0 },
    );
    tenant.change(after!, Date.now());
  };
  does('givesThroughGroup', 'asa.lindqvist');
  does('renames', 'asa.lindqvist');
  does('givesThroughGroup', 'zoe.vandermeer');
  does('changesLicense', 'zoe.vandermeer', 'PROJECTPROFESSIONAL');
  const address = 'zoe.vandermeer-lindqvist.information-technology@contoso.example';
  tenant.change({ ...user('zoe.vandermeer'), userPrincipalName: address }, Date.now());
  tenant.change({ ...user('maria.conceicao'), usageLocation: 'NO' }, Date.now());
  graph.mood = { ...calmMood, endedProduct: skuOf('EMS') };
  await openReview(page);
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: /^5 users? of Contoso AG/ }).click();

  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(5);
  const rowOf = (name: string) => rows.filter({ hasText: name });
  const states = (name: string) => rowOf(name).getByRole('cell');
  await expect(rowOf(aasa)).toContainText('Visio Plan 2 now comes through group Managed devices.');
  await expect(rowOf(aasa)).toContainText(
    /Renamed since: Åsa Lindqvist \(asa\.lindqvist@contoso\.example\) → Åsa Berg \(asa\.berg\.\w+@contoso\.example\)/,
  );
  await expect(states(aasa).nth(2)).toContainText(
    'assigned directly and through group Managed devices',
  );
  // only the address is new: the name stands once
  await expect(rowOf(zoe)).toContainText(`zoe.vandermeer@contoso.example → ${address}`);
  for (const [column, place] of ['none', 'Sweden', 'Norway'].entries()) {
    await expect(states(maria).nth(column)).toContainText(`Usage location ${place}`);
  }
  await expect(
    page.getByText('1 user differs in more than one way: choose for each.'),
  ).toBeVisible();
  await expectAccessible(page);

  // what nobody can get can only be dropped, or wait
  const gone = page.getByRole('group', { name: 'Product gone: 2 users' });
  await expect(gone.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
  await gone.getByRole('button', { name: 'Drop for all: Product gone' }).click();
  await page.getByRole('button', { name: 'Drop for 2 users' }).click();
  await expect(rows).toHaveCount(3);
  // the location of one was set before the license was refused, and stays
  expect(user('olena.kovalenko')).toMatchObject({ usageLocation: 'SE', licenses: [] });
  for (const [kind, left] of [
    ['Now through a group', 2],
    ['Usage location changed', 1],
  ] as const) {
    await page.getByRole('button', { name: `Apply for all: ${kind}` }).click();
    await page.getByRole('button', { name: 'Apply for 1 user' }).click();
    await expect(rows).toHaveCount(left);
  }

  graph.mood = calmMood;
  await page.getByRole('link', { name: 'Pending (3)' }).click();
  await reviewAgain(page, CONTOSO.name);
  await syncNow(page);
  await expect(await openOutcomes(page, CONTOSO.name)).toHaveCount(2);
  await expect(page.getByText('Applied in Microsoft 365 for 2 users')).toBeVisible();
  // our change sets a location only for those who have none
  expect(user('maria.conceicao').usageLocation).toBe('NO');
  expect(assignmentOf(user('maria.conceicao').licenses, skuOf('EMS'))).toBeDefined();
  const kept = assignmentOf(user('asa.lindqvist').licenses, skuOf('VISIOCLIENT'));
  expect(kept?.paths.map(({ via }) => via.kind)).toEqual(['group']);
});
