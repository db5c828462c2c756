import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { chooseFiles, downloadOf } from './downloads.ts';
import { skusFile, userId, usersFile } from './files/graph-files.ts';
import { e3 } from './files/products.ts';
import { TOY_MAKER, toyFiles } from './files/toy-maker.ts';
import { follow } from './follow.ts';
import { importCustomer } from './import-screen.ts';
import { planFor } from './planning.ts';

const BAKERY = 'Corner Bakery';
const bakeryFiles = [
  skusFile('c0ffee00-1111-4222-8333-444455556666', 'cornerbakery', [{ product: e3, enabled: 3 }]),
  usersFile('users.json', [{ id: userId(51), name: 'Bea Rolls', upn: 'bea@bakery.example' }]),
];

/** Takes what is planned for the users of a customer out of the store, as a fault of the disk would. */
const damage = (page: Page, customerId: string): Promise<void> =>
  page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('seatwise');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const blocks = db.transaction('licenseBlocks', 'readwrite').objectStore('licenseBlocks');
          const done = blocks.delete(IDBKeyRange.bound([id], [id, []]));
          done.onerror = () => reject(done.error ?? new Error('not deleted'));
          done.onsuccess = () => {
            db.close();
            resolve();
          };
        };
      }),
    customerId,
  );

test('one damaged customer leaves Pending, All licenses and Customers to the others, and can be put back', async ({
  page,
}) => {
  await importCustomer(page, BAKERY, bakeryFiles);
  await importCustomer(page, TOY_MAKER, toyFiles);
  const toyUsers = page.url();
  const id = /customers\/([^/]+)/.exec(toyUsers)?.[1] ?? '';
  await planFor(page, ['Ada Winter'], 'FLOW_FREE');
  await follow(page, '/');
  await page.getByRole('button', { name: `Actions for ${TOY_MAKER}` }).click();
  const { path } = await downloadOf(page, () =>
    page.getByRole('menuitem', { name: 'Back up this customer' }).click(),
  );
  await damage(page, id);

  await page.goto('/licenses');
  const told = page.getByText(`${TOY_MAKER} could not be read`);
  await expect(told).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(BAKERY) }).first()).toBeVisible();
  await expectAccessible(page);
  await follow(page, '/pending');
  await expect(told).toBeVisible();
  await expect(page.getByRole('main').getByText('could not be loaded')).toHaveCount(0);
  await follow(page, '/');
  await expect(told).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: BAKERY, exact: true }),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Restore from backup' }).press('Enter');
  const choose = async (file: string): Promise<void> => {
    await chooseFiles(page, page.getByRole('button', { name: 'Choose a backup file…' }), file);
    await page.getByLabel('Enter 1 to confirm').fill('1');
  };
  const restore = page.getByRole('button', { name: 'Restore 1 customer' });
  await choose(path);
  const safety = await downloadOf(page, () => restore.click());
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await follow(page, '/pending');
  const pending = page.getByRole('row', { name: new RegExp(TOY_MAKER) });
  await expect(pending).toBeVisible();
  await expect(told).toHaveCount(0);

  // what was replaced is in the file that was saved first, as it stood
  await follow(page, '/settings');
  await choose(safety.path);
  await expect(page.getByRole('rowheader', { name: TOY_MAKER })).toContainText('Damaged');
  await page.getByRole('checkbox', { name: 'First save a backup' }).uncheck();
  await restore.click();
  await expect(page.getByText('1 customer restored.')).toBeVisible();
  await page.goto('/pending');
  await expect(told).toBeVisible();
  await expect(pending).toHaveCount(0);
});
