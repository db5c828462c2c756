import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { planFor } from './planning.ts';
import { card, syncNow } from './sync-screens.ts';
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
    'The browser keeps the data on this device, also when space runs low.',
    'Persistent: the browser does not delete it by itself',
  ],
  [
    'denied',
    'The browser may remove the data of this device when space runs low.',
    'Best effort: the browser may delete it when the disk is nearly full',
  ],
] as const) {
  test(`the first Save asks the browser to keep the data, and shows its answer: ${setting}`, async ({
    page,
  }) => {
    await answerPersist(page, setting);
    const questions = await countQuestions(page);
    await importCustomer(page, TOY_MAKER, toyFiles);
    const users = page.url();
    expect(await questions()).toBe(0);
    await planFor(page, ['Ada Winter'], 'FLOW_FREE');
    await expect(page.getByText(onResult)).toBeVisible();
    expect(await questions()).toBe(1);
    await page.goto(users);
    await planFor(page, ['王伟'], 'FLOW_FREE');
    await expect(page.getByText(onResult)).toBeVisible();
    expect(await questions()).toBe(1);

    await page.goto('/settings');
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

  const sync = async (): Promise<void> => {
    await page.goto('/pending');
    await page.getByRole('checkbox', { name: `Select ${samples[25]}` }).check();
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await syncNow(page);
  };
  await sync();
  const told = page.getByText(
    `The sync of ${samples[25]} broke off: there is no room left on this device`,
  );
  await expect(told).toBeVisible();
  await expectAccessible(page);
  isFull = false;
  await sync();
  await expect(card(page, samples[25]).getByText('Ended', { exact: true })).toBeVisible();
  await expect(told).toHaveCount(0);
});
