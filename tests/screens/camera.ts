// Draws what a page shows, in each size, theme and language, into screens/. Some of them only:
//   SIZE=1280x800 THEME=dark LANGUAGE=zh-Hans,zh-Hant SCREENS='users|licenses' npm run screenshots
// FULL=1 draws pages to their end.
import { expect, type Page } from '@playwright/test';

const chosen = <T extends string>(name: string, all: readonly T[]): readonly T[] => {
  const wanted = process.env[name];
  return wanted === undefined ? all : all.filter((one) => wanted.split(',').includes(one));
};

const sizes = chosen('SIZE', ['1280x800', '1024x768', '390x844']);
const themes = chosen('THEME', ['light', 'dark']);
const languages = chosen('LANGUAGE', ['en', 'zh-Hans', 'zh-Hant']);
const screens = new RegExp(process.env['SCREENS'] ?? '');
const fullPage = process.env['FULL'] !== undefined;

/** True where this run draws it. */
export const isWanted = (name: string): boolean => screens.test(name);

/**
 * Draws pages of one browser. The language is changed in a window beside them, which every window follows: what is
 * open, a dialog too, stays open, and is found by its English names before and after.
 */
export class Camera {
  readonly #languages: readonly string[];
  readonly #switches: boolean;
  #settings: Page | null = null;

  /** `speaks`: where no window can change the language, the one that the pages speak already. */
  constructor(speaks: readonly string[] = ['en', 'zh-Hans', 'zh-Hant']) {
    this.#languages = languages.filter((one) => speaks.includes(one));
    this.#switches = speaks.length > 1;
  }

  /** Draws it where this run is to; waits for it in any case, so that what comes next finds the same screen. */
  async draw(page: Page, name: string): Promise<void> {
    // while the app starts, there is no heading yet
    const main = page.getByRole('main');
    await expect(page.getByRole('heading').or(main.getByRole('status')).first()).toBeVisible();
    // opened at the first moment, drawn or not: later ones may break what a new window needs
    if (this.#switches && this.#languages.some((one) => one !== 'en')) await this.#open(page);
    if (!isWanted(name)) return settled(page);
    const before = page.viewportSize();
    for (const language of this.#languages) {
      await this.#speak(page, language);
      for (const size of sizes) {
        const [width = 0, height = 0] = size.split('x').map(Number);
        await page.setViewportSize({ width, height });
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          if (fullPage) await page.evaluate(drawAll);
          const path = `screens/${language}/${name}-${size}-${theme}.png`;
          await page.screenshot({ path, fullPage });
        }
      }
    }
    if (this.#switches) await this.#speak(page, 'en');
    if (before !== null) await page.setViewportSize(before);
  }

  /** The window in which the language is changed. */
  async #open(page: Page): Promise<Page> {
    if (this.#settings === null) {
      this.#settings = await page.context().newPage();
      await this.#settings.goto(new URL('/settings', page.url()).href);
      await expect(this.#settings.getByRole('heading', { level: 1 })).toBeVisible();
    }
    return this.#settings;
  }

  async #speak(page: Page, language: string): Promise<void> {
    if ((await page.locator('html').getAttribute('lang')) !== language) {
      const settings = await this.#open(page);
      await settings.locator('select').first().selectOption(language);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await settled(page);
  }
}

/** Pictures far below come when one scrolls there. */
async function drawAll(): Promise<void> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode()));
}

/** Waits until the page shows what it was last asked for. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForTimeout(150);
}
