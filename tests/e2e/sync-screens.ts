import { expect, type Locator, type Page } from '@playwright/test';
import type { AdminDeed } from '../../src/sandbox/cloud/admin-deed.ts';
import { follow } from './follow.ts';
import { manageFor, planFor } from './planning.ts';
import { openUsers, samples } from './user-list.ts';

/** The card of a customer's run, or of its review. */
export const card = (page: Page, customer: string): Locator =>
  page.getByRole('region', { name: customer, exact: true });

/** The number that stands under a word on a card. */
export const numberOf = (place: Locator, word: string): Locator =>
  place.getByRole('term').filter({ hasText: word }).locator('xpath=following-sibling::dd[1]');

/** From Licenses updated to the review of what is pending. */
export const openReview = (page: Page): Promise<void> => toReview(page, 'Review pending and sync');

/** On Pending: chooses a customer, and goes to the review of it. */
export async function reviewAgain(page: Page, customer: string): Promise<void> {
  await page.getByRole('checkbox', { name: `Select ${customer}` }).check();
  await toReview(page, 'Review');
}

async function toReview(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Review before syncing' }),
  ).toBeVisible();
}

/** On the review: fills in what is asked for, presses Sync now, and waits for Pending. */
export async function syncNow(page: Page): Promise<void> {
  const sync = page.getByRole('main').getByRole('button', { name: 'Sync now' });
  // what has to be typed is known once there is something that can be sent
  const told = page.getByRole('status').filter({ hasText: /^[1-9]\d* customers?, [\d,]+ users?$/ });
  await expect(told).toBeVisible({ timeout: 60_000 });
  const name = page.getByLabel('Your name');
  if (await name.isVisible()) await name.fill('Kim Lee');
  for (const field of await page.getByLabel(/^To confirm/).all()) {
    const label =
      (await field.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent)) ?? '';
    await field.fill((/: ([\d,]+)$/.exec(label.trim())?.[1] ?? '').replaceAll(',', ''));
  }
  await sync.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pending' })).toBeVisible();
}

/** Waits until the run of a customer has ended, and opens its outcomes. */
export async function openOutcomes(page: Page, customer: string): Promise<Locator> {
  await expect(card(page, customer).getByText('Ended', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: `See outcomes of ${customer}` }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes of the sync' })).toBeVisible();
  return page.getByRole('main').locator('tbody tr');
}

/** Ticks or clears how the cloud of a sample customer behaves, on the page of the customer. */
export async function setMood(page: Page, mood: string, on = true): Promise<void> {
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  const box = page.getByRole('checkbox', { name: mood, exact: true });
  await box.setChecked(on);
  // the disclosure says how many are on once that is stored
  await page.getByText('Sandbox: how the sample cloud behaves').click();
}

/** On the page of a sample customer: another administrator does something to two users who are pending. */
async function somebodyElse(page: Page, deed: AdminDeed): Promise<void> {
  await page.getByRole('combobox', { name: 'Another administrator, now' }).selectOption(deed);
  await page.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText('Done to 2 users.', { exact: true })).toBeVisible();
}

/**
 * Plans for five users of the first sample customer, lets another administrator change four of them and
 * the access end, and syncs until that is told. Gives the addresses of the customer and of its last change.
 */
export async function syncAgainstOthers(page: Page): Promise<{ home: string; change: string }> {
  await openUsers(page, 25);
  const users = page.url();
  const home = users.replace(/\/users$/, '');
  await planFor(page, ['Åsa Lindqvist', 'Chidi Okafor', 'Zoë van der Meer'], 'VISIOCLIENT');
  await follow(page, users);
  await planFor(page, ['Łukasz Wiśniewski', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await follow(page, home);
  await page.getByText('Sandbox: how the sample cloud behaves').click();
  await somebodyElse(page, 'changesLicense');
  await somebodyElse(page, 'deletes');
  await page.getByRole('checkbox', { name: 'Access has ended', exact: true }).check();
  await follow(page, change);
  await openReview(page);
  await syncNow(page);
  const run = card(page, samples[25]);
  await expect(run.getByText('No access', { exact: true })).toBeVisible({ timeout: 60_000 });
  return { home, change };
}

/** Opens the second sample customer, lets its cloud misbehave, and plans a product for 100 users of it. */
export async function planForMany(page: Page, ...moods: readonly string[]): Promise<void> {
  const list = await openUsers(page, 3200);
  const users = page.url();
  await follow(page, users.replace(/\/users$/, ''));
  for (const mood of moods) await setMood(page, mood);
  await follow(page, users);
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
  await expect(page.getByText('1–100 of 3,200').first()).toBeVisible();
  await list.pageBox.click();
  await expect(list.selectedLink).toHaveText('Selected users (100)');
  const manage = await manageFor(page, []);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save();
}

/** A number on a card. */
export const countOf = async (place: Locator, word: string): Promise<number> =>
  Number((await numberOf(place, word).textContent())?.replaceAll(',', ''));

/** Waits until a number on a card is more than 0. */
export const expectSome = (place: Locator, word: string): Promise<void> =>
  expect(numberOf(place, word)).not.toHaveText('0', { timeout: 60_000 });
