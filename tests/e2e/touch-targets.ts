import { expect, type Page } from '@playwright/test';

/** What a finger needs, in CSS pixels. */
const FINGER = 44;

/** Where a finger presses: what can be pressed now, outside of running text, and is smaller, in words. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    if (!matchMedia('(pointer: coarse)').matches) return [];
    const shown = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const found = shown.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=option]',
    );
    /** A link among words is as high as its line. */
    const isInText = (target: HTMLElement): boolean => {
      const text = target.closest('p')?.textContent.trim();
      const isInline = getComputedStyle(target).display === 'inline';
      return isInline && text !== undefined && text !== target.textContent.trim();
    };
    const isLarge = (part: Element): boolean => {
      const { width, height } = part.getBoundingClientRect();
      // a browser rounds where a line begins
      return width >= least - 0.5 && height >= least - 0.5;
    };
    const isSeen = (target: HTMLElement): boolean => {
      const { width, height, bottom } = target.getBoundingClientRect();
      // what only readers are told is one pixel; the skip link waits above the window
      return (
        target.checkVisibility({ visibilityProperty: true }) &&
        height > 1 &&
        width > 1 &&
        bottom > 0
      );
    };
    const areas = (target: HTMLElement): Element[] => [
      target,
      ...(target instanceof HTMLInputElement ? (target.labels ?? []) : []),
    ];
    return [...found]
      .filter((target) => isSeen(target) && !isInText(target) && !areas(target).some(isLarge))
      .map((target) => {
        const { width, height } = target.getBoundingClientRect();
        return `${Math.round(width)}x${Math.round(height)} ${target.outerHTML.slice(0, 160)}`;
      });
  }, FINGER);

/** Does something in this window as on a tablet or phone, where a finger presses. */
export async function withFinger(page: Page, act: () => Promise<void>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  await act();
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await devtools.detach();
}
