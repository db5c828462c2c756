import { expect, type Page } from '@playwright/test';
import type { CloudUser } from '../../src/sandbox/cloud/cloud-user.ts';
import type { GraphServer } from '../fakes/graph-server.ts';
import { rowsOf } from './downloads.ts';
import { choose, fileOf, press } from './export-screen.ts';
import { card } from './sync-screens.ts';
import { toUsers } from './user-list.ts';

/** Users by object id, with the products they hold themselves, each with the service plans that are off. */
type Holdings = ReadonlyMap<string, ReadonlyMap<string, string>>;

const heldBy = ({ licenses }: CloudUser): [string, string][] =>
  licenses.flatMap(({ skuId, paths }) =>
    paths
      .filter(({ via }) => via.kind === 'direct')
      .map(({ disabledPlans }): [string, string] => [
        skuId,
        [...(disabledPlans ?? ['?'])].sort().join(' '),
      ]),
  );

/** What the users of the cloud hold themselves now. */
export const holdingsOf = ({ tenant }: GraphServer): Holdings =>
  new Map(tenant.users.map((user) => [user.id, new Map(heldBy(user))]));

/** The same by user and product, to be read when it differs. */
const told = (holdings: Holdings, withOff = true): Record<string, string[]> =>
  Object.fromEntries(
    [...holdings].map(([user, held]) => [
      user,
      [...held].map(([sku, off]) => (withOff ? `${sku} without ${off}` : sku)).sort(),
    ]),
  );

/** What a sync was to do for everybody who has it to be done. */
export interface Wanted {
  readonly assign: string;
  readonly revoke: string;
}

/** What is as it was, but that these users got and lost what was wanted. */
function withApplied(before: Holdings, users: ReadonlySet<string>, wanted: Wanted): Holdings {
  return new Map(
    [...before].map(([user, held]) => {
      if (!users.has(user)) return [user, held];
      const after = new Map(held);
      after.delete(wanted.revoke);
      if (!after.has(wanted.assign)) after.set(wanted.assign, '');
      return [user, after];
    }),
  );
}

/** Operations that the browser keeps: users of whom it is not known yet how they ended. */
const keptOperations = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('seatwise');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const db = opening.result;
          const count = db.transaction('operations').objectStore('operations').count();
          count.onsuccess = () => resolve(count.result);
          count.onerror = () => reject(new Error(String(count.error)));
          count.transaction?.addEventListener('complete', () => db.close());
        };
      }),
  );

/** On Pending, once the run has ended: the object ids of its users, who were all applied. */
async function appliedUsers(page: Page, customer: string): Promise<string[]> {
  await page.getByRole('link', { name: `See outcomes of ${customer}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes of the sync' })).toBeVisible();
  await page.reload();
  const rows = rowsOf((await fileOf(page, await press(page, 'Outcomes of the sync'))).text);
  const others = rows.filter(({ Outcome }) => Outcome !== 'Applied');
  expect(others, 'users of the run who were not applied').toEqual([]);
  return rows.map((row) => row['Object ID'] ?? '');
}

/** What the users of the customer hold themselves, as the device has it. */
async function holdingsOnDevice(page: Page, customer: string, all: Holdings): Promise<Holdings> {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: customer, exact: true }).press('Enter');
  await toUsers(page);
  const dialog = await choose(page, 'Assignment list, a row for each license');
  const held = new Map([...all.keys()].map((user) => [user, new Map<string, string>()]));
  for (const row of rowsOf((await fileOf(page, dialog)).text)) {
    held.get(row['Object ID'] ?? '')?.set(row['Product ID'] ?? '', '');
  }
  return held;
}

/**
 * On Pending, once the run has ended: the cloud's log, the outcomes, and the licenses in the cloud and on the device
 * say the same. Each of `users` has one outcome, was changed once, and holds what it held `before`, with what was
 * wanted; nobody else was changed.
 */
export async function expectAgreement(
  page: Page,
  customer: string,
  server: GraphServer,
  { before, users, wanted }: { before: Holdings; users: number; wanted: Wanted },
): Promise<void> {
  const counts = card(page, customer).getByText("The customer's counts agree with Microsoft 365.");
  await expect(counts).toBeVisible();
  const ends = await appliedUsers(page, customer);
  expect(ends, 'users with an outcome').toHaveLength(users);
  expect(new Set(ends).size, 'users with one outcome').toBe(users);
  const changed = server.landed.map(({ user }) => user.id);
  expect(changed.sort(), 'users in the log of the cloud').toEqual(ends.sort());

  const after = withApplied(before, new Set(ends), wanted);
  expect(told(holdingsOf(server)), 'licenses in the cloud').toEqual(told(after));
  const here = await holdingsOnDevice(page, customer, before);
  expect(told(here, false), 'licenses on the device').toEqual(told(after, false));
  expect(await keptOperations(page), 'operations without an outcome').toBe(0);
  await page.goto('/pending');
  const row = page.getByRole('row').filter({ hasText: customer });
  await expect(row).toContainText(`${users.toLocaleString('en')} applied`);
  // with a number behind it when there is
  await expect(page.getByRole('link', { name: 'Pending', exact: true })).toBeVisible();
}
