import { expect, test } from '@playwright/test';
import { openUsers } from './user-list.ts';

test('pages through the users with First, Previous, Next, Last and the keyboard', async ({
  page,
}) => {
  const users = await openUsers(page, 3200);
  await users.expectRange('1–25 of 3,200');
  const first = await users.names();
  expect(first).toHaveLength(25);

  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await users.expectRange('26–50 of 3,200');
  await expect(next).toBeFocused();
  await expect.poll(() => users.names()).not.toEqual(first);
  await users.press('Last');
  await users.expectRange('3,176–3,200 of 3,200');
  await users.press('Previous');
  await users.expectRange('3,151–3,175 of 3,200');
  await page.keyboard.press('Alt+PageDown');
  await users.expectRange('3,176–3,200 of 3,200');
  await page.keyboard.press('Alt+PageDown');
  await users.expectRange('3,176–3,200 of 3,200');
  await users.press('First');
  await users.expectRange('1–25 of 3,200');
  await expect.poll(() => users.names()).toEqual(first);

  await page.getByLabel('Rows per page').selectOption('100');
  await users.expectRange('1–100 of 3,200');
  await expect(page.locator('tbody tr')).toHaveCount(100);
});

test('searches, filters and sorts; the address keeps it, for Back, a reload and a link', async ({
  page,
}) => {
  const users = await openUsers(page, 3200);
  await users.expectRange('of 3,200');
  const column = page.getByRole('columnheader', { name: 'Users', exact: true });
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await users.names();
  await users.press('Users');
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => users.names()).not.toEqual(ascending);

  await page.getByRole('checkbox', { name: 'No license' }).check();
  await expect(page.locator('tbody').getByText('No licenses')).toHaveCount(25);
  await page.getByRole('button', { name: 'Remove filter: No license' }).click();
  await page.getByRole('checkbox', { name: 'No usage location' }).check();
  await expect(page.locator('tbody').getByText('none', { exact: true })).toHaveCount(25);
  await users.press('Clear all filters');
  await users.expectRange('of 3,200');

  const product = page.getByRole('combobox', { name: 'Product held' });
  await product.selectOption({ label: 'Visio Plan 2 (VISIOCLIENT)' });
  await expect(
    page.getByRole('button', { name: 'Remove filter: Holds Visio Plan 2 (VISIOCLIENT)' }),
  ).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages', exact: true })).not.toContainText(
    'of 3,200',
  );
  const holders = await users.names();
  await page.reload();
  await expect(product.locator('option:checked')).toHaveText('Visio Plan 2 (VISIOCLIENT)');
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => users.names()).toEqual(holders);

  const search = page.getByRole('searchbox');
  for (const letters of ['nobody', 'nobody is called that']) {
    await search.fill(letters);
    await expect(page.getByRole('button', { name: `“${letters}”` })).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'No users match' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).last().click();
  await users.expectRange('of 3,200');
  await users.press('Last');
  await users.expectRange('3,176–3,200 of 3,200');
  await expect(page).toHaveURL(/\/users\?sort=-name&page=128&rows=25$/);

  // back through what was asked for, the letters of one search together, and forward again
  await page.goBack();
  await users.expectRange('1–25 of 3,200');
  await page.goBack();
  await expect(search).toHaveValue('nobody is called that');
  await expect(page).toHaveURL(/\?q=nobody\+is\+called\+that&holds=VISIOCLIENT&sort=-name$/);
  await page.goBack();
  await expect(search).toHaveValue('');
  await expect.poll(() => users.names()).toEqual(holders);
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'No users match' })).toBeVisible();

  // somebody else's link, with mistakes and a product that this customer does not have
  const [root = ''] = page.url().split('?');
  await page.goto(`${root}?holds=PROJECT_X&withoutLicense&sort=shoe&page=none`);
  const absent = 'Holds PROJECT_X (not at this customer)';
  await expect(page.getByText('This customer does not have the product')).toBeVisible();
  await expect(page).toHaveURL(/\?holds=PROJECT_X&withoutLicense$/);
  await page.getByRole('button', { name: `Remove filter: ${absent}` }).click();
  await expect(page.locator('tbody').getByText('No licenses')).toHaveCount(25);
  await expect(page).toHaveURL(/\?withoutLicense$/);

  // what is typed while filters are on their way out is searched for
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent.trim() === 'Clear all filters')?.click();
    const box = document.querySelector<HTMLInputElement>('main input[type=search]');
    if (box === null) return;
    box.value = 'Dlamini';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.getByRole('button', { name: '“Dlamini”' })).toBeVisible();
  await expect(page).toHaveURL(/\?q=Dlamini$/);
});

