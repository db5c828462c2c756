// A customer of Microsoft 365 is synced: permissions, tokens, and what a person does meanwhile.
import { expect, test } from '@playwright/test';
import { servicePlanId, skuId } from '../../src/licenses/ids.ts';
import type { CloudUser } from '../../src/sandbox/cloud/cloud-user.ts';
import { expectAccessible } from './accessible.ts';
import { savedBackup } from './backup-file.ts';
import { addCustomer, CONTOSO, needsConsent, openCloud } from './cloud-customer.ts';
import { section, signInAtThePage } from './connect-screen.ts';
import { choose, fileOf, withoutPicker } from './export-screen.ts';
import type { Asked } from './fake-tenants.ts';
import { follow } from './follow.ts';
import { chooseMore } from './manage-screen.ts';
import { manageFor, planFor, userRow } from './planning.ts';
import { card, numberOf, openOutcomes, openReview, reviewAgain, syncNow } from './sync-screens.ts';
import { storedText } from './stored.ts';
import { toUsers } from './user-list.ts';

test.use({ serviceWorkers: 'allow' });

const WRITE = 'LicenseAssignment.ReadWrite.All';
const SPE_E5 = skuId('06ebc4ee-1bb5-47dd-8120-11324bc54e06');
/** A service plan of no product of the customer, as an older license left it behind. */
const STRANGE = servicePlanId('e0000000-0000-4000-8000-000000000000');

const withStrangePlanOff = (user: CloudUser): CloudUser => ({
  ...user,
  licenses: user.licenses.map(({ skuId: sku, paths }) => ({
    skuId: sku,
    paths: paths.map((path) =>
      sku === SPE_E5 ? { ...path, disabledPlans: [...(path.disabledPlans ?? []), STRANGE] } : path,
    ),
  })),
});

const sends = ({ body }: Asked): boolean => body.includes('assignLicense');

test('the permission to write is asked for when a sync starts, may be declined, and no token is kept', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await withoutPicker(page);
  const { authority, graph, tenant } = await openCloud(context);
  const chidi = tenant.users.find(({ displayName }) => displayName === 'Chidi Okafor')!;
  tenant.change(withStrangePlanOff(chidi), 0);
  await addCustomer(page);
  await toUsers(page);
  const users = page.url();
  // what Chidi's E5 has off beside Sway is no service plan of this customer's E5
  const manage = await manageFor(page, ['Chidi Okafor', 'Kofi Mensah']);
  await manage.press(manage.box('FLOW_FREE'));
  const plans = await manage.openServicePlans('SPE_E5');
  await plans.getByRole('checkbox', { name: 'Sway', exact: true }).click();
  await manage.save();
  await openReview(page);
  expect(JSON.stringify(authority.asked)).not.toContain(WRITE);
  authority.renewalError = needsConsent;
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText('Sign-in needed', { exact: true })).toBeVisible();
  await expect(page.getByText(/assign and revoke licenses.* Nothing is lost/)).toBeVisible();
  await expectAccessible(page);

  // declined: nothing was sent, and the run still waits
  await run.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to your account' })).toBeVisible();
  expect(authority.asked.at(-1)).toMatchObject({ how: 'page', tenant: CONTOSO.tenantId });
  expect(authority.asked.at(-1)?.scopes.join(' ')).toContain(WRITE);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('The sign-in was cancelled. Nothing has changed.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Pending' })).toBeVisible();
  await expect(run.getByText('Sign-in needed', { exact: true })).toBeVisible();
  await expect(numberOf(run, 'Left')).toHaveText('2');
  expect(graph.asked.filter(sends)).toEqual([]);

  // somebody signs in for something else, who may write now: the run still waits for its own
  authority.renewalError = null;
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await section(page).getByRole('button', { name: 'Use another account' }).click();
  await signInAtThePage(page);
  await expect(page.getByRole('status').getByText(/Signed in as/)).toBeVisible();
  await page.getByRole('link', { name: 'Pending (2)' }).click();
  await expect(run.getByText('Sign-in needed', { exact: true })).toBeVisible();
  expect(graph.asked.filter(sends)).toEqual([]);

  // agreed to: the run goes on by itself
  await run.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAtThePage(page);
  const rows = await openOutcomes(page, CONTOSO.name);
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Applied' })).toHaveCount(2);
  const [sent, ...others] = graph.asked.filter(sends);
  expect(others).toEqual([]);
  expect(sent?.body).toContain(SPE_E5);
  expect(sent?.body).not.toContain(STRANGE);

  // whatever was given went to Microsoft 365 and stands nowhere else
  await follow(page, users);
  await expect(page.getByText('Nothing pending', { exact: true })).toBeVisible();
  const exported = await fileOf(page, await choose(page, 'Users with licenses'));
  expect(exported.text).toContain('Kofi Mensah');
  const backup = await savedBackup(page);
  const kept = `${await storedText(page)}${exported.text}${backup.text}`;
  expect(kept).toContain('Contoso AG');
  expect(graph.asked.every(({ token }) => authority.given.includes(token))).toBe(true);
  expect(authority.given.filter((token) => kept.includes(token))).toEqual([]);
});

