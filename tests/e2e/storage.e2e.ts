import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { ImportScreen } from './import-screen.ts';
import { planFor } from './planning.ts';
import { card, reviewAgain, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

/** Decides what the browser answers when the app asks it to keep its data. */
async function answerPersist(page: Page, setting: 'granted' | 'denied'): Promise<void> {
  const browser = page.context().browser();
  const devtools = await page.context().newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  const session = await browser?.newBrowserCDPSession();
  await session?.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting,
    ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
  });
}

/** Counts how often the page asks. */
async function countQuestions(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const ask = StorageManager.prototype.persist;
    StorageManager.prototype.persist = function () {
      const asked = Number(sessionStorage.getItem('asked') ?? 0) + 1;
      sessionStorage.setItem('asked', String(asked));
      return ask.call(this);
    };
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('asked') ?? 0));
}

for (const [setting, onResult, inSettings] of [
  [
    'granted',
    'The browser keeps this data even when space runs low.',
    'Persistent: the browser does not delete it by itself',
  ],
  [
    'denied',
    'The browser may delete this data when space runs low.',
    'Best effort: the browser may delete it when the disk is nearly full',
  ],
] as const) {
  test(`the first import asks the browser to keep the data, and shows its answer once: ${setting}`, async ({
    page,
  }) => {
    await answerPersist(page, setting);
    const questions = await countQuestions(page);
    const screen = await ImportScreen.open(page);
    expect(await questions()).toBe(0);
    await screen.choose(toyFiles);
    await screen.run(TOY_MAKER);
    await expect(page.getByText(onResult)).toBeVisible();
    expect(await questions()).toBe(1);
    await screen.toUsers();
    await planFor(page, ['Ada Winter'], 'FLOW_FREE');
    await expect(page.getByText(onResult)).toHaveCount(0);
    expect(await questions()).toBe(1);

    await follow(page, '/settings');
    await expect(page.getByText(inSettings)).toBeVisible();
    const ask = page.getByRole('button', { name: 'Ask the browser to keep the data' });
    if (setting === 'granted') {
      await expect(ask).toHaveCount(0);
      return;
    }
    await ask.click();
    await expect(page.getByText('The browser did not agree.')).toBeVisible();
  });
}

/** From the next page on the disk takes nothing, while `isFull` says so. */
async function limitDisk(page: Page, isFull: () => boolean): Promise<void> {
  await page.route('**/_app/immutable/workers/**', async (route) => {
    const response = await route.fetch();
    const refuse = `for (const name of ['put', 'add']) {
      IDBObjectStore.prototype[name] = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    }`;
    const body = `${isFull() ? refuse : ''}\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
}

test('on a full disk everything can be read, and a sync that cannot begin says why, and begins when there is room', async ({
  page,
}) => {
  const list = await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor'], 'FLOW_FREE');
  let isFull = true;
  await limitDisk(page, () => isFull);
  await page.goto(users);
  await expect(list.box(0)).toBeVisible();
  await list.press('Username');
  await expect(list.box(0)).toBeVisible();
  await page.reload();
  await expect(list.box(0)).toBeVisible();
  await list.box(0).click();
  const none = page.getByRole('alert').filter({ hasText: 'There is no space left on this device' });
  await expect(none).toContainText('What you did last was not kept.');
  await none.getByRole('button', { name: 'Dismiss' }).click();
  await expect(none).toHaveCount(0);

  const sync = async (): Promise<void> => {
    await page.goto('/pending');
    await reviewAgain(page, samples[25]);
    await syncNow(page);
  };
  await sync();
  const told = page.getByText(
    `The sync of ${samples[25]} stopped: there is no space left on this device`,
  );
  await expect(told).toBeVisible();
  await expectAccessible(page);
  isFull = false;
  await sync();
  await expect(card(page, samples[25]).getByText('Ended', { exact: true })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('where four fifths of what the browser allows are used, every screen warns until it is dismissed, and what is not kept is told', async ({
  page,
}) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.resolve({ usage: 8e8, quota: 1e9 });
  });
  await page.goto('/rules');
  const low = page.getByRole('status').filter({ hasText: 'This device is running low on space' });
  await expect(low).toContainText('Seatwise uses 800 MB of the 1 GB that the browser allows.');
  await low.getByRole('link', { name: 'Settings' }).click();
  await expect(low).toBeVisible();
  await low.getByRole('button', { name: 'Dismiss' }).click();
  await expect(low).toHaveCount(0);

  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.getByRole('radio', { name: 'Compact' }).check();
  const refused = page.getByRole('status').filter({ hasText: 'does not keep what you chose' });
  await expect(refused).toContainText('Customers and changes are not affected.');
});

test('in Safari on an iPad the steps to the Home Screen stand on the first screen and after the first import, until they are dismissed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: false });
  });
  const steps = page.getByText('Choose Share, then Add to Home Screen.');
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await page.goto('/');
  await expect(steps).toBeVisible();
  await dismiss.click();
  await expect(steps).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeVisible();
  await expect(steps).toHaveCount(0);
  const screen = await ImportScreen.open(page);
  await screen.choose(toyFiles);
  await screen.run(TOY_MAKER);
  await expect(steps).toBeVisible();
  await expectAccessible(page);
  await dismiss.click();
  await screen.toUsers();
  await planFor(page, ['Ada Winter'], 'FLOW_FREE');
  await expect(steps).toHaveCount(0);
});
