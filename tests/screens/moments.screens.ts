// Draws what people meet now and then: the guide, other looks, several windows, work that runs, paper.
import { expect, test } from '@playwright/test';
import { skusFile, userId, usersFile } from '../e2e/files/graph-files.ts';
import { textFile } from '../e2e/files/made-file.ts';
import { e3 } from '../e2e/files/products.ts';
import { TOY_MAKER, toyFiles } from '../e2e/files/toy-maker.ts';
import { HeldWork } from '../e2e/held-work.ts';
import { importCustomer, ImportScreen } from '../e2e/import-screen.ts';
import { ManageScreen } from '../e2e/manage-screen.ts';
import { manageFor, planFor } from '../e2e/planning.ts';
import { openOutcomes, openReview, syncNow } from '../e2e/sync-screens.ts';
import { openUsers, samples, UserListScreen } from '../e2e/user-list.ts';
import { Camera } from './camera.ts';

test('what the guide says', async ({ page }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  await openUsers(page, 100000);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Start the guide' })).toBeVisible();
  await camera.draw(page, 'guide-offered');
  await page.getByRole('button', { name: 'Start the guide' }).click();
  await camera.draw(page, 'guide-step');
  await page.getByRole('link', { name: 'Take me there' }).click();
  const list = new UserListScreen(page);
  await list.expectRange('1–25');
  await list.pageBox.click();
  await page.getByRole('button', { name: /^Select all [\d,]+ matching$/ }).click();
  await camera.draw(page, 'users-all-selected');
});

test('what rows look like when they stand close', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Compact' }).check();
  await page.getByRole('region', { name: 'About Seatwise' }).scrollIntoViewIfNeeded();
  await camera.draw(page, 'settings-end');
  await page.goto(users);
  await expect(page.getByRole('link', { name: 'Kofi Mensah' })).toBeVisible();
  await camera.draw(page, 'compact-users');
  await manageFor(page, ['Chidi Okafor', 'Kofi Mensah']);
  await camera.draw(page, 'compact-manage');
  await page.goto(users.replace(/\/users$/, ''));
  await camera.draw(page, 'compact-overview');
});

test('what menus of the frame hold, and what a drop says', async ({ page }) => {
  const camera = new Camera();
  await importCustomer(page, TOY_MAKER, toyFiles);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Language/ })
    .click();
  await camera.draw(page, 'menu-language');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await camera.draw(page, 'menu-navigation');
  await page.keyboard.press('Escape');
  await new ImportScreen(page).drag(toyFiles);
  await expect(page.getByText('Drop to read the files')).toBeVisible();
  await camera.draw(page, 'drop-now');
});

test('what waits for users who are not here yet', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog
    .getByLabel('Usernames, email addresses')
    .fill('new.one@lindqvist-okafor.example\nchidi.okafor@lindqvist-okafor.example');
  await dialog.getByRole('checkbox', { name: /^Wait for/ }).check();
  await dialog.getByRole('button', { name: /^(Select|Wait for)/ }).click();
  await camera.draw(page, 'dialog-paste-done');
  await dialog.getByRole('link', { name: 'Manage licenses' }).click();
  await camera.draw(page, 'manage-awaited');
  await page.goto(users);
  await planFor(page, [], 'FLOW_FREE');
  await camera.draw(page, 'licenses-updated-awaited');
  await page.goto('/pending/users');
  await page.getByRole('checkbox', { name: 'Select all users on this page' }).check();
  await camera.draw(page, 'pending-users-selected');
});

test('what is read from Microsoft 365 meanwhile', async ({ page }) => {
  const camera = new Camera();
  const work = await HeldWork.in(page);
  await openUsers(page, 25);
  await page.goto(page.url().replace(/\/users$/, ''));
  const read = page.getByRole('button', { name: 'Get new data' });
  await expect(read).toBeVisible();
  await work.hold();
  await read.click();
  await camera.draw(page, 'pull-running');
  await work.letGo();
});

