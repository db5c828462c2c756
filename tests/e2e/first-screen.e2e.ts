import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { ImportScreen } from './import-screen.ts';
import { bytesSent, filesSaying, importersOfStart, kernelFiles } from './sent-code.ts';

/** The worker gets its kernel; all else of it stands still until it is let come, or found missing. */
async function holdRest(page: Page): Promise<{ come: () => void; lose: () => void }> {
  const kernel = kernelFiles();
  let decide: (isThere: boolean) => void = () => undefined;
  const decided = new Promise<boolean>((resolve) => (decide = resolve));
  await page.route('**/_app/immutable/workers/**', async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (kernel.has(file) || (await decided)) await route.continue();
    else await route.fulfill({ status: 404 });
  });
  return { come: () => decide(true), lose: () => decide(false) };
}

/** All code that a first visit may fetch until something can be pressed, in bytes as sent. */
const MOST_SENT = 60_000;
/** That, and what the worker starts with. */
const MOST_SENT_WITH_WORKER = 92_000;
/** All code that choosing the first files may fetch, with the texts of every screen. */
const MOST_SENT_TO_CHOOSE = 98_000;

const USERS = {
  name: 'users.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Display name,User principal name\nAda Winter,ada@northwind.example\n'),
};

/** Notes when the first screen can be used. */
function noteWhenUsable(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('main button.primary:enabled') === null) return;
    performance.mark('usable');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** The scripts that a page had asked for when its first screen could be used. */
async function fetchedUntilUsable(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() => {
    const usableAt = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= usableAt)
      .map(({ name }) => new URL(name).pathname.slice(1));
  });
  return paths.filter((path) => path.endsWith('.js'));
}

test('the first screen is there before the worker, and what is pressed waits for it', async ({
  page,
}) => {
  const rest = await holdRest(page);
  await page.addInitScript(noteWhenUsable);
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  const fetched = await fetchedUntilUsable(page);
  // WebKit would run it once for each way to it, and so carry out every command twice
  expect(importersOfStart()).toEqual([]);
  const kernel = kernelFiles();
  expect(fetched.filter((file) => kernel.has(file))).toEqual([]);
  expect(bytesSent(fetched)).toBeLessThan(MOST_SENT);
  expect(bytesSent([...fetched, ...kernel])).toBeLessThan(MOST_SENT_WITH_WORKER);

  await expect(page.getByRole('progressbar')).toBeVisible();
  rest.come();
  await expect(page.getByRole('table')).toBeVisible();
});

test('on a new device files are chosen before the worker is there, and wait for it', async ({
  page,
}) => {
  const rest = await holdRest(page);
  await page.addInitScript(noteWhenUsable);
  const screen = await ImportScreen.open(page);
  await screen.choose([USERS]);
  const fetched = await fetchedUntilUsable(page);
  const kernel = kernelFiles();
  expect(fetched.filter((file) => kernel.has(file))).toEqual([]);
  expect(bytesSent(fetched)).toBeLessThan(MOST_SENT_TO_CHOOSE);
  await expect(page.getByRole('progressbar')).toBeVisible();
  rest.come();
  await expect(page.getByRole('button', { name: 'Import 1 user' })).toBeVisible();
});

test('files that fall on Import of a new device before anything is started wait for it', async ({
  page,
}) => {
  // the app starts its worker in an idle moment
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = (begin) => {
      addEventListener('idle', () => begin({ didTimeout: false, timeRemaining: () => 0 }));
      return 0;
    };
  });
  const screen = await ImportScreen.open(page);
  await screen.drop([USERS]);
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Loading…');
  await page.evaluate(() => dispatchEvent(new Event('idle')));
  await expect(page.getByRole('button', { name: 'Import 1 user' })).toBeVisible();
});

test('what is asked for before its texts are here opens when they came', async ({ page }) => {
  const texts = filesSaying('Customer, user, product, screen or action');
  expect(texts).toHaveLength(1);
  let come = (): void => undefined;
  const came = new Promise<void>((resolve) => (come = resolve));
  await page.route(`**/${texts[0]}`, async (route) => {
    await came;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeEnabled();
  await page.keyboard.press('Control+K');
  await page.getByRole('link', { name: 'Import', exact: true }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeVisible();
  come();
  await expect(page.getByRole('dialog', { name: 'Search everywhere' })).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Import', includeHidden: true }),
  ).toHaveCount(1);
});

test('a part of the worker that is missing is told, and nothing is waited for in vain', async ({
  page,
}) => {
  const rest = await holdRest(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeEnabled();
  rest.lose();
  const told = page.getByRole('heading', { level: 1, name: 'Seatwise did not load completely' });
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/_app/immutable/workers/**');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Try with sample customers' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});
