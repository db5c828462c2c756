import { rm } from 'node:fs/promises';
import { expect, test as base, type Page } from '@playwright/test';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { ImportScreen, importCustomer } from './import-screen.ts';
import { killedVersion, lackingVersion, nextVersion } from './next-version.ts';
import { manageFor, userRow } from './planning.ts';
import { offlineCopy, Site } from './site.ts';

const test = base.extend<{ site: Site; next: string }>({
  // eslint-disable-next-line no-empty-pattern
  next: async ({}, use) => {
    const folder = await nextVersion('build');
    await use(folder);
    await rm(folder, { recursive: true });
  },
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await Site.open('build');
    await use(site);
    await site.close();
  },
});

test.use({ serviceWorkers: 'allow' });

const prompt = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'A new version is ready' });

/** The version that this page came from. */
const version = (page: Page): Promise<'first' | 'next'> =>
  page.evaluate(() => (document.querySelector('meta[name=generator]') ? 'next' : 'first'));

interface Held {
  beIdle: () => void;
}

/** A page with so much to do that it is not idle until it is told. */
const holdIdle = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const works: (() => void)[] = [];
    const beIdle = (): void => {
      window.requestIdleCallback = (work) => setTimeout(work);
      for (const work of works) work();
    };
    window.requestIdleCallback = (work) => works.push(work as () => void);
    Object.assign(globalThis, { beIdle });
  });

/** Waits until the new version is on the device and waits for the person's word. */
async function expectWaiting(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        return registration.waiting !== null;
      }),
    )
    .toBe(true);
}

/** What stands of an offline copy. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));

test('the offline copy is fetched side by side, and the app says when it is whole, or cannot be', async ({
  page,
  site,
}) => {
  site.holdUntilTogether(3);
  await page.goto(site.address);
  await expect(page.getByRole('status').filter({ hasText: 'Ready to work offline' })).toBeVisible();
  await site.close();
  await page.goto(`${site.address}/settings`);
  await expect(page.getByText('Works: all of the app is on this device')).toBeVisible();

  const lacking = await lackingVersion('build');
  const other = await Site.open(lacking);
  await page.goto(other.address);
  const refused = page.getByRole('status').filter({ hasText: 'not work without a network yet' });
  await expect(refused).toContainText('The app could not be put on this device');
  await other.close();
  await rm(lacking, { recursive: true });
});

test('a new version asks before it takes over, and is there after "Reload now", also in a window that was still busy', async ({
  page,
  context,
  site,
  next,
}) => {
  await page.goto(site.address);
  await offlineCopy(page);
  const busy = await context.newPage();
  await holdIdle(busy);
  await busy.goto(site.address);
  await expect(busy.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  site.publish(next);
  await page.reload();
  await expect(prompt(page)).toBeVisible();
  await expect(prompt(page)).toContainText('Version 9.9.9 (next)');
  // what the running version brought is no news
  await expect(prompt(page).getByRole('listitem')).toHaveText(['It flies.']);
  expect(await version(page)).toBe('first');
  await prompt(page).getByRole('button', { name: 'Later' }).click();
  await expect(prompt(page)).toHaveCount(0);
  await page.reload();
  await expect(prompt(page)).toBeVisible();
  expect(await version(page)).toBe('first');

  await prompt(page).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => version(page).catch(() => 'reloading')).toBe('next');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await expect(prompt(page)).toHaveCount(0);

  expect(await version(busy)).toBe('first');
  await busy.evaluate(() => (globalThis as typeof globalThis & Partial<Held>).beIdle?.());
  await expect.poll(() => version(busy).catch(() => 'reloading')).toBe('next');
});

test('a new version waits while a draft is open, in this window or another', async ({
  page,
  context,
  site,
  next,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles, site.address);
  await offlineCopy(page);
  const manage = await manageFor(page, ['Ada Winter']);
  await manage.press(manage.box('FLOW_FREE'));
  site.publish(next);
  await expectWaiting(page);
  await expect(manage.box('FLOW_FREE')).toBeChecked();
  await expect(prompt(page)).toHaveCount(0);

  const other = await context.newPage();
  await other.goto(site.address);
  await prompt(other).getByRole('button', { name: 'Reload now' }).click();
  await expect(other.getByText('Another Seatwise window has unsaved work.')).toBeVisible();
  expect(await version(other)).toBe('first');

  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(prompt(page)).toBeVisible();
  await prompt(other).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => version(other).catch(() => 'reloading')).toBe('next');
  await expect.poll(() => version(page).catch(() => 'reloading')).toBe('next');
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
});

test('a new version waits while files are imported', async ({ page, site, next }) => {
  const screen = await ImportScreen.open(page, site.address);
  await offlineCopy(page);
  await screen.choose(toyFiles);
  await expect(screen.found).toBeVisible();
  site.publish(next);
  await expectWaiting(page);
  await expect(prompt(page)).toHaveCount(0);
  await screen.run(TOY_MAKER);
  await expect(prompt(page)).toBeVisible();
  expect(await version(page)).toBe('first');
});

test('the kill switch takes the offline copy back, leaves the data, and loads no page twice', async ({
  page,
  context,
  site,
  next,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles, site.address);
  await offlineCopy(page);
  const killed = await killedVersion('build');
  site.publish(killed);
  let loads = 0;
  page.on('load', () => (loads += 1));
  let workers = 0;
  context.on('serviceworker', () => (workers += 1));
  // the offline copy answers, and the browser looks for a newer one meanwhile
  await page.reload();
  // the app that comes from the host wants an offline copy again, and gets none
  await expect.poll(() => workers).toBe(2);
  await expect(page.locator('meta[name=generator]')).toBeAttached();
  await expect.poll(() => left(page)).toEqual({ registrations: 0, caches: [] });
  expect(loads).toBe(2);
  await expect(userRow(page, 'Ada Winter')).toBeVisible();
  await rm(killed, { recursive: true });

  site.publish(next);
  await page.reload();
  await offlineCopy(page);
  await site.close();
  await page.reload();
  await expect(userRow(page, 'Ada Winter')).toBeVisible();
});
