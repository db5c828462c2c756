import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.js';
import { createSite } from '../../scripts/serve.js';
import { writeSite } from './bundle.ts';
import { ask, weigh } from './page.ts';
import type { Report, Shape } from './protocol.ts';
import { tableHead, tableRow } from './table.ts';

const USERS = Number(process.env['BENCH_USERS'] ?? 100_000);
/** Of these, most hold a license directly. */
const SYNCED = Number(process.env['BENCH_SYNCED'] ?? 14_500);
const SHAPES = (process.env['BENCH_SHAPES'] ?? 'roles,adversarial').split(',') as Shape[];

const print = (text: string): void => console.log(text);

let folder: string;
let site: Server;
let browser: BrowserContext;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seatwise-bench-'));
  await writeSite(join(folder, 'site'));
  site = createSite(join(folder, 'site'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { args, ...options } = launchOptions();
  // a profile on the disk: an incognito one would keep IndexedDB in memory
  browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    args: [
      ...args,
      '--enable-blink-features=ForceEagerMeasureMemory',
      '--js-flags=--max-old-space-size=4096',
    ],
  });
  page = browser.pages()[0] ?? (await browser.newPage());
  const version = browser.browser()?.version() ?? (await page.evaluate(() => navigator.userAgent));
  print(`Chromium ${version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
});

test.afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Prints what is reported, and keeps what must not be. */
const reporter =
  (disagreements: string[]) =>
  (report: Report): void => {
    if (report.kind === 'heading') print(`\n${report.text}\n${tableHead()}`);
    if (report.kind === 'line') print(tableRow(report.line));
    if (report.kind === 'disagreement') disagreements.push(report.text);
  };

const open = (): Promise<unknown> =>
  page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);

for (const shape of SHAPES) {
  test(`${USERS} users, ${shape}`, async () => {
    test.setTimeout(Math.max(1, USERS / 100_000) * 30 * 60_000);
    await open();
    const disagreements: string[] = [];
    const onReport = reporter(disagreements);
    await ask(page, { kind: 'measure', users: USERS, shape }, onReport);
    print(await weigh(page, USERS, shape));
    expect(disagreements).toEqual([]);
  });
}

test(`a sync of ${SYNCED} users`, async () => {
  await open();
  const disagreements: string[] = [];
  print(
    `\nsync; "one by one" is a durable transaction for each batch with a row per user, and nothing else`,
  );
  print(tableHead());
  await ask(page, { kind: 'sync', users: SYNCED, shape: 'roles' }, reporter(disagreements));
  expect(disagreements).toEqual([]);
});

for (const shape of SHAPES) {
  test(`a pull of ${USERS} users, ${shape}`, async () => {
    await open();
    const disagreements: string[] = [];
    print(
      `\npull of ${USERS.toLocaleString('en')} users, ${shape}; "one by one" is JSON.parse of the same bytes`,
    );
    print(tableHead());
    await ask(page, { kind: 'pull', users: USERS, shape }, reporter(disagreements));
    expect(disagreements).toEqual([]);
  });
}
