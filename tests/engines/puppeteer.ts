import puppeteer from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.js';
import type { EngineWindow } from './engine-window.ts';

export const FIREFOX = '/usr/bin/firefox-esr';

/** A window of Firefox, driven by WebDriver BiDi, or of the Chromium of all other stories. */
export async function openPuppeteer(browser: 'firefox' | 'chrome'): Promise<EngineWindow> {
  const { executablePath, args } = launchOptions();
  const opened = await puppeteer.launch(
    browser === 'firefox'
      ? { browser, executablePath: FIREFOX }
      : { browser, args, ...(executablePath === undefined ? {} : { executablePath }) },
  );
  const [page = await opened.newPage()] = await opened.pages();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    async run(work, ...args) {
      const answer: unknown = await page.evaluate(
        work as (...all: readonly unknown[]) => unknown,
        ...args,
      );
      return answer as Awaited<ReturnType<typeof work>>;
    },
    async open(address) {
      await page.goto(address, { waitUntil: 'load' });
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    async resize(width, height) {
      await page.setViewport({ width, height });
    },
    async load(script) {
      await page.evaluate(script);
    },
    async click({ x, y }) {
      await page.mouse.click(x, y);
    },
    async type(text) {
      await page.keyboard.type(text);
    },
    complaints: () => Promise.resolve(complaints),
    async close() {
      await opened.close();
    },
  };
}
