import { expect, test } from '@playwright/test';
import { expectAccessibleAtEachWidth } from './accessible.ts';
import { downloadOf } from './downloads.ts';
import { speak } from './speak.ts';

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

  const { text } = await downloadOf(page, () =>
    page.getByRole('link', { name: 'Download assignment-list.csv' }).click(),
  );
  expect(text).toContain('#end,3');

  await speak(page, 'English', '繁體中文');
  await expect(page.getByRole('heading', { level: 1, name: '說明' })).toBeVisible();
  await page.getByRole('link', { name: '為 Seatwise 註冊應用程式' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('為 Seatwise 註冊應用程式');
});
