// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { pendingCommands } from '#worker/pending/pending-commands.ts';
import type { PendingQuery } from '#worker/pending/pending-types.ts';
import { assign, C1, C2, imported, sampleBatch, saved } from '../../store/open-store.ts';
import { handover } from '../../store/handover-rows.ts';
import { E3, E5, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const everybody: PendingQuery = { customerId: null, kind: null, state: null, text: '' };
const revoke = {
  ...assign(E3),
  products: [{ skuId: E3, action: 'revoke', servicePlans: {} }],
} as const;

/** Three pending users of one customer, five of another: there two use what three free, and one was handed over. */
async function pending() {
  const desk = openDesk();
  await imported(desk.db, C1, sampleBatch(20));
  await saved(desk.db, C1, [1, 2, 3], assign(E5));
  await imported(desk.db, C2, sampleBatch(20, { products: [owned(E3, 1), owned(E5)] }));
  await saved(desk.db, C2, [1, 2, 3], revoke);
  await saved(desk.db, C2, [0, 10], assign(E3), 'uses what is freed');
  await desk.db.handovers.put(handover(C2, [2]));
  const api = pendingCommands(desk);
  const list = (query = everybody) =>
    api.pendingUsers({ query, page: 0, pageSize: 25, locale: 'en' });
  const names = async (only: 'selected' | 'all' = 'all') =>
    (await list()).rows
      .filter(({ selected }) => only === 'all' || selected)
      .map(({ customerId, position }) => `${customerId} ${position}`);
  const select = async (id: typeof C1, ...positions: readonly number[]) => {
    const { rows } = await list({ ...everybody, customerId: id });
    const users = rows.filter(({ position }) => positions.includes(position));
    await api.editPendingSelection({ kind: 'set', users, selected: true }, 'en');
  };
  const remove = async () => {
    const { shown } = await api.pendingRemoval('en');
    return api.removePending({ locale: 'en', operator: 'Ada', shown });
  };
  return { desk, api, list, names, select, remove };
}

describe('removing pending users', () => {
  it('takes those who were selected out of the plans of their customers, and puts them back', async () => {
    const { api, list, names, select, remove } = await pending();
    await select(C1, 2);
    await api.editPendingSelection(
      { kind: 'matching', query: { ...everybody, customerId: C2 } },
      'en',
    );
    expect(await names('selected')).toEqual(['c1 2', 'c2 0', 'c2 1', 'c2 2', 'c2 3', 'c2 10']);
    expect(await list({ ...everybody, kind: 'revoke' })).toMatchObject({
      selected: 6,
      selectedMatching: 3,
    });
    expect(await api.pendingRemoval('en')).toMatchObject({
      ...{ users: 5, customers: 2, claimed: 0, handedOver: 1, short: [] },
    });
    expect(await remove()).toEqual({ ok: true, value: { users: 5, customers: 2 } });
    expect(await names()).toEqual(['c1 1', 'c1 3', 'c2 2']);
    expect(await names('selected')).toEqual(['c2 2']);
    expect(await api.undoPendingRemoval('Ada')).toEqual({ users: 5, customers: 2 });
    expect(await names()).toHaveLength(8);
    // who was selected once is not selected again for having come back
    expect(await names('selected')).toEqual(['c2 2']);
    expect(await api.undoPendingRemoval('Ada')).toEqual({ users: 0, customers: 0 });
  });

  it('says of which products more would be planned than there are then', async () => {
    const { api, select } = await pending();
    await select(C2, 1, 3);
    const { short } = await api.pendingRemoval('en');
    expect(short).toEqual([
      { customerId: C2, customer: 'Customer c2', product: 'Microsoft 365 E3', count: 1 },
    ]);
  });

  it('does nothing where something moved since it was shown, and undoes nothing that moved since', async () => {
    const { desk, api, names, remove } = await pending();
    await api.editPendingSelection({ kind: 'matching', query: everybody }, 'en');
    const { shown } = await api.pendingRemoval('en');
    await saved(desk.db, C1, [4], assign(E5), 'more');
    expect(await api.removePending({ locale: 'en', operator: 'Ada', shown })).toEqual({
      ok: false,
      error: 'stale',
    });
    expect(await names()).toHaveLength(9);
    expect(await remove()).toEqual({ ok: true, value: { users: 7, customers: 2 } });
    await saved(desk.db, C2, [5], revoke, 'later');
    expect(await api.undoPendingRemoval('Ada')).toEqual({ users: 3, customers: 1 });
    expect(await names()).toEqual(['c1 1', 'c1 2', 'c1 3', 'c1 4', 'c2 2', 'c2 5']);
  });
});
