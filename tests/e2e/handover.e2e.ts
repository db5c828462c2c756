import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { downloadOf } from './downloads.ts';
import type { MadeFile } from './files/made-file.ts';
import { follow } from './follow.ts';
import { chooseMore } from './manage-screen.ts';
import { expectPending, planFor } from './planning.ts';
import { openUsers, samples, toUsers } from './user-list.ts';

const CLINIC = samples[25];

/** From the page of a customer's users to what is handed over. */
async function openHandedOver(page: Page): Promise<void> {
  await follow(page, page.url().replace(/\/customers\/([^/]+)\/.*$/, '/customers/$1/handed-over'));
  await expect(page.getByRole('heading', { level: 1, name: 'Handed over' })).toBeVisible();
}

/** Hands over everybody who is pending; gives the file. */
async function handOver(page: Page, as: 'PowerShell script' | 'Plan file') {
  await page.getByRole('button', { name: 'Hand over…' }).click();
  return inDialog(page, as);
}

async function inDialog(page: Page, as: 'PowerShell script' | 'Plan file') {
  const dialog = page.getByRole('dialog', { name: 'Hand over the plan' });
  await dialog.getByRole('radio', { name: as }).click();
  await dialog.getByLabel('Who carries it out?').fill('Bo');
  const name = dialog.getByLabel('Your name');
  if (await name.isVisible()) await name.fill('Kim Lee');
  await expectAccessible(page);
  const file = await downloadOf(page, () =>
    dialog.getByRole('button', { name: /^Hand over \d+ user/ }).click(),
  );
  await expect(dialog.getByRole('status')).toContainText(file.name);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  return file;
}

const outcomes = (page: Page, lines: readonly string[]): Promise<void> =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'outcomes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['PlanId,UserId,UserPrincipalName,Outcome,Detail,At', ...lines, ''].join('\r\n'),
      ),
    });

test('a plan leaves as a script, and ends by the outcomes that come back', async ({ page }) => {
  test.setTimeout(120_000);
  await openUsers(page, 25);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openHandedOver(page);
  const { name, text } = await handOver(page, 'PowerShell script');
  expect(name).toMatch(/^seatwise-script-[\w-]+-\d{4}-\d\d-\d\d-\d{6}\.ps1$/);
  const [plan = ''] = /(?<=\$planId = ')[^']+/.exec(text) ?? [];
  const ids = [...text.matchAll(/^ {2}, @\('([^']+)'/gm)].map(([, id = '']) => id);
  expect(ids).toHaveLength(2);
  const row = page.getByRole('row').filter({ hasText: 'Bo' });
  await expect(row).toContainText('PowerShell script');
  await expectAccessible(page);
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand over…' })).toBeDisabled();

  await page.getByRole('link', { name: 'Import outcomes' }).click();
  await outcomes(
    page,
    ids.map((id, i) => `${plan},${id},someone,${i === 0 ? 'applied' : 'skipped'},,`),
  );
  await page.getByRole('button', { name: 'Import outcomes' }).click();
  await expect(page.getByText('1 user: applied')).toBeVisible();
  await expect(page.getByText(/^1 user: skipped/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Handed over', exact: true }).last().click();
  await expectPending(page, 1);
  await expect(page.getByRole('button', { name: 'Hand over…' })).toBeEnabled();
});

test('selected users are handed over, their lost file is made again, and they are taken back', async ({
  page,
}) => {
  await openUsers(page, 25);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await toUsers(page);
  await page.getByRole('checkbox', { name: 'Select Chidi Okafor' }).check();
  await page.getByRole('link', { name: 'Selected users (1)' }).click();
  await page.getByRole('link', { name: 'Hand over…' }).click();
  await expect(
    page.getByRole('radio', { name: 'Selected users who are pending (1)' }),
  ).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Everybody who is pending (2)' })).toBeEnabled();
  const file = await inDialog(page, 'Plan file');
  expect(file.text).toContain('Chidi Okafor');
  expect(file.text).not.toContain('Kofi Mensah');

  const again = await downloadOf(page, () =>
    page.getByRole('button', { name: 'Make the file for Bo again' }).click(),
  );
  expect(again).toMatchObject({ name: file.name, text: file.text });
  await expect(page.getByText(/was made again.*the same SHA-256/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Take back what was handed over to Bo' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Take back 1 user?' });
  await expect(asked).toContainText('Make sure that Bo no longer carries out the file.');
  await asked.getByRole('button', { name: 'Take back 1 user' }).click();
  await expect(page.getByText('1 user taken back: pending here again.')).toBeVisible();
});

test('a colleague opens a plan file, reviews it and saves it once @slow', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await openUsers(page, 25);
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  await openHandedOver(page);
  const { path } = await handOver(page, 'Plan file');

  const elsewhere = await browser.newContext();
  const [other, second] = [await elsewhere.newPage(), await elsewhere.newPage()];
  await openUsers(other, 25);
  const open = async (on: Page, file: string | MadeFile = path): Promise<void> => {
    await on.goto('/import');
    await on.locator('input[type=file]').first().setInputFiles(file);
    await on.getByRole('button', { name: 'Open the plan' }).click();
  };
  const save = async (on: Page): Promise<void> => {
    await on.getByRole('button', { name: /^Save: / }).click();
    const dialog = on.getByRole('dialog');
    await expect(dialog.getByText('Users changed')).toBeVisible();
    const name = dialog.getByLabel('Your name');
    if (await name.isVisible()) await name.fill('Bo');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  };
  const altered = (await readFile(path, 'utf8')).replace('Kofi Mensah', 'Kofi Menzah');
  await open(other, {
    name: 'altered.json',
    mimeType: 'application/json',
    buffer: Buffer.from(altered, 'utf8'),
  });
  await expect(other.getByText('This plan was altered after it was made')).toBeVisible();
  for (const one of [other, second]) {
    await open(one);
    await expect(one.getByText(`2 users found at ${CLINIC}.`)).toBeVisible();
    await one.getByRole('link', { name: 'Review', exact: true }).click();
    await expect(
      one.getByRole('heading', { level: 1, name: 'Review the plan file' }),
    ).toBeVisible();
    await expect(one.getByRole('button', { name: /^Save: / })).toBeEnabled();
  }
  await save(other);
  await expect(other.getByRole('heading', { level: 1, name: /^Licenses updated/ })).toBeVisible();
  const change = other.url();
  // also where there is something to do again, nobody saves it a second time
  await expect(second.getByText('This changes nobody.')).toBeVisible();
  await chooseMore(other, 'Undo: remove from the plan');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: 'Remove from the plan', exact: true })
    .click();
  await save(second);
  await expect(
    second.getByText(/this plan file was saved already, in another window/),
  ).toBeVisible();

  await open(other);
  await expect(
    other.getByText(/already opened and saved on this device on \d+ \w+ \d{4}, /),
  ).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('link', { name: 'See the change' }).click();
  await expect(other).toHaveURL(change);
  await elsewhere.close();

  await open(page);
  await expect(page.getByText(/^This plan was handed over from this device on /)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Handed over', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Handed over' })).toBeVisible();
});
