import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { downloadOf } from './downloads.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';

/** What a newer Seatwise does when it is opened in a window of its own. */
const bringUp = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('seatwise', 1000);
        opening.onupgradeneeded = () => opening.result.createObjectStore('tomorrow');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const { version } = opening.result;
          opening.result.close();
          resolve(version);
        };
      }),
  );

test('an older window stops when a newer version takes the data over, and an older version never opens it', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const newer = await context.newPage();
  await newer.goto('/icon.svg');
  expect(await bringUp(newer)).toBe(1000);
  const stopped = page.getByRole('heading', {
    level: 1,
    name: 'A newer version of Seatwise is open',
  });
  await expect(stopped).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reload' }).click();

  // this build is the older one: the host went back
  const heading = 'The data on this device belongs to a newer Seatwise';
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expectAccessible(page);
  const { path, name } = await downloadOf(page, () =>
    page.getByRole('button', { name: 'Save a copy of the data' }).click(),
  );
  expect(name).toMatch(/^Seatwise copy \d{4}-\d\d-\d\d\.json$/);
  const copy = JSON.parse(await readFile(path, 'utf8')) as object;
  expect(copy).toMatchObject({ format: 'seatwise-copy', databaseVersion: 100 });
  expect(JSON.stringify(copy)).toContain(TOY_MAKER);
  expect(await bringUp(newer)).toBe(1000);
});

test('a full disk is told as one, not as a private mode', async ({ page }) => {
  await page.route('**/_app/immutable/workers/**', async (route) => {
    const response = await route.fetch();
    const full = `indexedDB.open = () => { throw new DOMException('no room', 'QuotaExceededError'); };`;
    await route.fulfill({ response, body: `${full}\n${await response.text()}` });
  });
  await page.goto('/');
  const heading = page.getByRole('heading', {
    level: 1,
    name: 'There is no space left on this device',
  });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('private mode');
  await page.unrouteAll({ behavior: 'wait' });
});

test('a start that takes longer than it should says so, and can be tried again', async ({
  page,
}) => {
  await page.clock.install();
  await page.route('**/_app/immutable/workers/**', () => undefined);
  await page.goto('/pending');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('Loading…');
  await expect(main.getByText('This is taking longer than it should')).toHaveCount(0);
  await page.clock.fastForward(15_000);
  await expect(main.getByText('This is taking longer than it should')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await main.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pending' })).toBeVisible();
});

test('in a frame of another page nothing is opened', async ({ page, baseURL }) => {
  // a host that ignores the headers
  await page.route(`${baseURL}/**`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  });
  // an address of the same host, because the browser lets no other reach this machine
  await page.route(`${baseURL}/another`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="/settings" width="900" height="700" title="framed"></iframe>',
    }),
  );
  await page.goto('/another');
  const framed = page.frameLocator('iframe');
  const heading = framed.getByRole('heading', {
    level: 1,
    name: 'Seatwise does not run inside another page',
  });
  await expect(heading).toBeVisible();
  await expect(framed.getByRole('button', { name: /backup/ })).toHaveCount(0);
  await page.unrouteAll({ behavior: 'wait' });
});
