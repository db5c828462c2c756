import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { tooSmall, withFinger } from './touch-targets.ts';

/** WCAG 2.2 A and AA. */
const EVERY_RULE = {
  type: 'tag' as const,
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

/** Those of them that can find something else in another theme. */
const RULES_ABOUT_COLOR = {
  type: 'rule' as const,
  values: ['color-contrast', 'link-in-text-block'],
};

/** What breaks these rules on what is shown now, in words. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // axe stays until another document is loaded: to bring it takes longer than to run it
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const here = (window as unknown as { readonly axe: typeof axe }).axe;
      const found = await here.run(document, options);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      );
    },
    { runOnly, resultTypes: ['violations' as const] },
  );
}

/**
 * Nothing on what is shown now breaks WCAG 2.2 A or AA, light or dark, the page does not scroll
 * sideways, and where a finger presses there is room for it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const found = await violations(page, colorScheme === 'light' ? EVERY_RULE : RULES_ABOUT_COLOR);
    expect(found, `${colorScheme} ${page.url()}`).toEqual([]);
  }
  await expectRoom(page);
}

async function expectRoom(page: Page): Promise<void> {
  expect(await tooSmall(page), `too small for a finger: ${page.url()}`).toEqual([]);
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, `wider than its window: ${page.url()}`).toBeLessThanOrEqual(window);
}

/** The same on a phone and on a desktop, and room on a tablet, in a window as high as it is now; it stays a desktop's. */
export async function expectAccessibleAtEachWidth(page: Page): Promise<void> {
  const height = page.viewportSize()?.height ?? 844;
  await withFinger(page, async () => {
    await page.setViewportSize({ width: 820, height });
    await expectRoom(page);
    await page.setViewportSize({ width: 390, height });
    await expectAccessible(page);
  });
  await page.setViewportSize({ width: 1280, height });
  await expectAccessible(page);
}

/** Waits until what follows a new width or theme is drawn, and nothing moves. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const moves = () => document.getAnimations().some(({ playState }) => playState === 'running');
    for (let frame = 0; frame < 2 || moves(); frame++) await new Promise(requestAnimationFrame);
  });
