import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { adminCsv } from './files/admin-csv.ts';
import { usersFile } from './files/graph-files.ts';
import { jsonFile, textFile, type MadeFile } from './files/made-file.ts';
import { manyToyUsers, TOY_MAKER, toyFiles, toyUsers } from './files/toy-maker.ts';
import { HeldWork } from './held-work.ts';
import { importCustomer, ImportScreen } from './import-screen.ts';
import { toCustomers } from './user-list.ts';

const wrong: readonly { what: string; file: MadeFile; says: RegExp }[] = [
  {
    what: 'a sign-in page called .csv',
    file: textFile('users.csv', '<!DOCTYPE html><html><title>Sign in</title></html>', 'text/csv'),
    says: /^users\.csv is not a file that Seatwise knows/,
  },
  {
    what: 'a PDF',
    file: textFile('users.json', '%PDF-1.7\n1 0 obj', 'application/json'),
    says: /^users\.json is not a file that Seatwise knows/,
  },
  {
    what: 'broken JSON',
    file: textFile('users.json', '{\n  "value": [\n    {"id": oops}\n  ]\n}', 'application/json'),
    says: /^users\.json, line 3, column 12: this is not valid JSON, at “oops/,
  },
  {
    what: 'JSON that was cut off',
    file: textFile('users.json', '{"value": [{"id":', 'application/json'),
    says: /^users\.json, line 1, column \d+: the file ends too early/,
  },
  {
    what: 'an error that Graph answered',
    file: jsonFile('users.json', {
      error: { code: 'InvalidAuthenticationToken', message: 'Access token has expired.' },
    }),
    says: /^users\.json, at error: expected .* but there is .*InvalidAuthenticationToken/,
  },
  {
    what: 'a CSV without the needed column',
    file: adminCsv(['Display name', 'Licenses'], [{ 'Display name': 'Ada', Licenses: '' }]),
    says: /has no column “User principal name”/,
  },
  {
    what: 'a CSV of something else',
    file: textFile('stock.csv', 'Article,Price\nTrain,12\n', 'text/csv'),
    says: /^stock\.csv is not a file that Seatwise knows/,
  },
];

async function expectNoCustomer(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with sample customers' })).toBeVisible();
}

test('a file that is not what it seems is named with its fault, and nothing is imported', async ({
  page,
}) => {
  const screen = await ImportScreen.open(page);
  for (const { what, file, says } of wrong) {
    await test.step(what, async () => {
      await screen.choose([file]);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('1 error: these files cannot be imported as they are.');
      await expect(alert.getByRole('listitem').filter({ hasText: says })).toHaveCount(1);
      await expect(screen.importButton).toHaveCount(0);
      await page.getByRole('button', { name: `Leave out ${file.name}` }).click();
      await expect(alert).toHaveCount(0);
    });
  }
  await expectNoCustomer(page);
});

test('one wrong file among good ones stops the import until it is left out', async ({ page }) => {
  const screen = await ImportScreen.open(page);
  const broken = textFile('groups.json', '[1, 2', 'application/json');
  await screen.choose([...toyFiles.slice(0, 3), broken]);
  await expect(page.getByRole('alert')).toContainText('groups.json, line 1');
  await expect(screen.importButton).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave out groups.json' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await screen.run(TOY_MAKER);
});

test('rows with too few or too many cells are named and left out; the rest is imported', async ({
  page,
}) => {
  const text = [
    'User principal name,Display name,Licenses',
    'ok@brightfield.example,Olga Kurz,Unlicensed',
    'short@brightfield.example,Sam Short',
    'long@brightfield.example,Lo Long,Unlicensed,more',
    'no address,Nobody,Unlicensed',
    'ok@brightfield.example,Olga Again,Unlicensed',
  ].join('\n');
  const screen = await ImportScreen.open(page);
  await screen.choose([textFile('users.csv', text, 'text/csv')]);
  await expect(page.getByText('4 warnings about the files')).toBeVisible();
  for (const remark of [
    'users.csv, row 3: 2 cells where the header has 3.',
    'users.csv, row 4: 4 cells where the header has 3.',
    'users.csv, row 5, column “User principal name”: “no address” is not understood.',
    'users.csv, row 6: ok@brightfield.example appears a second time.',
  ]) {
    await expect(page.getByRole('listitem').filter({ hasText: remark })).toBeVisible();
  }
  await screen.run();
  const users = await screen.toUsers();
  await users.expectRange('1–1 of 1');
});

