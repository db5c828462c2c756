import type { Browser, Page } from '@playwright/test';

interface Process {
  readonly type: string;
  readonly id: number;
  /** In seconds, since it began. */
  readonly cpuTime: number;
}

/** All processes of a browser. */
export async function processesOf(browser: Browser | null): Promise<readonly Process[]> {
  if (browser === null) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

/** The process whose end is the end of the browser. */
export async function browserProcess(browser: Browser | null): Promise<number> {
  const found = (await processesOf(browser)).find(({ type }) => type === 'browser');
  if (found === undefined) throw new Error('no process of the browser');
  return found.id;
}

const BUSY_MS = 500;

/** The process of a tab and its workers: the one that works when the tab does. */
export async function tabProcess(page: Page): Promise<number> {
  const browser = page.context().browser();
  const before = new Map((await processesOf(browser)).map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, BUSY_MS);
  const worked = (await processesOf(browser))
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ id, cpu: cpuTime - (before.get(id) ?? 0) }))
    .sort((a, b) => b.cpu - a.cpu);
  if (worked[0] === undefined) throw new Error('no process of the tab');
  return worked[0].id;
}
