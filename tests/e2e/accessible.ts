import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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

/** Nothing on what is shown now breaks WCAG 2.2 A or AA, light or dark, and the page does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .options({
        runOnly: colorScheme === 'light' ? EVERY_RULE : RULES_ABOUT_COLOR,
        resultTypes: ['violations'],
      })
      // otherwise it opens another window for what frames of other hosts find: there are none
      .setLegacyMode()
      .analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
    expect(found, `${colorScheme} ${page.url()}`).toEqual([]);
  }
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, `wider than its window: ${page.url()}`).toBeLessThanOrEqual(window);
}

/** The same on a phone and on a desktop, in a window as high as it is now; it stays a desktop's. */
export async function expectAccessibleAtEachWidth(page: Page): Promise<void> {
  const height = page.viewportSize()?.height ?? 844;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height });
    await expectAccessible(page);
  }
}

/** Waits until the colors of the new look are there: a change of theme takes a few frames. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
