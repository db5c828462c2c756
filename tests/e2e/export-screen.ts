import { expect, type Locator, type Page } from '@playwright/test';
import { downloadOf } from './downloads.ts';

/** A browser that cannot write into a file that the person chose. Call it before the first page. */
export const withoutPicker = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));

/** Opens the dialog of what a screen offers in its Export menu. */
export async function choose(page: Page, what: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
  return dialogOf(page, what);
}

/** Opens the dialog of what a screen offers by a button of its own. */
export async function press(page: Page, what: string): Promise<Locator> {
  await page.getByRole('button', { name: `Export: ${what}`, exact: true }).click();
  return dialogOf(page, what);
}

async function dialogOf(page: Page, what: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: `Export: ${what}` });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The file that the dialog makes. */
export const fileOf = (page: Page, dialog: Locator): ReturnType<typeof downloadOf> =>
  downloadOf(page, () => dialog.getByRole('button', { name: 'Export', exact: true }).click());
