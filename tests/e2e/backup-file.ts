import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { chooseFiles, downloadOf } from './downloads.ts';
import type { MadeFile } from './files/made-file.ts';
import { follow } from './follow.ts';

/** A backup of everything, as a file that can be chosen, and its text. */
export async function savedBackup(
  page: Page,
  passphrase = '',
): Promise<MadeFile & { readonly text: string }> {
  await follow(page, '/settings');
  await page.getByLabel('Passphrase (optional)').fill(passphrase);
  const { path, name, text } = await downloadOf(page, () =>
    page.getByRole('button', { name: 'Save a backup of everything' }).click(),
  );
  return { name, text, mimeType: 'application/json', buffer: await readFile(path) };
}

/** Chooses a backup on Settings: what is in it is shown, or why it is refused. */
export async function chooseBackup(page: Page, file: string | MadeFile): Promise<void> {
  await follow(page, '/settings');
  await chooseFiles(page, page.getByRole('button', { name: 'Choose a backup file…' }), file);
}
