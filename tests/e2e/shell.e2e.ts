import { expect, test, type Page } from '@playwright/test';

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

async function waitForOfflineCopy(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test('the app starts under its content policy without a complaint', async ({ page }) => {
  const complaints = watchComplaints(page);
  await page.goto('/');
  await expect(page).toHaveTitle(/Seatwise/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await waitForOfflineCopy(page);
  expect(complaints).toEqual([]);
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
  await waitForOfflineCopy(page);
  const complaints = watchComplaints(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/import?from=shortcut');
  await expect(page).toHaveTitle(/Seatwise/);
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
    await waitForOfflineCopy(page);
    await page.reload();
    expect(await ask('https://example.com/after')).toBe('refused');
    expect(await ask('https://graph.microsoft.com/v1.0/')).toBe('reached');
    expect(reached).not.toContain('https://example.com/after');
  });
});
