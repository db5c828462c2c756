import puppeteer, { type Page } from 'puppeteer-core';
import { launchOptions } from '../../scripts/browser.js';
import type { EngineWindow } from './engine-window.ts';

export const FIREFOX = '/usr/bin/firefox-esr';

/** What Firefox is told of its pointer: no mouse, a finger. */
const FINGER = { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 };

/** A window of Firefox, driven by WebDriver BiDi, or of the Chromium of all other stories; on a tablet. */
export async function openPuppeteer(browser: 'firefox' | 'chrome'): Promise<EngineWindow> {
  const { executablePath, args } = launchOptions();
  const opened = await puppeteer.launch(
    browser === 'firefox'
      ? { browser, executablePath: FIREFOX, extraPrefsFirefox: FINGER }
      : { browser, args, ...(executablePath === undefined ? {} : { executablePath }) },
  );
  const [page = await opened.newPage()] = await opened.pages();
  return windowOf(page, browser === 'chrome', () => opened.close());
}

/** The window that shows this page, touched by a finger or not; `close` ends what it belongs to. */
export function windowOf(page: Page, hasTouch: boolean, close: () => Promise<void>): EngineWindow {
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
    async back() {
      await page.goBack();
    },
    async resize(width, height) {
      await page.setViewport({ width, height, hasTouch });
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
    close,
  };
}
