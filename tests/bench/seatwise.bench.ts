import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.js';
import { benchmarkSample } from '../../src/sandbox/sample-spec.ts';
import { Site } from '../e2e/site.ts';
import { writeSite } from './bundle.ts';
import { ASKED_FROM, resultOf } from './contest.ts';
import { hotInHeap, hotInTime, Origins } from './hot-functions.ts';
import { ask, profileWeight, weigh } from './page.ts';
import { writeDocs } from './performance-page.ts';
import {
  MEMORY,
  MOST_STORED_ROWS,
  type Part,
  type Report,
  type Result,
  type Shape,
} from './protocol.ts';
import { readResults, writeResults } from './results.ts';
import { buildApp, measureScreen, OPEN, TURN } from './screen.ts';
import { growthTable, profileRows, tableHead, tableRow } from './table.ts';
import { WorkerProfiler } from './worker-profiler.ts';

const FILE = join(import.meta.dirname, '../../bench/results.json');

const IS_SIZED = process.env['BENCH_USERS'] !== undefined;
const SIZES = (process.env['BENCH_USERS'] ?? '100000').split(',').map(Number);
/** Users of the sync: of 14,500, 10,388 hold a license directly. */
const SYNCED = Math.min(14_500, ...SIZES);
/** Of more users than a row store is filled with, nearly all with sets of their own fit into no browser beside what they are compared with. */
const shapesOf = (n: number): Shape[] => {
  const usual = n > MOST_STORED_ROWS ? 'roles' : 'roles,adversarial';
  return (process.env['BENCH_SHAPES'] ?? usual).split(',') as Shape[];
};
const ONLY = process.env['BENCH_STEP'] ?? null;
/** Steps that are profiled although they hold. */
const PROFILED = process.env['BENCH_PROFILE'] ?? null;

const print = (text: string): void => console.log(text);
const begin = performance.now();
/** A line with the seconds since the begin before it, so that it shows which step takes how long. */
const printLine = (text: string): void =>
  print(`${String(Math.round((performance.now() - begin) / 1000)).padStart(4)} s${text}`);

let folder: string;
let site: Site;
/** Where the built app is, once it is built. */
let app: string | null = null;
let browser: BrowserContext;
let page: Page;
let profiler: WorkerProfiler;
let origins: Origins;
let machine = '';
const results: Result[] = [];
const disagreements: string[] = [];
const failures: string[] = [];
// of sizes that are measured as a whole nothing of an earlier run stays
const isStale = ({ n }: Result): boolean => ONLY === null && (!IS_SIZED || SIZES.includes(n));
const kept = readResults(FILE).filter((one) => !isStale(one));

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seatwise-bench-'));
  await writeSite(join(folder, 'site'));
  site = await Site.open(join(folder, 'site'));
  const { args, ...options } = launchOptions(true);
  // a profile on the disk: an incognito one would keep IndexedDB in memory
  browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    // what is served there changes, and markup is set as text
    ...{ serviceWorkers: 'block', bypassCSP: true },
    args: [
      ...args,
      '--enable-blink-features=ForceEagerMeasureMemory',
      '--js-flags=--max-old-space-size=4096',
    ],
  });
  page = browser.pages()[0] ?? (await browser.newPage());
  profiler = await WorkerProfiler.of(page);
  origins = new Origins(join(folder, 'site'), true);
  const version = browser.browser()?.version() ?? (await page.evaluate(() => navigator.userAgent));
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  machine = `Chromium ${version}, ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}`;
  print(machine);
});

test.afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

function take(result: Result): void {
  results.push(result);
  printLine(tableRow(result));
}

/** Starts the profiler; or stops it, prints what it saw, and keeps that with the line that falls short. */
async function watch({ step, of, is }: Extract<Report, { kind: 'profile' }>): Promise<void> {
  if (is === 'begun') return of === 'time' ? profiler.startTime() : profiler.startHeap();
  const profile =
    of === 'time'
      ? hotInTime(await profiler.stopTime(), origins)
      : hotInHeap(await profiler.stopHeap(), origins);
  print(profileRows(profile).join('\n'));
  const last = results.at(-1);
  const at = results.findLastIndex(
    (one) =>
      one.step === step && one.n === last?.n && one.shape === last.shape && one.holds === false,
  );
  const result = results[at];
  if (result !== undefined) results[at] = { ...result, profile };
}

async function onReport(report: Report): Promise<void> {
  if (report.kind === 'profile') await watch(report);
  if (report.kind === 'heading') {
    print(`\n${report.text}`);
    printLine(tableHead());
  }
  if (report.kind === 'result') take(report.result);
  if (report.kind === 'disagreement') disagreements.push(report.text);
}

