// A sync of 2,000 users through a real browser, against a cloud behind a port, on a line that loses and delays
// answers, while worse happens at a random moment. Whatever it is, every user is changed once.
import { expect, test, type Page } from '@playwright/test';
import { seededRandom } from '#sandbox/random.ts';
import { browserProcess } from './browser-processes.ts';
import { FaultyCustomer } from './faulty-customer.ts';

/** The same seed strikes at the same moments of the same requests: SYNC_FAULTS_SEED=7 npx playwright test … */
const SEED = Number(process.env['SYNC_FAULTS_SEED'] ?? Date.now() % 1_000_000);

interface Story {
  readonly name: string;
  /** What happens while the first window syncs; gives the window in which the run goes on. */
  readonly tell: (customer: FaultyCustomer, page: Page) => Promise<Page>;
}

const stories: readonly Story[] = [
  {
    name: 'the browser is killed while something is on its way, and once more',
    async tell(customer, first) {
      const kill = async (page: Page): Promise<() => void> => {
        const id = await browserProcess(page.context().browser());
        return () => void process.kill(id, 'SIGKILL');
      };
      const again = async (): Promise<Page> => {
        const page = await customer.startBrowser();
        await page.goto('/pending');
        await customer.resume(page);
        return page;
      };
      await customer.strikeOnTheWay(await kill(first));
      const second = await again();
      await customer.strike(await kill(second));
      return again();
    },
  },
  {
    name: 'its tab is closed, then the network is gone for a while',
    async tell(customer, first) {
      const context = first.context();
      const page = await context.newPage();
      await customer.strike(() => first.close());
      await page.goto('/pending');
      await customer.resume(page);
      await customer.strikeOnTheWay(() => customer.goOffline(context));
      await expect(page.getByText('You are offline', { exact: true })).toBeVisible();
      await expect(page.getByText(/^You are offline\. The sync continues/)).toBeVisible();
      await expect(page.getByText('Syncing', { exact: true })).toHaveCount(0);
      await customer.goOnline(context);
      return page;
    },
  },
  {
    name: 'its tab freezes, another one goes on, and both go on at once',
    async tell(customer, first) {
      const second = await first.context().newPage();
      await second.goto('/pending');
      await expect(second.getByText(/^Another Seatwise window is sending this/)).toBeVisible();
      await customer.freeze(first);
      await customer.resume(second);
      await customer.strike(() => customer.thaw());
      await expect(first.getByText(/^Another Seatwise window is sending this/)).toBeVisible();
      await customer.strike(() => customer.steering(second, 'Pause').click());
      await customer.resumeAtOnce([first, second]);
      return second;
    },
  },
];

for (const { name, tell } of stories) {
  test(`every user of a sync is changed once: ${name} @slow`, async ({ baseURL }) => {
    test.setTimeout(300_000);
    const customer = await FaultyCustomer.start(seededRandom(SEED), baseURL);
    try {
      const first = await customer.startBrowser();
      await customer.beginSync(first);
      const page = await tell(customer, first);
      await customer.expectEachChangedOnce(page);
    } catch (error) {
      if (error instanceof Error) error.message += `\nwith SYNC_FAULTS_SEED=${SEED}`;
      throw error;
    } finally {
      await customer.stop();
    }
  });
}