test('a user can be planned for while an operation is in flight, is sent only once that was reviewed, and the badge counts who waits and who failed', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await context.addInitScript(() => {
    const shown: number[] = [];
    Object.assign(window, { shown });
    navigator.setAppBadge = (count = 0) => Promise.resolve(void shown.push(count));
    navigator.clearAppBadge = () => Promise.resolve(void shown.push(0));
  });
  const badge = () =>
    page.evaluate(() => (window as unknown as { shown: number[] }).shown.at(-1) ?? null);
  const { graph } = await openCloud(context);
  await addCustomer(page);
  await expect.poll(badge).toBe(0);
  await toUsers(page);
  const users = page.url();
  // the cloud knows a conflict that the planner does not
  await planFor(page, ['Åsa Lindqvist', 'Kofi Mensah'], 'PROJECTPROFESSIONAL');
  const change = page.url();
  await expect.poll(badge).toBe(2);
  await openReview(page);

  let letGo: () => void = () => undefined;
  const held = new Promise<null>((done) => (letGo = () => done(null)));
  graph.instead = (asked) => (sends(asked) ? held : null);
  await syncNow(page);
  await expect.poll(() => graph.asked.filter(sends).length).toBe(1);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText('Syncing', { exact: true })).toBeVisible();

  // a request may take 30 s: nothing slow stands here.
  // what is on its way cannot be taken back, what is saved meanwhile waits for a review of its own
  const other = await context.newPage();
  await other.goto(change);
  await chooseMore(other, 'Undo: remove from the plan');
  const undo = other.getByRole('dialog');
  await undo.getByText('2 users stay unchanged. Show who and why').click();
  for (const name of ['Åsa Lindqvist', 'Kofi Mensah']) {
    const stays = undo.getByRole('listitem').filter({ hasText: name });
    await expect(stays).toContainText('Being sent: try again when the outcome is known.');
  }
  await other.keyboard.press('Escape');
  await follow(other, users);
  await planFor(other, ['Kofi Mensah'], 'EMS');
  expect(graph.asked.filter(sends)).toHaveLength(1);

  letGo();
  await expect(run.getByText('Ended', { exact: true })).toBeVisible();
  // one was refused; what was saved meanwhile for the other one was seen by nobody, and not sent
  await expect(numberOf(run, 'Rejected')).toHaveText('1');
  await expect(numberOf(run, 'Applied')).toHaveText('1');
  expect(graph.asked.filter(sends)).toHaveLength(1);
  await expect.poll(badge).toBe(2);
  await expect(page.getByRole('link', { name: 'Pending (1)' })).toBeVisible();

  await reviewAgain(page, CONTOSO.name);
  await expect(numberOf(card(page, CONTOSO.name), 'Users to change')).toHaveText('1');
  await syncNow(page);
  await expect(numberOf(run, 'Applied')).toHaveText('1');
  await expect.poll(() => graph.asked.filter(sends).length).toBe(2);
  await expect.poll(badge).toBe(0);
  await follow(other, users);
  await expect(other.getByText('Nothing pending', { exact: true })).toBeVisible();
  const kofi = userRow(other, 'Kofi Mensah');
  await expect(kofi).toContainText('Enterprise Mobility + Security E3');
  await expect(kofi).not.toContainText('planned');
});