/** An empty page, in which no worker runs any more. */
async function openBench(): Promise<void> {
  site.publish(join(folder, 'site'));
  await page.goto(site.address);
}

async function measure(kind: Part, users: number, shape: Shape): Promise<void> {
  await openBench();
  if (kind === 'pull' || kind === 'sync') {
    await onReport({
      kind: 'heading',
      text: `${kind}, ${users.toLocaleString('en')} users, ${shape}`,
    });
  }
  await ask(page, { kind, users, shape, only: ONLY, profiled: PROFILED }, onReport);
}

/** Bytes for each user, as columns against objects. */
async function weighUsers(n: number, shape: Shape): Promise<void> {
  // the browser waits a minute for the answer of a large worker that is just ending
  await anew();
  await openBench();
  const weight = await weigh(page, n, shape);
  if (weight === null) {
    print('memory: this browser does not say');
    return;
  }
  const step = MEMORY;
  const objects = weight.rows === null ? null : [weight.rows / n];
  const bound = n < ASKED_FROM ? null : { atLeast: 3 };
  const other = objects && { against: 'objects in memory', times: objects, bound };
  const result = resultOf({ step, n, shape }, [weight.columns / n], other);
  take(result);
  if (result.holds !== false && !isNamed(step, PROFILED)) return;
  await profileWeight(page, { users: n, shape }, onReport);
}

const isNamed = (step: string, text: string | null): boolean =>
  text !== null && step.toLowerCase().includes(text.toLowerCase());
const isWanted = (step: string): boolean => ONLY === null || isNamed(step, ONLY);

/** What a person sees, in the built app. */
async function measureOnScreen(n: number, shape: Shape): Promise<void> {
  app ??= buildApp();
  await measure('store', n, shape);
  const { id: customerId } = benchmarkSample(n, shape);
  site.publish(app);
  const shown = { folder: app, origin: site.address, customerId, n, shape };
  const named = { wants: isWanted, wantsProfile: (step: string) => isNamed(step, PROFILED) };
  for (const result of await measureScreen(page, shown, named)) {
    take(result);
    if (result.profile) print(profileRows(result.profile).join('\n'));
  }
}

const BESIDE = ['memory', 'pull', 'sync'] as const;

/** True where the steps of that part are to run. */
function isAsked(part: 'customer' | 'screen' | (typeof BESIDE)[number]): boolean {
  if (part === 'screen') return isWanted(OPEN) || isWanted(TURN);
  if (ONLY === null) return true;
  // a name that says that it is one of the screen's
  if (/screen|cold|turn/i.test(ONLY)) return false;
  const named = BESIDE.find((word) => ONLY.toLowerCase().includes(word)) ?? 'customer';
  return named === part || (part === 'customer' && named === 'memory');
}

/** One part; where it fails, what was measured stays, and the others go on in a new page. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(`${name}: ${String(error)}`);
    print(`${name} failed: ${String(error)}`);
    await anew();
  }
  writeResults(FILE, kept, results);
}

/** A page of its own, in which nothing ran before. */
async function anew(): Promise<void> {
  const last = page;
  page = await browser.newPage();
  profiler = await WorkerProfiler.of(page);
  await last.close();
}

/** Whatever else the machine did meanwhile. */
function busyness(): string {
  const [, , load = 0] = loadavg();
  return `its load was ${load.toFixed(1)} over the last 15 minutes, ours included`;
}

test('the benchmark', async () => {
  const most = Math.max(...SIZES);
  test.setTimeout(Math.max(1, most / 100_000) * 30 * 60_000);
  for (const n of SIZES) {
    for (const shape of shapesOf(n)) {
      const part = (name: Parameters<typeof isAsked>[0], work: () => Promise<void>) =>
        isAsked(name) ? attempt(`${name}, ${n} users, ${shape}`, work) : Promise.resolve();
      await part('customer', () => measure('customer', n, shape));
      await part('memory', () => weighUsers(n, shape));
      await part('screen', () => measureOnScreen(n, shape));
      await part('pull', () => measure('pull', n, shape));
    }
  }
  if (isAsked('sync')) await attempt('sync', () => measure('sync', SYNCED, 'roles'));
  const all = writeResults(FILE, kept, results);
  const growth = growthTable(all);
  print(
    growth
      .map(([name = '', ...cells]) => name.padEnd(56) + cells.map((c) => c.padStart(12)).join(''))
      .join('\n'),
  );
  if (process.env['BENCH_DOCS'] === '1') await writeDocs(all, `${machine}; ${busyness()}`);
  expect(failures).toEqual([]);
  expect(disagreements).toEqual([]);
  expect(results).not.toEqual([]);
});