test('what a list of several customers does', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  await importCustomer(page, TOY_MAKER, toyFiles);
  const rows = [
    'Customer,User,Product,Action',
    'lindqvist-okafor.example,chidi.okafor@lindqvist-okafor.example,FLOW_FREE,assign',
    ',kofi.mensah@lindqvist-okafor.example,FLOW_FREE,assign',
    `${TOY_MAKER},ada@brightfield.example,VISIOCLIENT,assign`,
    ...['Oak,ada@oak.example,SPE_E3,assign', '#end,4,,'],
  ];
  const file = textFile('Week 12.csv', `${rows.join('\r\n')}\r\n`, 'text/csv');
  const screen = await ImportScreen.open(page);
  await screen.choose([file]);
  const list = page.getByRole('region', { name: 'Week 12.csv is an assignment list' });
  await list.getByText('Rows not matched to one customer (1)').click();
  await camera.draw(page, 'list-customers');
  await list.getByRole('button', { name: `Open the rows for ${TOY_MAKER}` }).click();
  await list.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(list.getByRole('region', { name: 'What the list would do' })).toBeVisible();
  await camera.draw(page, 'list-customer-opened');
  await list.getByRole('link', { name: 'Review' }).click();
  const manage = new ManageScreen(page);
  await manage.startSaving();
  await manage.confirm();
  await camera.draw(page, 'list-customer-saved');
  await page.goto('/import');
  await camera.draw(page, 'lists-begun');
});

test('what a group could not give', async ({ page }) => {
  const camera = new Camera();
  const group = '11111111-aaaa-4bbb-8ccc-222222222222';
  const failed = { product: e3, group, error: 'CountViolation' };
  const named = (number: number, name: string) => {
    const upn = `user${number}@alder.example`;
    return { id: userId(number), name, upn, location: 'SE' };
  };
  await importCustomer(page, 'Alder', [
    skusFile('7a1f0b52-2c3d-4e5f-8a9b-0c1d2e3f4a5b', 'alder', [
      { product: e3, enabled: 10, consumed: 1 },
    ]),
    usersFile('users.json', [
      { ...named(1, 'Ada Alder'), held: [{ product: e3 }, failed] },
      { ...named(2, 'Bo Alder'), held: [failed] },
      { ...named(3, 'Fia Alder') },
    ]),
  ]);
  await page.getByRole('button', { name: 'More filters', exact: true }).click();
  const more = page.getByRole('group', { name: 'More filters' });
  await more.getByLabel('License errors').selectOption({ label: 'Not enough licenses' });
  await camera.draw(page, 'users-license-errors');
  await page.getByRole('link', { name: 'Bo Alder' }).click();
  const errors = page.getByRole('region', { name: 'License errors' });
  await errors.scrollIntoViewIfNeeded();
  await camera.draw(page, 'user-license-errors');
});

test('what was refused, and is tried again', async ({ page }) => {
  test.setTimeout(600_000);
  const camera = new Camera();
  await openUsers(page, 25);
  // the cloud of the samples knows a conflict that the planner does not
  const manage = await manageFor(page, ['Åsa Lindqvist', 'Kofi Mensah']);
  await manage.press(manage.box('PROJECTPROFESSIONAL'));
  await manage.press(manage.box('EMS'));
  await manage.startSaving();
  await manage.confirm();
  await openReview(page);
  await syncNow(page);
  const rows = await openOutcomes(page, samples[25]);
  await rows.getByText('What Microsoft said').first().click();
  await camera.draw(page, 'outcomes-rejected');
  await page.getByRole('button', { name: 'Retry failed only (1)' }).click();
  const dialog = page.getByRole('dialog');
  await camera.draw(page, 'dialog-retry');
  await dialog.getByRole('button', { name: 'Plan it again' }).click();
  await expect(dialog.getByText('Nothing was planned')).toBeVisible();
  await camera.draw(page, 'dialog-retry-blocked');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /^Retry without / }).click();
  await camera.draw(page, 'dialog-retry-without');
});

test('what is printed', async ({ page }) => {
  const camera = new Camera();
  await openUsers(page, 25);
  const users = page.url();
  await planFor(page, ['Chidi Okafor', 'Kofi Mensah'], 'FLOW_FREE');
  const change = page.url();
  await page.emulateMedia({ media: 'print' });
  for (const [name, address] of [
    ['report', `${change}/report`],
    ['change', change],
    ['users', users],
    ['overview', users.replace(/\/users$/, '')],
  ] as const) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await camera.draw(page, `print-${name}`);
  }
});

test('what an older window says', async ({ page, context }) => {
  const camera = new Camera(['en']);
  await importCustomer(page, TOY_MAKER, toyFiles);
  const newer = await context.newPage();
  await newer.goto('/icon.svg');
  await newer.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('seatwise', 1000);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await expect(page.getByRole('heading', { name: 'A newer version' })).toBeVisible();
  await camera.draw(page, 'closed-newer-window');
  await page.reload();
  await expect(page.getByRole('heading', { name: /belongs to a newer Seatwise$/ })).toBeVisible();
  await camera.draw(page, 'closed-newer-data');
});
