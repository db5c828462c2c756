import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessibleAtEachWidth } from './accessible.ts';

test('Help is in the navigation, says what to do about a rule, and has examples to download', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  const picture = page.getByRole('img', { name: 'The Save dialog' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(840);
  await page.getByRole('link', { name: 'What can go wrong, and what to do' }).click();
  await page.getByText('Not enough licenses').click();
  await expect(page.getByText(/^Add the missing ones to the buy list/)).toBeVisible();
  await expect(page.getByText('Search everywhere', { exact: true })).toBeVisible();
  await expectAccessibleAtEachWidth(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download assignment-list.csv' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('#end,3');

  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '說明' })).toBeVisible();
  await page.getByRole('link', { name: '為 Seatwise 註冊應用程式' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('為 Seatwise 註冊應用程式');
});
