import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.js';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { expectPending, planFor, userRow } from './planning.ts';
import { offlineCopy, Site } from './site.ts';
import { speak } from './speak.ts';
import { toUsers } from './user-list.ts';

/** Opens an address as a person who typed it, and again by a reload. */
async function visit(page: Page, address: string, heading: string | RegExp): Promise<void> {
  const found = page.getByRole('heading', { level: 1, name: heading });
  await page.goto(address);
  await expect(found).toBeVisible();
  await page.reload();
  await expect(found).toBeVisible();
}

test.use({ serviceWorkers: 'allow' });

test('every screen opens and saves without a network, and the plan is there after a reload', async ({
  page,
  context,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  await offlineCopy(page);
  const users = page.url();
  const customer = users.replace(/\/users$/, '');
  await context.setOffline(true);

  await page.reload();
  await expect(
    page.getByText('Offline: plan as usual, and sync once you are online'),
  ).toBeVisible();
  await planFor(page, ['Ada Winter', '丁一'], 'FLOW_FREE');
  const result = page.url();
  await visit(page, result, 'Licenses updated: planned, not yet sent');
  await expect(userRow(page, 'Ada Winter')).toContainText(
    '+ Microsoft Power Automate Free, planned',
  );

  await page.goto(users);
  await page.getByRole('link', { name: '王伟' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '王伟' })).toBeVisible();
  await visit(page, page.url(), '王伟');
  await visit(page, users, 'Users and licenses');
  await expectPending(page, 2);
  await page.getByRole('checkbox', { name: 'Select 王伟' }).click();
  await visit(page, `${customer}/selected`, 'Selected users');
  await visit(page, `${customer}/licenses`, 'Manage licenses');
  await visit(page, customer, TOY_MAKER);
  await visit(page, '/licenses', "All customers' licenses");
  await visit(page, '/import', 'Import');
  await visit(page, '/settings', 'Settings');
  await visit(page, '/', 'Customers');
  await expect(page.getByRole('row', { name: new RegExp(TOY_MAKER) })).toContainText('2');

  await speak(page, 'English', '简体中文');
  await speak(page, '简体中文', '繁體中文');
  await expect(page.getByRole('heading', { level: 1, name: '客戶' })).toBeVisible();
});

test('already the first visit goes on without a network, to screens that were not open yet', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await offlineCopy(page);
  await context.setOffline(true);
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  for (const screen of ['Settings', 'Import', "All customers' licenses"]) {
    await navigation.getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
  }
});

test('closing the browser and opening it again, with the host gone, finds everything as it was', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'seatwise-'));
  const site = await Site.open('build');
  const open = () => chromium.launchPersistentContext(profile, launchOptions());
  try {
    const before = await open();
    const first = await before.newPage();
    const users = await importCustomer(first, TOY_MAKER, toyFiles, site.address);
    await offlineCopy(first);
    await planFor(first, ['Ada Winter'], 'FLOW_FREE');
    await toUsers(first);
    await first.getByRole('checkbox', { name: 'Select 王伟' }).click();
    await users.expectKept();
    const address = first.url();
    await before.close();
    await site.close();

    const after = await open();
    const second = await after.newPage();
    await second.goto(address);
    await expectPending(second, 1);
    await expect(userRow(second, 'Ada Winter')).toContainText('Power Automate Free, planned');
    await planFor(second, ['Bruno Keller'], 'FLOW_FREE');
    await second.goto(site.address);
    // with 王伟, who was selected before, too
    const pending = second.getByRole('link', { name: `3 users of ${TOY_MAKER} pending` });
    await expect(pending).toBeVisible();
    await after.close();
  } finally {
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('the app can be installed: its manifest is complete and its icons are what they say', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const link = page.locator('link[rel=manifest]');
  const address = (await link.getAttribute('href')) ?? '';
  const response = await request.get(address);
  expect(response.headers()['content-type']).toContain('application/manifest+json');
  interface Picture {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
  }
  const manifest = (await response.json()) as {
    icons: (Picture & { purpose: string })[];
    shortcuts: { url: string; icons: Picture[] }[];
    screenshots: Picture[];
  };
  expect(manifest).toMatchObject({
    ...{ name: 'Seatwise', short_name: 'Seatwise', start_url: '/', scope: '/' },
    ...{ display: 'standalone', id: '/' },
  });

  const { icons, shortcuts, screenshots } = manifest;
  expect(shortcuts.map(({ url }) => url)).toEqual(
    ['/', '/pending', '/import'].map((path) => `${path}?from=shortcut`),
  );
  const pictures = [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons), ...screenshots];
  for (const { src, sizes, type } of pictures) {
    const icon = await request.get(src);
    expect(icon.headers()['content-type']).toContain(type.replace('; charset=utf-8', ''));
    if (sizes === 'any') continue;
    const size = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
  const pngSizes = icons.filter(({ type }) => type === 'image/png');
  expect(pngSizes.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    ...['192x192 any', '512x512 any', '512x512 maskable'],
  ]);

  // the browser's own judgement
  await offlineCopy(page);
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const ids = installabilityErrors.map(({ errorId }) => errorId);
  // a window without a trace cannot install anything
  expect(ids.filter((id) => id !== 'in-incognito')).toEqual([]);
});