test('a deleted user is counted and left out, and a file that lacks rows says of nobody that they are gone', async ({
  page,
}) => {
  const header = 'User principal name,Display name,Soft deletion time stamp,Licenses';
  const olga = 'olga@brightfield.example,Olga Kurz,,Unlicensed';
  const text = [header, olga, 'bo@brightfield.example,Bo Alt,2026-11-10 08:00:00Z,Unlicensed'];
  const screen = await ImportScreen.open(page);
  await screen.choose([textFile('users.csv', text.join('\n'), 'text/csv')]);
  await expect(page.getByText('1 user is deleted and is left out')).toBeVisible();
  await screen.run();
  const users = await screen.toUsers();
  await users.expectRange('1–1 of 1');
  const again = await ImportScreen.open(page);
  const ragged = [header, 'bo@brightfield.example,Bo Alt,,Unlicensed', 'olga@brightfield.example'];
  await again.choose([textFile('ragged.csv', ragged.join('\n'), 'text/csv')]);
  await page.getByLabel('A customer on this device').check();
  await expect(page.getByLabel('These files have all users of the customer')).toBeDisabled();
  await expect(page.getByText('Not with these files: rows were left out')).toBeVisible();
});

test('files of two tenants are not mixed', async ({ page }) => {
  const other = jsonFile('other-skus.json', {
    value: [
      {
        accountId: '11111111-2222-4333-8444-555555555555',
        skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
        skuPartNumber: 'VISIOCLIENT',
      },
    ],
  });
  const screen = await ImportScreen.open(page);
  await screen.choose([...toyFiles, other]);
  await expect(page.getByRole('alert')).toContainText(
    'other-skus.json belongs to another tenant than the other files.',
  );
  await expect(screen.importButton).toHaveCount(0);
});

test.describe('with a large file', () => {
  let folder = '';
  let path = '';
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seatwise-'));
    path = join(folder, 'users.json');
    const users = [...toyUsers, ...manyToyUsers(60_000)];
    await writeFile(path, usersFile('users.json', users).buffer);
  });
  test.afterAll(() => rm(folder, { recursive: true }));

  test('cancelling while it is read, or while it is imported, leaves nothing behind @slow', async ({
    page,
  }) => {
    const work = await HeldWork.in(page);
    await importCustomer(page, TOY_MAKER, toyFiles);
    const screen = await ImportScreen.open(page);
    /** Starts something and cancels it before it is done. */
    const cancelled = async (start: () => Promise<unknown>): Promise<void> => {
      await work.hold();
      await start();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await work.letGo();
      await expect(page.getByRole('status').filter({ hasText: 'Cancelled.' })).toBeVisible();
    };
    await cancelled(() => screen.choose(path));
    await expect(screen.found).toHaveCount(0);

    await screen.choose(path);
    await expect(screen.importButton).toHaveText('Import 60,006 users', { timeout: 40_000 });
    await cancelled(() => screen.importButton.click());
    await page.getByRole('radio', { name: 'A new customer' }).check();
    await screen.name.fill('Left Behind');
    await cancelled(() => screen.importButton.click());

    await toCustomers(page);
    const rows = page.getByRole('main').locator('tbody tr');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText(TOY_MAKER);
    await expect(rows.first().getByRole('cell').first()).toHaveText('6');
  });
});
