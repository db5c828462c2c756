import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { choose, fileOf, withoutPicker } from './export-screen.ts';
import { ImportScreen } from './import-screen.ts';
import { openUsers } from './user-list.ts';

const CLINIC = 'Lindqvist & Okafor Clinic';
const lists = ['a row for each license', 'a column for each product'];
const formats = ['CSV, text for every program', 'Excel workbook (.xlsx)'];

async function exportList(page: Page, what: string, format: string) {
  await page.getByRole('link', { name: 'Overview' }).click();
  const dialog = await choose(page, `Assignment list, ${what}`);
  await dialog.getByLabel('File format').selectOption(format);
  return fileOf(page, dialog);
}

for (const what of lists)
  for (const format of formats)
    test(`an exported list, ${what}, imported again changes nothing: ${format}`, async ({
      page,
    }) => {
      await withoutPicker(page);
      await openUsers(page, 25);
      const { name, path } = await exportList(page, what, format);
      expect(name).toMatch(format.startsWith('CSV') ? /\.csv$/ : /\.xlsx$/);

      const screen = await ImportScreen.open(page);
      const mimeType = 'application/octet-stream';
      await screen.choose([{ name, mimeType, buffer: await readFile(path) }]);
      const card = page.getByRole('region', { name: `${name} is an assignment list` });
      const customer = card.getByRole('combobox', { name: 'Customer' });
      await expect(customer).toContainText(CLINIC);
      const [clinic] = await customer.getByRole('option', { name: CLINIC }).allTextContents();
      await customer.selectOption({ label: clinic ?? '' });
      await expect(card).toContainText('The last row read is row');
      const found = screen.file(name);
      await expect(found).toContainText(
        format.startsWith('CSV') ? 'UTF-8' : 'Excel workbook, sheet “Assignment list',
      );
      await card.getByRole('radio', { name: /^Exact/ }).check();
      await card.getByRole('button', { name: 'Show what it would do' }).click();
      const result = card.getByRole('region', { name: 'What the list would do' });
      await expect(result).toContainText('Nothing changes.');
    });
