// Draws every screen, in each size, theme and language, into screens/. Some of them only:
//   SIZE=1280x800 THEME=dark LANGUAGE=zh-Hans SCREENS='users|licenses' npm run screenshots
import { expect, test, type Page } from '@playwright/test';
import { ManageScreen, openManage } from '../e2e/manage-screen.ts';
import { openOutcomes, openReview, syncNow } from '../e2e/sync-screens.ts';
import { samples, UserListScreen } from '../e2e/user-list.ts';

const chosen = <T extends string>(name: string, all: readonly T[]): readonly T[] => {
  const wanted = process.env[name];
  return wanted === undefined ? all : all.filter((one) => one === wanted);
};

const sizes = chosen('SIZE', ['1280x800', '1024x768', '390x844']);
const themes = chosen('THEME', ['light', 'dark']);
const languages = chosen('LANGUAGE', ['en', 'zh-Hans', 'zh-Hant']);
const screens = new RegExp(process.env['SCREENS'] ?? '');

/** Where each screen is, by its name. */
type Addresses = Map<string, string>;

/** Plans, saves and sends something for a sample customer, and says where every screen is then. */
async function workedWith(page: Page): Promise<Addresses> {
  const at: Addresses = new Map();
  const note = (name: string): void => void at.set(name, page.url());
  await page.goto('/');
  note('empty');
  const manage = await openManage(page, 3200, null);
  const [customer = ''] = /^.*\/customers\/[^/]+/.exec(page.url()) ?? [];
  await manage.press(manage.box('FLOW_FREE'));
  await manage.startSaving();
  await manage.confirm();
  note('licenses-updated');
  at.set('report', `${page.url()}/report`);
  await openReview(page);
  await syncNow(page);
  await openOutcomes(page, samples[3200]);
  note('outcomes');
  await page.goto(`${customer}/users`);
  await page.locator('tbody').getByRole('rowheader').getByRole('link').first().click();
  await page.waitForURL(/\/users\/[^/]+$/);
  note('user');
  await page.goto(`${customer}/users`);
  await new UserListScreen(page).pageBox.click();
  const again = await new ManageScreen(page).enter();
  await again.press(again.box('FLOW_FREE'), 2);
  for (const name of ['users', 'selected', 'licenses', 'history', 'connect', 'handed-over']) {
    at.set(name, `${customer}/${name}`);
  }
  at.set('overview', customer);
  await again.startSaving();
  await again.confirm();
  await openReview(page);
  note('review');
  await page.goto(`${customer}/users`);
  await new UserListScreen(page).pageBox.click();
  const draft = await new ManageScreen(page).enter();
  await draft.press(draft.box('SPE_F1'));
  await draft.press(draft.box('VISIOCLIENT'));
  const root = new URL('/', page.url()).href;
  at.set('customers', root);
  for (const name of ['import', 'all-licenses', 'pending', 'rules', 'settings']) {
    at.set(name, `${root}${name === 'all-licenses' ? 'licenses' : name}`);
  }
  at.set('pending-users', `${root}pending/users`);
  at.set('help', `${root}help`);
  at.set('register-app', `${root}help/register-app`);
  at.set('find', `${root}customers/find`);
  at.set('missing', `${root}nowhere`);
  return at;
}

for (const language of languages) {
  test(`every screen, ${language}`, async ({ page, browser, baseURL }) => {
    const draw = async (of: Page, name: string, address: string): Promise<void> => {
      if (!screens.test(name)) return;
      for (const size of sizes) {
        const [width = 0, height = 0] = size.split('x').map(Number);
        await of.setViewportSize({ width, height });
        for (const theme of themes) {
          await of.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await of.goto(address);
          await of.waitForLoadState('networkidle');
          await expect(of.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
          await of.screenshot({ path: `screens/${language}/${name}-${size}-${theme}.png` });
        }
      }
    };
    const addresses = await workedWith(page);
    await page.evaluate((tag) => localStorage.setItem('seatwise.locale', tag), language);
    await page.goto('/settings');
    await page.locator('select').first().selectOption(language);
    const fresh = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      locale: { en: 'en', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[language],
    });
    for (const [name, address] of addresses) {
      if (name === 'empty') await draw(await fresh.newPage(), name, address);
      else await draw(page, name, address);
    }
    await fresh.close();
  });
}
