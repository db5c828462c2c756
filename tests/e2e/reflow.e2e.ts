// People who need large text, high contrast or no movement: the screens of one whole change.
import { expect, test, type Page } from '@playwright/test';
import { openManage, type ManageScreen } from './manage-screen.ts';
import { card, openOutcomes, openReview, syncNow } from './sync-screens.ts';
import { samples } from './user-list.ts';

/** Nothing is cut off at the sides: the page is as wide as its window. */
const expectFits = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), page.url())
    .toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

/** What lies over the middle of the thing that has the focus; null where nothing does. */
const overFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (over !== null && (focused.contains(over) || over.contains(focused))) return null;
    return `${focused.outerHTML} under ${over?.outerHTML ?? 'the edge of the window'}`;
  });

/** The share of the window, from 0 to 1, in which nothing scrolls once the page or dialog is scrolled halfway. */
const stuck = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scrolls = (part: Element) =>
      part.scrollHeight > part.clientHeight + 1 &&
      (part === document.documentElement || /auto|scroll/.test(getComputedStyle(part).overflowY));
    const shown = document.querySelector('dialog[open]') ?? document.documentElement;
    const scrollers = [shown, ...shown.querySelectorAll('*')].filter(scrolls);
    if (scrollers.length === 0) return 0;
    for (const part of scrollers) part.scrollTop = (part.scrollHeight - part.clientHeight) / 2;
    const isStuck = (y: number): boolean => {
      let part = document.elementFromPoint(innerWidth / 2, y);
      while (part !== null && !scrollers.includes(part)) {
        if (/sticky|fixed/.test(getComputedStyle(part).position)) return true;
        part = part.parentElement;
      }
      return false;
    };
    const lines = Array.from({ length: innerHeight }, (_, y) => y);
    return lines.filter(isStuck).length / innerHeight;
  });

/** From the first screen to what a sync brought; `look` is called on each screen. */
async function wholeChange(page: Page, look: () => Promise<void>): Promise<void> {
  await page.goto('/');
  await look();
  const manage: ManageScreen = await openManage(page, 25, null);
  await look();
  await manage.press(manage.box('FLOW_FREE'));
  await manage.openServicePlans('SPE_E3');
  await look();
  await manage.startSaving();
  await expect(manage.dialog).toBeVisible();
  await look();
  await manage.confirm();
  await look();
  await openReview(page);
  await look();
  await syncNow(page);
  await expect(card(page, samples[25]).getByText('Ended', { exact: true })).toBeVisible();
  await look();
  await openOutcomes(page, samples[25]);
  await look();
}

test.describe('at 320 pixels, as 1280 at 400 %', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('a change is made without scrolling sideways, and bars leave most of the window', async ({
    page,
  }) => {
    await wholeChange(page, async () => {
      await expectFits(page);
      expect(await stuck(page), await page.title()).toBeLessThan(0.2);
    });
  });
});

test.describe('at 640 pixels, as 1280 at 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('a change is made without scrolling sideways, and nothing covers what has the focus', async ({
    page,
  }) => {
    await wholeChange(page, () => expectFits(page));
    await page.goto('/settings');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFits(page);
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('Tab');
      expect(await overFocus(page)).toBeNull();
    }
  });
});

test.describe('with forced colors and no movement', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('what is chosen, on and full can still be seen', async ({ page }) => {
    const manage = await openManage(page, 25, null);
    const seen = (name: string) =>
      page
        .getByRole('navigation')
        .getByRole('link', { name, exact: true })
        .evaluate((link) => {
          const of = (pseudo?: string) => {
            const style = getComputedStyle(link, pseudo);
            return [style.backgroundColor, style.borderColor, style.outlineStyle, style.content];
          };
          return JSON.stringify([of(), of('::before'), of('::after')]);
        });
    expect(await seen('Manage licenses')).not.toBe(await seen('History'));
    const painted = await manage.row('SPE_E3').evaluate((row) => {
      const parts = row.querySelectorAll('[role=img] rect');
      return [...parts].map((part) => getComputedStyle(part).fill);
    });
    expect(new Set(painted).size).toBeGreaterThan(1);
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});
