import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { offlineCopy } from './site.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};

test.use({ serviceWorkers: 'allow' });

/** Everything the browser complained about: console errors, uncaught errors, policy violations. */
function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

test('the app starts under its content policy without a complaint', async ({ page }) => {
  const complaints = watchComplaints(page);
  await page.goto('/');
  await expect(page).toHaveTitle(/Seatwise/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await offlineCopy(page);
  expect(complaints).toEqual([]);
});

test('an offer to install that comes before the app listens is kept, and after an installation the browser is asked to keep the data', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const taken = { offers: 0, questions: 0 };
    Object.assign(window, { taken });
    const prompt = () => Promise.resolve(taken.offers++);
    document.addEventListener('DOMContentLoaded', () => {
      dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
    });
    StorageManager.prototype.persist = () => Promise.resolve(taken.questions++ > 0);
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await page.getByRole('button', { name: 'Install', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Install', exact: true })).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  const taken = () => page.evaluate(() => (window as unknown as { taken: object }).taken);
  await expect.poll(taken).toEqual({ offers: 1, questions: 1 });
});

test('a page that lacks a file of its start says so, in words', async ({ page }) => {
  const words = page
    .getByRole('alert')
    .filter({ hasText: 'A part of Seatwise could not be loaded' });
  const chunks = 'build/_app/immutable/chunks';
  const english = readdirSync(chunks).find(
    (name) =>
      name.endsWith('.js') &&
      readFileSync(`${chunks}/${name}`, 'utf8').includes('Your data is safe on this device'),
  );
  for (const missing of ['**/_app/immutable/entry/app.*.js', `**/${String(english)}`]) {
    await page.route(missing, (route) => route.abort());
    await page.goto('/');
    await expect(words).toBeVisible();
    await page.unroute(missing);
    await words.getByRole('link', { name: 'reload' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
    await expect(words).toHaveCount(0);
  }
});

test('the host and the page send a strict policy', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  const policy = await page
    .locator('meta[http-equiv="content-security-policy"]')
    .getAttribute('content');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
});

test('reloads without a network, at any address', async ({ page, context }) => {
  await page.goto('/');
  await offlineCopy(page);
  const complaints = watchComplaints(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/import?from=shortcut');
  await expect(page).toHaveTitle(/Seatwise/);
  await page.goto('/settings');
  const about = page.getByRole('region', { name: 'About Seatwise' });
  await about.getByText('Show all parts and their licenses').click();
  await expect(about.getByText(/^@azure\/msal-browser [\d.]+ · MIT$/)).toBeVisible();
  const parts = (await about.locator('li summary').allTextContents()).map(
    (text) => text.split(' ')[0],
  );
  // the last ones: carried without being asked for, written in by the builder, copied by hand
  const carried = ['svelte', '@sveltejs/kit', 'workbox-core', 'vite', '@fluentui/svg-icons'];
  expect(parts).toEqual(expect.arrayContaining([...Object.keys(dependencies), ...carried]));
  await about.getByText(/^dexie [\d.]+ · Apache-2.0$/).click();
  await expect(about.getByText('Copyright (c) 2014-2017 David Fahlander')).toBeVisible();
  expect(complaints.filter((text) => /policy|trusted/i.test(text))).toEqual([]);
});

test.describe('without the content policy', () => {
  test.use({ bypassCSP: true });

  test('the service worker refuses requests to foreign places', async ({ page, context }) => {
    const reached: string[] = [];
    await context.route(/^https:/, (route) => {
      reached.push(route.request().url());
      return route.fulfill({ body: 'reached', headers: { 'Access-Control-Allow-Origin': '*' } });
    });
    const ask = (address: string): Promise<string> =>
      page.evaluate(async (url) => {
        try {
          return await (await fetch(url)).text();
        } catch {
          return 'refused';
        }
      }, address);
    await page.goto('/');
    await offlineCopy(page);
    await page.reload();
    expect(await ask('https://example.com/after')).toBe('refused');
    expect(await ask('https://graph.microsoft.com/v1.0/')).toBe('reached');
    expect(reached).not.toContain('https://example.com/after');
  });
});
