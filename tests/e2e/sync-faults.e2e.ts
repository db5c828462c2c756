// A sync of 2,000 users through a real browser, against a cloud behind a port, on a line that loses and delays
// answers, while worse happens at a random moment. Whatever it is, every user is changed once.
import { test, type Page } from '@playwright/test';
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
    name: 'the browser is killed, twice',
    async tell(customer, first) {
      let page = first;
      for (let kills = 0; kills < 2; kills++) {
        const id = await browserProcess(page.context().browser());
        await customer.strike(() => void process.kill(id, 'SIGKILL'));
        page = await customer.startBrowser();
        await page.goto('/pending');
        await customer.resume(page);
      }
      return page;
    },
  },
];

for (const { name, tell } of stories) {
  test(`every user of a sync is changed once: ${name}`, async ({ baseURL }) => {
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
