// Draws screens when they are empty, when something failed, and while something runs.
import { readFile } from 'node:fs/promises';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { addCustomer, CONTOSO, openCloud } from '../e2e/cloud-customer.ts';
import { enterClientId } from '../e2e/connect-screen.ts';
import { downloadOf } from '../e2e/downloads.ts';
import { textFile } from '../e2e/files/made-file.ts';
import { TOY_MAKER, toyFiles } from '../e2e/files/toy-maker.ts';
import { HeldWork } from '../e2e/held-work.ts';
import { importCustomer, ImportScreen } from '../e2e/import-screen.ts';
import { nextVersion } from '../e2e/next-version.ts';
import { manageFor, planFor } from '../e2e/planning.ts';
import { offlineCopy, Site } from '../e2e/site.ts';
import {
  card,
  expectSome,
  openOutcomes,
  openReview,
  planForMany,
  setMood,
  syncAgainstOthers,
  syncNow,
} from '../e2e/sync-screens.ts';
import { openUsers, samples } from '../e2e/user-list.ts';
import { Camera } from './camera.ts';

const AT = '@brightfield.example';

async function drawAll(
  camera: Camera,
  page: Page,
  places: readonly (readonly [string, string])[],
): Promise<void> {
  for (const [name, address] of places) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await camera.draw(page, name);
  }
}

test('what is empty', async ({ page }) => {
  const camera = new Camera();
  await drawAll(camera, page, [
    ['empty-pending', '/pending'],
    ['empty-pending-users', '/pending/users'],
    ['empty-all-licenses', '/licenses'],
    ['empty-review', '/pending/review'],
    ['missing-customer', '/customers/none'],
  ]);
  await page.goto('/rules');
  await page.getByRole('searchbox').first().fill('no such rule');
  await camera.draw(page, 'empty-rules');
  await openUsers(page, 25);
  const customer = page.url().replace(/\/users$/, '');
  await drawAll(camera, page, [
    ['empty-selected', `${customer}/selected`],
    ['empty-manage', `${customer}/licenses`],
    ['empty-history', `${customer}/history`],
    ['missing-user', `${customer}/users/none`],
    ['missing-change', `${customer}/changes/none`],
    ['missing-run', `${customer.replace('/customers/', '/pending/')}/runs/none`],
    ['empty-drift', `${customer.replace('/customers/', '/pending/')}/drift`],
    ['missing-list', `${customer}/lists/none`],
    ['overview-small', customer],
  ]);
  await page.goto('/licenses');
  await page.getByRole('searchbox').first().fill('no such product');
  await camera.draw(page, 'none-match-all-licenses');
});

