import { expect, test } from '@playwright/test';
import { chooseFiles } from './downloads.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { importCustomer } from './import-screen.ts';
import { manageFor } from './planning.ts';
import { speak } from './speak.ts';
import { UserListScreen } from './user-list.ts';

for (const [locale, lang, heading] of [
  ['zh-CN', 'zh-Hans', '客户'],
  ['zh-SG', 'zh-Hans', '客户'],
  ['zh-TW', 'zh-Hant', '客戶'],
  ['zh-HK', 'zh-Hant', '客戶'],
  ['en-GB', 'en', 'Customers'],
  ['fr', 'en', 'Customers'],
] as const) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test('decides the first language', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    });
  });
}

test('switching the language on Manage licenses keeps ticks, selection and what is open', async ({
  page,
}) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const manage = await manageFor(page, ['Ada Winter', '丁一', '王伟']);
  await manage.press(manage.box('FLOW_FREE'));
  await manage.press(manage.box('SPE_E3'));
  await manage.openServicePlans('VISIOCLIENT');
  await expect(manage.saveButton).toHaveText('Save: assign 4 licenses');

  const languages = [
    ['English', '简体中文', 'zh-Hans', '管理许可证', '保存：分配 4 个许可证'],
    ['简体中文', '繁體中文', 'zh-Hant', '管理授權', '儲存：指派 4 個授權'],
    ['繁體中文', 'English', 'en', 'Manage licenses', 'Save: assign 4 licenses'],
  ] as const;
  for (const [from, to, lang, heading, save] of languages) {
    await speak(page, from, to);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('button', { name: save, exact: true })).toBeEnabled();
    const table = page.getByRole('region').filter({ hasText: 'FLOW_FREE' }).last();
    const boxOf = (partNumber: string) =>
      table.getByRole('row').filter({ hasText: partNumber }).getByRole('checkbox').first();
    await expect(boxOf('FLOW_FREE')).toBeChecked();
    await expect(boxOf('SPE_E3')).toBeChecked();
    await expect(page.getByRole('list', { name: /3$/ }).getByRole('listitem')).toHaveCount(3);
    await expect(page.getByText('VISIOONLINE').or(page.getByText('Visio Web App'))).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Manage licenses' })).toBeVisible();
});

test('dates, numbers and the order of names follow the language', async ({ page }) => {
  await importCustomer(page, TOY_MAKER, toyFiles);
  const users = new UserListScreen(page);
  const hanNames = async () => (await users.names()).filter((name) => /\p{Script=Han}/u.test(name));
  const today = new Date();
  const dateIn = (tag: string): string =>
    today.toLocaleDateString(tag, { year: 'numeric', month: 'short', day: 'numeric' });
  const updated = (tag: string) => page.getByTitle(dateIn(tag));
  await expect(updated('en-GB')).toHaveText('Updated today');

  // by pinyin: an, ding, li, wang; by strokes: 2, 4, 6, 7
  const languages = [
    ['English', '简体中文', 'zh-Hans', ['安然', '丁一', '李娜', '王伟']],
    ['简体中文', '繁體中文', 'zh-Hant', ['丁一', '王伟', '安然', '李娜']],
  ] as const;
  for (const [from, to, lang, order] of languages) {
    await speak(page, from, to);
    await expect.poll(hanNames).toEqual(order);
    await expect(updated(lang)).toHaveText('今天更新');
  }
  await page.getByRole('link', { name: '所有客戶的授權' }).click();
  await expect(page.getByRole('row', { name: /FLOW_FREE/ })).toContainText('10,000');
});

test.describe('in Traditional Chinese', () => {
  test.use({ locale: 'zh-TW' });

  test('a person imports, assigns and saves, and reads that nothing is done yet', async ({
    page,
  }) => {
    await page.goto('/import');
    await chooseFiles(page, page.getByRole('button', { name: '選擇檔案…' }), toyFiles);
    await page.getByLabel('客戶名稱').fill('亮野玩具');
    await page.getByRole('button', { name: '匯入 6 位使用者' }).click();
    const main = page.getByRole('main');
    await main.getByRole('link', { name: '使用者和授權', exact: true }).click();
    await expect(page.getByRole('columnheader', { name: '使用者', exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: '選取目前頁面上的所有使用者' }).click();
    await page.getByRole('link', { name: '選取的使用者 (6)' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '選取的使用者' })).toBeVisible();
    await main.getByRole('link', { name: '管理授權' }).last().click();
    const section = page.getByRole('region', { name: '指派及撤銷授權', exact: true });
    await section
      .getByRole('row', { name: /FLOW_FREE/ })
      .getByRole('checkbox')
      .click();
    await page
      .getByRole('button', { name: '儲存：將 Microsoft Power Automate Free 指派給 5 位使用者' })
      .click();
    await page.getByRole('dialog').getByLabel('您的姓名').fill('林小美');
    await page.getByRole('dialog').getByRole('button', { name: '儲存', exact: true }).click();
    await expect(
      page.getByRole('heading', {
        level: 1,
        name: '已更新授權：6 位使用者中有 5 位待同步、1 位未變更',
      }),
    ).toBeVisible();
    await expect(page.getByText('Microsoft 365 中尚無任何變更。')).toBeVisible();
    await expect(page.getByRole('row', { name: /李娜/ })).toContainText('使用位置');
  });
});

test('a chosen language is remembered, also by a new window, against the browser', async ({
  page,
  context,
}) => {
  await page.goto('/settings');
  await page.getByLabel('Language', { exact: true }).selectOption('zh-Hans');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/import');
  await expect(other.getByRole('heading', { level: 1, name: '导入' })).toBeVisible();
});
