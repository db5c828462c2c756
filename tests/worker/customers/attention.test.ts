// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { customerCommands } from '#worker/customers/customer-commands.ts';
import { licenseCommands } from '#worker/licenses/license-commands.ts';
import { assign, C1, C2, imported, sampleBatch, saved } from '../../store/open-store.ts';
import { csvUser, direct, E3, E5, graphUser, owned, batchOf } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const DAY = 86_400_000;
const via = { kind: 'direct' } as const;
const failed = {
  skuId: E5,
  paths: [{ via, disabledPlans: [], state: 'Error', error: 'CountViolation' }],
};

it('counts users as Users and licenses does, and overdrawn products as the license tables do', async () => {
  const desk = openDesk();
  const users = [
    graphUser(0, { licenses: [direct(E3)] }),
    graphUser(1, { licenses: [direct(E3), failed] }),
    graphUser(2, { licenses: [] }),
    csvUser(3, { licenses: null }),
  ];
  await imported(desk.db, C1, batchOf(users, { products: [owned(E3), owned(E5, 1)] }));
  const api = { ...customerCommands(desk), ...licenseCommands(desk) };
  const before = { licensedUsers: 2, untoldUsers: 1, overdrawn: 0, licenseErrors: 1 };
  expect(await api.attention()).toEqual([
    { customerId: C1, ...before, conflicts: 0, toBuy: 0, endingSoon: 0 },
  ]);

  // E5 has one license, and one is consumed: both users are planned beyond that
  await saved(desk.db, C1, [0, 2], assign(E5));
  await api.buy(C1, E5, 2);
  await desk.customers.reload(C1);
  const overdrawn = (await api.entitlements(C1, 'en')).filter(
    ({ available }) => (available ?? 0) < 0,
  );
  expect(overdrawn.map(({ skuId }) => skuId)).toEqual([E5]);
  expect(await api.attentionOf(C1)).toEqual({
    ...{ customerId: C1, licensedUsers: 3, untoldUsers: 1, overdrawn: 1 },
    ...{ conflicts: 0, toBuy: 1, endingSoon: 0, licenseErrors: 1 },
  });
});

it('says of how many products a subscription ends soon, by the day on which it is asked', async () => {
  let today = 0;
  const desk = openDesk(undefined, () => today);
  await imported(desk.db, C1, sampleBatch(3));
  const ends = (nextChangeAt: number) => ({
    ...{ skuId: E3, status: 'Enabled', total: 5, isTrial: false, nextChangeAt },
  });
  await desk.db.subscriptions.put({ customerId: C1, readAt: 0, subscriptions: [ends(40 * DAY)] });
  const { attentionOf } = customerCommands(desk);
  expect(await attentionOf(C1)).toMatchObject({ endingSoon: 0 });
  today = 20 * DAY;
  expect(await attentionOf(C1)).toMatchObject({ endingSoon: 1 });
});

it('looks at all customers in passing: those in memory stay there, and others come not', async () => {
  const desk = openDesk();
  for (const id of [C1, C2]) await imported(desk.db, id, sampleBatch(3));
  const open = await desk.customers.open(C1);
  expect(await customerCommands(desk).attention()).toHaveLength(2);
  expect(await desk.customers.open(C1)).toBe(open);
  expect(desk.customers.has(C2)).toBe(false);
});
