// One customer for as long as asked, in two windows of a browser that is reloaded, killed and brought to
// another version, by random steps from a seed: after each step every window shows what the planner's
// oracle says, and the memory stays flat.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seededRandom } from '#sandbox/random.ts';
import { manyToyUsers } from '../e2e/files/toy-maker.ts';
import { skusFile, usersFile } from '../e2e/files/graph-files.ts';
import { flow, visio } from '../e2e/files/products.ts';
import { importCustomer } from '../e2e/import-screen.ts';
import { nextVersion } from '../e2e/next-version.ts';
import { offlineCopy, Site } from '../e2e/site.ts';
import { ageOfNext, nothingPlanned, redone, saved, undone, type Plan } from './model.ts';
import { heapOf, SoakBrowser } from './soak-browser.ts';
import { SoakWindow } from './soak-window.ts';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 10);
const SEED = Number(process.env['SOAK_SEED'] ?? 1);
const USERS = 24;
const CUSTOMER = 'Evergreen Repairs';
const TENANT = '2b7e1516-28ae-4d2a-8bf7-158809cf4f3c';
/** A heap or a process may grow by so much until its caches are full; what goes on growing is a leak. */
const MOST_GROWTH = 1.5;

// a row shows two licenses of a user, and only how many more
const products = [flow, visio];
const people = manyToyUsers(USERS);
const names = people.map(({ name }) => name);
const files = [
  skusFile(
    TENANT,
    'evergreen',
    products.map((product) => ({ product, enabled: 10_000 })),
  ),
  usersFile('users.json', people),
];

const steps = ['save', 'undo', 'redo', 'reload', 'cut', 'swap', 'update'] as const;
const weights: Readonly<Record<(typeof steps)[number], number>> = {
  ...{ save: 10, undo: 3, redo: 3, reload: 2, cut: 1, swap: 2, update: 1 },
};
const drawn = steps.flatMap((step) => Array.from({ length: weights[step] }, () => step));

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Says how a measure went, and that it did not go on growing: its second half against its first. */
function expectFlat(what: string, sizes: readonly number[]): void {
  const half = Math.floor(sizes.length / 2);
  const [first, second] = [median(sizes.slice(0, half)), median(sizes.slice(half))];
  const range = `${megabytes(Math.min(...sizes))} to ${megabytes(Math.max(...sizes))}`;
  console.log(`${what}: ${range}, median ${megabytes(first)}, then ${megabytes(second)}`);
  if (sizes.length >= 10) expect(second, what).toBeLessThan(first * MOST_GROWTH);
}

test(`${MINUTES} minutes, seed ${SEED}`, async () => {
  test.setTimeout((MINUTES + 5) * 60_000);
  const random = seededRandom(SEED);
  const profile = await mkdtemp(join(tmpdir(), 'seatwise-soak-'));
  const site = await Site.open('build');
  const versions = ['build', await nextVersion('build')];
  const browser = new SoakBrowser(profile);
  await browser.open();
  const first = await browser.newPage();
  await importCustomer(first, CUSTOMER, files, site.address);
  await offlineCopy(first);
  const address = first.url();
  const windowAt = async (): Promise<SoakWindow> => {
    const window = new SoakWindow(await browser.newPage(), address, names, products);
    await window.open();
    return window;
  };
  await first.close();

  let [acting, watching] = [await windowAt(), await windowAt()];
  let plan = nothingPlanned(USERS);
  let running = 0;
  const counts = new Map<string, number>();
  const heaps: number[] = [];
  const memories: number[] = [];
  const end = Date.now() + MINUTES * 60_000;

  /** Opens both windows again in a browser that was just killed. */
  const comeBack = async (possible: readonly Plan[]): Promise<void> => {
    await browser.open();
    acting = await windowAt();
    plan = await acting.expectOneOf(possible);
    watching = await windowAt();
  };

  while (Date.now() < end) {
    const step = random.pick(drawn);
    const users = Array.from({ length: USERS }, (_, user) => user)
      .filter(() => random.chance(0.12))
      .slice(0, 4);
    const { part } = random.pick(products);
    const cutAfter = random.below(400);
    if ((step === 'save' || step === 'cut') && users.length === 0) continue;
    if (step === 'undo' && plan.done.length === 0) continue;
    if (step === 'redo' && plan.undone.length === 0) continue;
    const number = [...counts.values()].reduce((all, count) => all + count, 0) + 1;
    counts.set(step, (counts.get(step) ?? 0) + 1);
    await test.step(`${number}: ${step} ${users.join()} ${part}`, async () => {
      switch (step) {
        case 'save': {
          const wish = acting.wish(plan, users, part);
          await (await acting.startSaving(users, part)).confirm();
          plan = saved(plan, wish, products);
          break;
        }
        case 'cut': {
          const after = saved(plan, acting.wish(plan, users, part), products);
          const manage = await acting.startSaving(users, part);
          void manage.confirm().catch(() => undefined);
          await acting.page.waitForTimeout(cutAfter);
          await browser.kill();
          await comeBack([plan, after]);
          break;
        }
        case 'undo':
        case 'redo':
          await acting.step(step, ageOfNext(plan, step));
          plan = step === 'undo' ? undone(plan) : redone(plan);
          break;
        case 'reload':
          await acting.page.reload();
          break;
        case 'swap':
          [acting, watching] = [watching, acting];
          break;
        case 'update': {
          running = 1 - running;
          site.publish(versions[running] ?? 'build');
          await acting.page.reload();
          await acting.page.getByRole('button', { name: 'Reload now' }).click();
          const mark = running === 1 ? 1 : 0;
          for (const { page } of [acting, watching]) {
            await expect(page.locator('meta[name=generator]')).toHaveCount(mark);
          }
          break;
        }
      }
      // a window that nobody touches follows what the other one does
      await watching.expectOneOf([plan]);
      await acting.open();
      await acting.expectOneOf([plan]);
    });
    heaps.push(await heapOf(watching.page));
    const memory = await browser.memory();
    if (memory !== null) memories.push(memory);
  }

  console.log(
    `seed ${SEED}: ${[...counts].map(([step, count]) => `${count} × ${step}`).join(', ')}`,
  );
  expectFlat('heap of the window that only watches', heaps);
  expectFlat('memory of all pages and workers', memories);
  await browser.close();
  await site.close();
  await rm(profile, { recursive: true, force: true });
  await rm(versions[1] ?? '', { recursive: true });
});