test('what a file does', async ({ page }) => {
  const camera = new Camera();
  const screen = await ImportScreen.open(page);
  await screen.choose(toyFiles);
  await screen.name.fill(TOY_MAKER);
  await camera.draw(page, 'import-review');
  await screen.run(TOY_MAKER);
  await camera.draw(page, 'import-done');
  await page.goto('/import');
  await screen.choose(toyFiles);
  await expect(screen.found).toBeVisible();
  await camera.draw(page, 'import-again');
  await page.goto('/import');
  const rows = [
    'User,Product,Action',
    ...[
      `ada${AT},Visio Plan 2,assign`,
      `ding${AT},SPE_E3,revoke`,
      `an${AT},No such product,assign`,
    ],
    ...[`nobody${AT},Visio Plan 2,assign`, `ding${AT},SPE_E3,revoke`, `li${AT},SPE_E3,assign`],
  ];
  await screen.choose([textFile('Monday.csv', `${rows.join('\r\n')}\r\n`, 'text/csv')]);
  const list = page.getByRole('region', { name: 'Monday.csv is an assignment list' });
  await list.getByRole('combobox', { name: 'Customer' }).selectOption({ index: 1 });
  await expect(list.getByText('The last row read is row 7.')).toBeVisible();
  await camera.draw(page, 'import-list');
  await list.getByRole('button', { name: 'Show what it would do' }).click();
  const result = list.getByRole('region', { name: 'What the list would do' });
  await expect(result).toBeVisible();
  await result.scrollIntoViewIfNeeded();
  await camera.draw(page, 'import-list-result');
  await result.getByRole('link', { name: 'Review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Review the/ })).toBeVisible();
  await camera.draw(page, 'list-review');
  await page.goto('/import');
  await screen.choose([
    textFile('notes.txt', 'nothing that can be read\n', 'text/plain'),
    textFile('broken.json', '{"value": [', 'application/json'),
  ]);
  await page.waitForTimeout(1500);
  await camera.draw(page, 'import-refused');
});

test('what takes a while', async ({ page }) => {
  const camera = new Camera();
  const work = await HeldWork.in(page);
  const screen = await ImportScreen.open(page);
  await screen.choose(toyFiles);
  await screen.name.fill(TOY_MAKER);
  await work.hold();
  await screen.importButton.click();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible();
  await camera.draw(page, 'import-running');
  await work.letGo();
  await expect(page.getByRole('heading', { name: /was imported$/ })).toBeVisible();
  await page.goto('/settings');
  const { path, name } = await downloadOf(page, () =>
    page.getByRole('button', { name: 'Save a backup of everything' }).click(),
  );
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a backup file…' }).click();
  const buffer = await readFile(path);
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  const restore = page.getByRole('button', { name: 'Restore 1 customer' });
  await expect(restore).toBeVisible();
  await page
    .getByRole('region', { name: 'Customers in the backup' })
    .evaluate((part) => part.scrollIntoView({ block: 'center' }));
  await camera.draw(page, 'settings-restore');
});

test('what a sync says', async ({ page }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  await planForMany(page, 'Too many requests');
  await openReview(page);
  await syncNow(page);
  const run = card(page, samples[3200]);
  await expectSome(run, 'Applied');
  await expect(run.getByText(/^Microsoft asks to wait \d+ s$/)).toBeVisible({ timeout: 60_000 });
  await camera.draw(page, 'sync-waits');
  await page.getByRole('button', { name: `Stop after this batch: ${samples[3200]}` }).click();
  await expect(run.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 60_000 });
  await camera.draw(page, 'sync-stopped');
});

test('what Microsoft refuses', async ({ page }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  const { home } = await syncAgainstOthers(page);
  const run = card(page, samples[25]);
  await camera.draw(page, 'sync-no-access');
  await page.goto(home);
  await setMood(page, 'Access has ended', false);
  await page.goto('/pending');
  await page.getByRole('button', { name: `Resume the sync of ${samples[25]}` }).click();
  await expect(run.getByText('Ended', { exact: true })).toBeVisible({ timeout: 60_000 });
  await camera.draw(page, 'sync-ended');
  await openOutcomes(page, samples[25]);
  await camera.draw(page, 'outcomes-conflicts');
  await page.goto(`${home.replace('/customers/', '/pending/')}/drift`);
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(4);
  await camera.draw(page, 'drift');
  await page.goto('/pending');
  await camera.draw(page, 'pending-conflicts');
  await page.goto('/pending/users');
  await camera.draw(page, 'pending-users-conflicts');
  await page.goto(home);
  await camera.draw(page, 'overview-conflicts');
});

test('what Microsoft 365 is needed for', async ({ page, context }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  const { graph } = await openCloud(context);
  await enterClientId(page);
  await page.goto('/customers/find');
  await camera.draw(page, 'find-sign-in');
  await addCustomer(page);
  await camera.draw(page, 'overview-connected');
  const home = page.url();
  await page.goto('/customers/find');
  await expect(page.getByText(CONTOSO.name).first()).toBeVisible();
  await camera.draw(page, 'find-found');
  await page.goto('/settings');
  await page.getByRole('region', { name: 'Connect to Microsoft 365' }).scrollIntoViewIfNeeded();
  await camera.draw(page, 'settings-signed-in');
  await page.goto(`${home}/users`);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  graph.goAtBatch();
  await syncNow(page);
  const run = card(page, CONTOSO.name);
  await expect(run.getByText(/^Microsoft 365 does not answer\./)).toBeVisible();
  await camera.draw(page, 'sync-no-answer');
  await context.setOffline(true);
  await expect(run.getByText(/^You are offline\./)).toBeVisible();
  await camera.draw(page, 'sync-offline');
});

test('what needs a sign-in', async ({ page, context }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  await openCloud(context);
  await addCustomer(page);
  const home = page.url();
  await page.goto(`${home}/users`);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  // another window, in which nobody is signed in
  const other = await context.newPage();
  await other.goto(page.url());
  await openReview(other);
  await camera.draw(other, 'review-sign-in');
  await syncNow(other);
  await expect(other.getByRole('button', { name: 'Sign in', exact: true }).first()).toBeVisible();
  await camera.draw(other, 'sync-sign-in');
});

/** From the next page on, runs this in every worker before its own code. */
const beforeWorkers = (context: BrowserContext, own: string): Promise<unknown> =>
  context.route('**/_app/immutable/workers/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${own}\n${await response.text()}` });
  });

