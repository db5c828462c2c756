import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { MadeFile } from './files/made-file.ts';

/** What a press downloads: its name, where it lies, and its text. */
export async function downloadOf(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; path: string; text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

/** Presses what opens the browser's file dialog, and chooses there; a path where a file is on the disk. */
export async function chooseFiles(
  page: Page,
  button: Locator,
  files: string | MadeFile | readonly MadeFile[],
): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await button.click();
  await (await dialog).setFiles(files instanceof Array ? [...files] : files);
}

/** The rows of a CSV file that Seatwise wrote, by heading; quoted cells of more than one line too. */
export function rowsOf(csv: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  const [header = [], ...rows] = lines.filter((line) => line.join('') !== '');
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}
