// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import type { Draft } from '#plan/draft.ts';
import { pendingKinds, waitingStates } from '#plan/pending-kinds.ts';
import { pendingCommands } from '#worker/pending/pending-commands.ts';
import type {
  PendingQuery,
  PendingUserPage,
  PendingUserRow,
} from '#worker/pending/pending-types.ts';
import { assign, C1, C2, imported, sampleBatch, saved } from '../../store/open-store.ts';
import { handover } from '../../store/handover-rows.ts';
import { syncRows } from '../../store/sync-rows.ts';
import { batchOf, csvUser, E3, E5, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const C3 = 'c3' as CustomerId;
const everybody: PendingQuery = { customerId: null, kind: null, state: null, text: '' };
const swap: Draft = {
  products: [],
  swaps: [{ from: E3, to: E5, decided: {}, ifUnknown: 'leaveOut' }],
  usageLocation: null,
};
const revoke: Draft = {
  products: [{ skuId: E3, action: 'revoke', servicePlans: {} }],
  swaps: [],
  usageLocation: null,
};

/** Three customers with users pending in every way, and one where nobody is. */
async function pending() {
  const desk = openDesk();
  const { db } = desk;
  await imported(db, C2, sampleBatch(40));
  await saved(db, C2, [1, 2, 3], swap, 'swap');
  await saved(db, C2, [5, 6], revoke, 'revoke');
  await db.handovers.put(handover(C2, [2]));
  await db.held.put({ ...syncRows(C2).held, position: 3 });
  await imported(db, C1, sampleBatch(30));
  await saved(db, C1, [20, 10, 4], assign(E5), 'assign');
  const file = [csvUser(1), csvUser(2)];
  await imported(db, C3, batchOf(file, { products: [owned(E3), owned(E5)] }));
  await saved(db, C3, [0], assign(E5), 'listed');
  await imported(db, 'c4' as CustomerId, sampleBatch(10));
  const { pendingUsers } = pendingCommands(desk);
  const find = (part: Partial<PendingQuery> = {}, page = 0) =>
    pendingUsers({ query: { ...everybody, ...part }, page, pageSize: 25, locale: 'en' });
  const shown = async (part: Partial<PendingQuery> = {}) =>
    (await find(part)).rows.map(({ customerId, position }) => `${customerId} ${position}`);
  return { desk, find, shown };
}

describe('the pending users of all customers', () => {
  it('stand in one list by customer and display name, with what is planned and how they stand', async () => {
    const { find, shown } = await pending();
    expect(await shown()).toEqual([
      ...['c1 4', 'c1 10', 'c1 20'],
      ...['c2 1', 'c2 2', 'c2 3', 'c2 5', 'c2 6', 'c3 0'],
    ]);
    const { rows, names, all, total } = await find();
    expect([all, total]).toEqual([9, 9]);
    const says = ({ items, state }: PendingUserRow) => [items.map(({ kind }) => kind), state];
    expect(rows.map(says)).toEqual([
      ...[4, 10, 20].map(() => [['assign'], 'ready']),
      [['swap'], 'ready'],
      [['swap'], 'handedOver'],
      [['swap'], 'held'],
      ...[5, 6].map(() => [['revoke'], 'ready']),
      [['assign'], 'withoutId'],
    ]);
    expect(Object.keys(names)).toEqual([C1, C2, C3]);
    expect(names[C1]?.products[E5]).toBeDefined();
  });

  it('are said to a list of users in the same words, with those left out for whom nothing is', async () => {
    const { desk, find } = await pending();
    const { plannedFor } = pendingCommands(desk);
    for (const customerId of [C1, C2, C3]) {
      const { rows, names } = await find({ customerId });
      const positions = Array.from({ length: customerId === C3 ? 2 : 30 }, (_, at) => at).reverse();
      const planned = await plannedFor({ customerId, positions, locale: 'en' });
      expect(planned.of).toEqual(
        new Map(rows.map(({ position, items, losing }) => [position, { items, losing }])),
      );
      expect(planned.names).toEqual(names[customerId]);
    }
  });

  it('are paged through without losing or repeating anybody, with the names that a page needs', async () => {
    const { desk } = await pending();
    const { pendingUsers } = pendingCommands(desk);
    const turn = (page: number) =>
      pendingUsers({ query: everybody, page, pageSize: 4, locale: 'en' });
    const pages = await Promise.all([0, 1, 2].map(turn));
    const seen = pages.flatMap(({ rows }) =>
      rows.map(({ customerId, position: p }) => customerId + p),
    );
    expect(new Set(seen).size).toBe(9);
    expect(pages.map(({ rows, names }) => [rows.length, Object.keys(names).length])).toEqual([
      [4, 2],
      [4, 1],
      [1, 1],
    ]);
    expect(await turn(9)).toEqual(pages[2]);
  });

  it('are as many as each number says once just that is chosen, whatever else is', async () => {
    const { find } = await pending();
    const asked: PendingQuery[] = [C1, C2, null].flatMap((customerId) =>
      [...pendingKinds, null].flatMap((kind) =>
        [...waitingStates, null].flatMap((state) =>
          ['', 'USER6@'].map((text) => ({ customerId, kind, state, text })),
        ),
      ),
    );
    const answers = new Map<string, PendingUserPage>();
    for (const query of asked) answers.set(JSON.stringify(query), await find(query));
    const totalOf = (query: PendingQuery) => answers.get(JSON.stringify(query))?.total;
    for (const query of asked) {
      const found = answers.get(JSON.stringify(query))!;
      for (const kind of pendingKinds) expect(found.kinds[kind]).toBe(totalOf({ ...query, kind }));
      for (const state of waitingStates)
        expect(found.states[state]).toBe(totalOf({ ...query, state }));
      for (const { id, users } of found.customers)
        if (id !== C3) expect(users).toBe(totalOf({ ...query, customerId: id }));
      expect(found.ofAnyKind).toBe(totalOf({ ...query, kind: null }));
      expect(found.ofAnyState).toBe(totalOf({ ...query, state: null }));
      expect(found.ofAllCustomers).toBe(totalOf({ ...query, customerId: null }));
      expect(found.all).toBe(9);
    }
    expect(totalOf({ ...everybody, kind: 'swap' })).toBe(3);
    expect(totalOf({ ...everybody, customerId: C2, text: 'USER6@' })).toBe(1);
  });

  it('move with what is saved and held back meanwhile', async () => {
    const { desk, shown } = await pending();
    await saved(desk.db, C1, [1], assign(E5), 'more');
    expect(await shown({ customerId: C1 })).toEqual(['c1 1', 'c1 4', 'c1 10', 'c1 20']);
    const { operation } = syncRows(C1);
    await desk.db.operations.put(operation);
    expect(await shown({ state: 'claimed' })).toEqual(['c1 1']);
  });

  it('are shown of all customers but the one that is damaged', async () => {
    const { desk, shown } = await pending();
    await desk.db.licenseBlocks.where(':id').between([C2], [C2, []]).delete();
    expect(await shown()).toEqual(['c1 4', 'c1 10', 'c1 20', 'c3 0']);
    expect([...desk.customers.damaged]).toEqual([C2]);
  });
});