const full = (names: readonly string[]): string =>
  names
    .map((name) => `${name} = () => { throw new DOMException('no room', 'QuotaExceededError'); };`)
    .join('\n');

test('what a disk refuses', async ({ page, context }) => {
  const camera = new Camera();
  const list = await openUsers(page, 25);
  await planFor(page, ['Chidi Okafor'], 'FLOW_FREE');
  const change = page.url();
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.resolve({ usage: 8e8, quota: 1e9 });
  });
  await page.goto('/rules');
  await expect(page.getByText('This device is running low on space')).toBeVisible();
  await camera.draw(page, 'disk-low');
  await beforeWorkers(
    context,
    full(['IDBObjectStore.prototype.put', 'IDBObjectStore.prototype.add']),
  );
  await page.goto(change.replace(/changes.*$/, 'users'));
  await list.box(0).click();
  await expect(page.getByText('There is no space left on this device')).toBeVisible();
  await camera.draw(page, 'disk-full');
  await page.goto('/pending');
  await page.getByRole('checkbox', { name: `Select ${samples[25]}` }).check();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await syncNow(page);
  await expect(page.getByText(/stopped: there is no space/)).toBeVisible();
  await camera.draw(page, 'sync-broke-off');
  await context.unrouteAll();
});

for (const [locale, language] of [
  ['en', 'en'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
] as const) {
  test(`what stands in the place of the app, ${language}`, async ({ browser, baseURL }) => {
    const camera = new Camera([language]);
    const context = await browser.newContext({ ...(baseURL && { baseURL }), locale });
    await context.route('**/_app/immutable/workers/**', async (route) => {
      const response = await route.fetch();
      const body = `${full(['indexedDB.open'])}\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(1000);
    await camera.draw(page, 'closed-disk-full');
    await context.close();
    const fresh = await browser.newContext({ ...(baseURL && { baseURL }), locale });
    const first = await fresh.newPage();
    await first.goto('/');
    await first.waitForLoadState('networkidle');
    await camera.draw(first, 'empty');
    // a worker that never comes: what is waited for, and what is said when it takes long
    await fresh.route('**/_app/immutable/workers/**', () => undefined);
    const waiting = await fresh.newPage();
    await waiting.goto('/pending');
    await camera.draw(waiting, 'loading');
    await waiting.waitForTimeout(16_000);
    await camera.draw(waiting, 'late');
    await fresh.close();
  });
}

test.describe('with an offline copy', () => {
  test.use({ serviceWorkers: 'allow' });

  test('what the app says of itself', async ({ page, context }) => {
    const camera = new Camera();
    const site = await Site.open('build');
    await page.goto(site.address);
    await expect(page.getByText('Ready to work offline')).toBeVisible();
    await camera.draw(page, 'offline-ready');
    await importCustomer(page, TOY_MAKER, toyFiles, site.address);
    await offlineCopy(page);
    site.publish(await nextVersion('build'));
    await page.reload();
    await expect(page.getByText('A new version is ready')).toBeVisible();
    await camera.draw(page, 'update-ready');
    const busy = await context.newPage();
    await busy.goto(page.url());
    const manage = await manageFor(busy, ['Ada Winter']);
    await manage.press(manage.box('FLOW_FREE'));
    await page.getByRole('button', { name: 'Reload now' }).click();
    await expect(page.getByText('Another Seatwise window has unsaved work.')).toBeVisible();
    await camera.draw(page, 'update-held');
    await page.getByRole('button', { name: 'Later' }).click();
    await context.setOffline(true);
    await camera.draw(page, 'offline');
    await site.close();
  });
});
