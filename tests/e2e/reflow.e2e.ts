// People who need large text, high contrast or no movement: the screens of one whole change.
import { expect, test, type Page } from '@playwright/test';
import { ManageScreen, openManage } from './manage-screen.ts';
import { card, openOutcomes, openReview, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

const softly = expect.configure({ soft: true });

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
  const manage = await openManage(page, 25, null);
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

/** How many rows of the list stand wholly in the window, and under nothing. */
const wholeRows = (page: Page): Promise<number> =>
  page
    .locator('tbody')
    .first()
    .evaluate(
      (body) =>
        [...body.children].filter((row) => {
          const { left, top, bottom, width, height } = row.getBoundingClientRect();
          const isSeen = (y: number) =>
            row.contains(document.elementFromPoint(left + width / 2, y));
          return height > 0 && isSeen(top + 1) && isSeen(bottom - 1);
        }).length,
    );

/** On a tablet that is held upright, with a finger: each product one line, also the overdrawn one with its button. */
async function expectOneLineEach(page: Page, manage: ManageScreen): Promise<void> {
  const before = page.viewportSize();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.setViewportSize({ width: 820, height: 1180 });
  const view = manage.row('SPE_E3').getByRole('button', { name: 'View service plans' });
  for (const product of ['SPE_E3', 'EXCHANGEENTERPRISE']) {
    const height = async () => (await manage.row(product).boundingBox())?.height;
    await expect.poll(height, product).toBeLessThanOrEqual(64);
  }
  const finger = await view.boundingBox();
  expect(Math.min(finger?.width ?? 0, finger?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await browser.detach();
  if (before !== null) await page.setViewportSize(before);
}

test.describe('at 1280 × 800', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('12 users, 10 products and 10 results are seen at once, and no screen is wider than 1024 or 900', async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const expectRows = (least: number): Promise<void> =>
      expect.poll(() => wholeRows(page), page.url()).toBeGreaterThanOrEqual(least);
    const narrow = async (): Promise<void> => {
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
      for (const width of [1024, 900]) {
        await page.setViewportSize({ width, height: 800 });
        await expectFits(page);
        // nor is a table wider than its place
        const wide = () =>
          page
            .locator('.table-region')
            .evaluateAll((regions) =>
              regions
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
                .map(({ ariaLabel, scrollWidth }) => `${ariaLabel}: ${scrollWidth}`),
            );
        await softly.poll(wide, `${page.url()} at ${width}`).toEqual([]);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    const list = await openUsers(page, 3200);
    await expectRows(12);
    await list.pageBox.click();
    await expect(list.selectedLink).toHaveText('Selected users (25)');
    await expectRows(12);
    await narrow();
    const manage = await new ManageScreen(page).enter();
    await expectRows(10);
    const bars = manage.section.locator('tbody').getByRole('img');
    const begins = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().x));
    expect(begins.length).toBeGreaterThan(10);
    expect(new Set(begins).size).toBe(1);
    await expectOneLineEach(page, manage);
    await manage.press(manage.box('FLOW_FREE'));
    await narrow();
    await manage.save();
    await expectRows(10);
    await narrow();
    await openReview(page);
    await narrow();
    await syncNow(page);
    await narrow();
    await openOutcomes(page, samples[3200]);
    await expectRows(10);
    await narrow();
    for (const name of ['Overview', 'Selected users', 'History']) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await narrow();
    }
    for (const name of [
      'Customers',
      "All customers' licenses",
      'Import',
      'Rules',
      'Settings',
      'Help',
    ]) {
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await narrow();
    }
  });
});
