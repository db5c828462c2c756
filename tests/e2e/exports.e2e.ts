import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { rowsOf } from './downloads.ts';
import { choose, fileOf, press, withoutPicker } from './export-screen.ts';
import { chooseMore, openManage } from './manage-screen.ts';
import { planFor } from './planning.ts';
import { openOutcomes, openReview, syncNow } from './sync-screens.ts';
import { openUsers, samples } from './user-list.ts';

test('the filtered users are exported with the columns chosen last time', async ({ page }) => {
  await withoutPicker(page);
  const users = await openUsers(page, 25);
  await expect(page.locator('tbody tr')).toHaveCount(25);
  const name = (await users.names()).at(3) ?? '';
  await page.getByRole('searchbox').fill(name);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  const dialog = await choose(page, 'Users with licenses');
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'Email' }).uncheck();
  await expect(dialog.getByRole('checkbox', { name: 'All columns' })).toBeChecked({
    indeterminate: true,
  });
  await dialog.getByLabel('Delimiter').selectOption('Semicolon');
  const file = await fileOf(page, dialog);
  expect(file.name).toMatch(/^Users and licenses .+ \d{4}-\d\d-\d\d\.csv$/);
  const [header = '', ...rows] = file.text.trimEnd().split('\r\n');
  expect(header).toMatch(/^\uFEFFDisplay name;User principal name;/);
  expect(header).not.toContain('Email');
  expect(rows.length).toBe(1);
  expect(rows[0]?.startsWith(`${name};`)).toBe(true);
  await expect(dialog).toBeHidden();

  await page.reload();
  const again = await choose(page, 'Users with licenses');
  await expect(again.getByRole('checkbox', { name: 'Email' })).not.toBeChecked();
  await expect(again.getByLabel('Delimiter')).toHaveValue(';');
});

test('the plan is written into the file that the person chose, as it is made', async ({ page }) => {
  await page.addInitScript(() => {
    const pick = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(window, { showSaveFilePicker: pick });
  });
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save('INC-4711');
  await page.getByRole('link', { name: 'Overview' }).click();
  const dialog = await choose(page, 'Plan: all pending users, before and after');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog).toBeHidden();
  const text = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const [name, handle] of folder.entries())
      if (name.startsWith('Plan') && handle instanceof FileSystemFileHandle)
        return (await handle.getFile()).text();
    return '';
  });
  const rows = rowsOf(text);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row['Licenses before']).toContain('Microsoft 365 E3');
    expect(row['Licenses after']).not.toBe(row['Licenses before']);
  }
});

test('a change is reported to the customer in another language than the app', async ({ page }) => {
  const manage = await openManage(page, 25, 'Microsoft 365 E3');
  await manage.press(manage.box('FLOW_FREE'));
  await manage.save('INC-4711');
  await chooseMore(page, 'Report for the customer');
  await expect(page.getByRole('heading', { level: 1, name: 'Change report' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Language of the report').selectOption('简体中文');
  const report = page.getByRole('article');
  await expect(report).toHaveAttribute('lang', 'zh-Hans');
  await expect(report.getByRole('heading', { level: 1, name: '更改报告' })).toBeVisible();
  await expect(report).toContainText('INC-4711');
  await expect(report.getByRole('columnheader', { name: '更改前' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  // what is fixed to the window would stand on every page
  await expect(page.getByRole('link', { name: 'Skip to the main content' })).toBeHidden();
  await expect(page.getByRole('article')).toBeVisible();

  // what is folded on the screen is whole on paper, and folded again after it
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /^Licenses updated/ })).toBeVisible();
  const licenses = page.getByRole('region', { name: 'Table: Licenses', exact: true });
  const rest = page.getByRole('button', { name: /^\+\d+ licenses? of / });
  await expect(licenses).toBeVisible();
  await expect(rest).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(rest.first()).toBeVisible();
  await expect(licenses).toBeHidden();
});

test('the outcomes of a sync are exported as CSV or as a workbook', async ({ page }) => {
  test.setTimeout(180_000);
  await withoutPicker(page);
  await openUsers(page, 25);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openReview(page);
  await syncNow(page);
  await expect(await openOutcomes(page, samples[25])).toHaveCount(2);

  const dialog = await press(page, 'Outcomes of the sync');
  const format = dialog.getByLabel('File format');
  await expect(format).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'Request ID' }).uncheck();
  const csv = await fileOf(page, dialog);
  expect(csv.name).toMatch(/^Outcomes of a sync .+ \d{4}-\d\d-\d\d\.csv$/);
  const rows = rowsOf(csv.text);
  expect(rows.map((row) => row['Outcome'])).toEqual(['Applied', 'Applied']);
  for (const row of rows) {
    expect(row['Assign']).not.toBe('');
    expect(row).not.toHaveProperty('Request ID');
  }

  const again = await press(page, 'Outcomes of the sync');
  await again.getByLabel('File format').selectOption('Excel workbook (.xlsx)');
  await expectAccessible(page);
  const workbook = await fileOf(page, again);
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.text.startsWith('PK')).toBe(true);
});