test('selects a page, a range and everybody who matches, and keeps it all over a reload', async ({
  page,
}) => {
  const users = await openUsers(page, 3200);
  await expect(users.pageBox).not.toBeChecked();
  await users.box(1).click();
  await users.box(4).click({ modifiers: ['Shift'] });
  await expect(users.selectedLink).toHaveText('Selected users (4)');
  await expect(users.pageBox).toBeChecked({ indeterminate: true });
  await users.box(7).press('Shift+Space');
  await expect(users.selectedLink).toHaveText('Selected users (7)');

  await users.pageBox.click();
  await expect(users.pageBox).toBeChecked();
  await expect(page.getByText('All 25 users on this page are selected.')).toBeVisible();
  await users.press('Next');
  await users.expectRange('26–50');
  await expect(users.pageBox).not.toBeChecked();
  await users.box(0).click();
  await expect(users.selectedLink).toHaveText('Selected users (26)');

  await users.expectKept();
  await page.reload();
  await users.expectRange('26–50');
  await expect(users.box(0)).toBeChecked();
  await expect(users.selectedLink).toHaveText('Selected users (26)');
  await users.press('Users');
  await users.expectRange('1–25');
  await expect(users.selectedLink).toHaveText('Selected users (26)');

  await page.getByRole('checkbox', { name: 'No license' }).check();
  await expect(users.selectedLink).toHaveText(/^26 selected, (\d+|all) hidden by the filter$/);
  await users.press('Clear selection');
  await expect(users.selectedLink).toHaveText('Selected users (0)');
  await users.pageBox.click();
  const all = page.getByRole('button', { name: /^Select all [\d,]+ matching$/ });
  const count = /[\d,]+/.exec((await all.textContent()) ?? '')?.[0] ?? '';
  // the rows stay where they are under the eyes
  const scrolled = await all.evaluate((button: HTMLButtonElement) => {
    scrollTo(0, 0);
    button.click();
    return scrollY;
  });
  expect(scrolled).toBe(0);
  await expect(page.getByText(`All ${count} matching users are selected.`)).toBeVisible();
  await expect(users.selectedLink).toHaveText(`Selected users (${count})`);
});

test('a tick among 100,000 users shows at once @slow', async ({ page }) => {
  const users = await openUsers(page, 100000);
  await users.expectRange('of 100,000');
  // what the page computes, however many others the machine works for meanwhile
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const computed = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
  };
  const before = await computed();
  const isChecked = await users.box(3).evaluate(async (box: HTMLInputElement) => {
    box.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return box.checked;
  });
  expect(isChecked).toBe(true);
  expect((await computed()) - before).toBeLessThan(100);
  await expect(users.selectedLink).toHaveText('Selected users (1)');
  await expect(page.locator('tbody tr')).toHaveCount(25);
});

test("shows one user's own page, with the source of every license", async ({ page }) => {
  const users = await openUsers(page, 25);
  const column = page.getByRole('columnheader', { name: 'Licenses' });
  await column.getByRole('button').click();
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  // the rows follow a moment later; those with most licenses come first
  await expect(page.locator('tbody tr').first()).not.toContainText('No licenses');
  const [name = ''] = await users.names();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`${name}.*Lindqvist & Okafor Clinic`));
  const licenses = page.getByRole('region', { name: 'Licenses', exact: true });
  await expect(licenses.getByRole('columnheader', { name: 'Source' })).toBeVisible();
  await expect(licenses.getByText(/^(Direct|From group)/).first()).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Assign and revoke licenses', exact: true }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'All users' }).click();
  await users.expectRange('1–25 of 25');
});

test('asks whether a selection of an earlier day shall stay', async ({ page }) => {
  const users = await openUsers(page, 25);
  await users.box(0).click();
  await users.box(2).click();
  await expect(users.selectedLink).toHaveText('Selected users (2)');
  await users.expectKept();
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.reload();
  const question = page.getByRole('status').filter({ hasText: '2 users are still selected from' });
  await expect(question).toBeVisible();
  await expect(question.getByRole('button', { name: 'Keep selection' })).toBeVisible();
  await question.getByRole('button', { name: 'Clear selection' }).click();
  await expect(question).toHaveCount(0);
  await expect(users.selectedLink).toHaveText('Selected users (0)');
});
