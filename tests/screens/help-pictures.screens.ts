// Draws the pictures of Help anew, in each language, into static/pictures/: HELP=1 npm run screenshots
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/messages/locale.ts';
import { loadMessages } from '../../src/messages/messages.ts';
import { openManage } from '../e2e/manage-screen.ts';
import { openOutcomes, openReview, syncNow } from '../e2e/sync-screens.ts';
import { samples, UserListScreen } from '../e2e/user-list.ts';
import { asWebp } from './as-webp.ts';

const INTO = 'static/pictures';
const SIZE = { width: 1120, height: 700 };
/** As wide as Help shows them; sharp enough to read, and a tenth of a PNG. */
const DRAWN = { width: 840, height: 525 };
const QUALITY = 0.5;

test.skip(process.env['HELP'] === undefined, 'the pictures are in the repository');
test.use({ viewport: SIZE });

async function goIn(page: Page, locale: Locale, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
}

test('the pictures of Help', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const draw = async (name: string, locale: Locale): Promise<void> => {
    const png = await page.screenshot({ animations: 'disabled' });
    const picture = await asWebp(page.context(), png, { size: DRAWN, quality: QUALITY });
    writeFileSync(`${INTO}/${name}-${locale}.webp`, picture);
  };
  mkdirSync(INTO, { recursive: true });

  // something is planned and waits for its review, and something is being changed
  const saved = await openManage(page, 3200, null);
  const [customer = ''] = /^.*\/customers\/[^/]+/.exec(page.url()) ?? [];
  await saved.press(saved.box('FLOW_FREE'));
  await saved.startSaving();
  await saved.confirm();
  const change = page.url();
  await openReview(page);
  const review = page.url();
  // new data come first
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled();
  await page.goto(`${customer}/users`);
  const list = new UserListScreen(page);
  // so few that licenses are left for all
  for (const row of [0, 1, 2, 4, 5, 7]) await list.box(row).click();
  await list.expectKept();
  const draft = await saved.enter();
  await draft.press(draft.box('EMS'));
  await expect(draft.saveButton).toBeEnabled();

  for (const locale of locales) {
    const { words } = await loadMessages(locale);
    await page.goto('/settings');
    await page.locator('select').first().selectOption(locale);
    await goIn(page, locale, `${customer}/users`);
    await draw('users', locale);
    await goIn(page, locale, `${customer}/licenses`);
    const save = page.getByRole('button', { name: new RegExp(`^${words.save}(?=$|[:：])`) });
    await expect(save).toBeEnabled();
    await draw('manage', locale);
    await save.click();
    await expect(page.getByRole('dialog').locator('[aria-busy=true]')).toHaveCount(0);
    await expect(page.getByRole('dialog').getByRole('button', { name: words.save })).toBeVisible();
    await draw('save', locale);
    await goIn(page, locale, review);
    await draw('review', locale);
  }

  await page.goto('/settings');
  await page.locator('select').first().selectOption('en');
  await goIn(page, 'en', review);
  await syncNow(page);
  await openOutcomes(page, samples[3200]);
  for (const locale of locales) {
    await page.goto('/settings');
    await page.locator('select').first().selectOption(locale);
    await goIn(page, locale, change);
    await draw('end', locale);
  }
});
