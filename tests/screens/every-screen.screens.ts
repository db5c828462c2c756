// Draws every screen, with something planned, saved and sent.
import { expect, test, type Page } from '@playwright/test';
import { ManageScreen, openManage } from '../e2e/manage-screen.ts';
import { openOutcomes, openReview, syncNow } from '../e2e/sync-screens.ts';
import { samples, UserListScreen } from '../e2e/user-list.ts';
import { Camera, isWanted } from './camera.ts';

/** Where each screen is, by its name. */
type Addresses = Map<string, string>;

/** Plans, saves and sends something for a sample customer, and says where every screen is then. */
async function workedWith(page: Page): Promise<Addresses> {
  const at: Addresses = new Map();
  const note = (name: string): void => void at.set(name, page.url());
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

test('every screen', async ({ page }) => {
  const camera = new Camera();
  for (const [name, address] of await workedWith(page)) {
    if (!isWanted(name)) continue;
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
    await camera.draw(page, name);
  }
});
