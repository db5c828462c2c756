import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.js';
import { browserProcess, processesOf } from '../e2e/browser-processes.ts';

const PAGE_OF_MEMORY = 4_096;

/** A browser with a profile that outlives it. */
export class SoakBrowser {
  readonly #profile: string;
  #context: BrowserContext | null = null;

  constructor(profile: string) {
    this.#profile = profile;
  }

  async open(): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...launchOptions(),
      viewport: { width: 1280, height: 900 },
    });
  }

  newPage(): Promise<Page> {
    return this.#open.newPage();
  }

  /** Ends it without a word, as a crash or an empty battery does. */
  async kill(): Promise<void> {
    const context = this.#open;
    const id = await browserProcess(context.browser());
    const closed = context.waitForEvent('close');
    process.kill(id, 'SIGKILL');
    await closed;
    this.#context = null;
  }

  /** Of all processes that run pages and their workers, in bytes; null where the system does not say. */
  async memory(): Promise<number | null> {
    const processes = await processesOf(this.#browser);
    const sizes = processes
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readFile(`/proc/${id}/statm`, 'utf8').catch(() => null));
    const pages = (await Promise.all(sizes)).map((text) => Number(text?.split(' ')[1] ?? NaN));
    const sum = pages.reduce((all, size) => all + size, 0) * PAGE_OF_MEMORY;
    return Number.isNaN(sum) ? null : sum;
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }

  get #open(): BrowserContext {
    if (this.#context === null) throw new Error('the browser is not open');
    return this.#context;
  }

  get #browser(): Browser | null {
    return this.#open.browser();
  }
}

/** What the scripts of a page hold once everything that can go is gone, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
