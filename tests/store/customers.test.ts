// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import type { CustomerId } from '#customers/customer.ts';
import { emptyDraft } from '#plan/draft.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { getCustomer, listCustomers } from '#store/customers.ts';
import { removeCustomer, renameCustomer } from '#store/edit-customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { writeListPlan } from '#store/list-plans.ts';
import { ownDraft, readDraft, writeDraft } from '#store/drafts.ts';
import { writeFacts } from '#store/facts.ts';
import { readFirstPage, writeFirstPage } from '#store/first-page.ts';
import { readOrder, writeOrder } from '#store/orders.ts';
import { listPurchases, putPurchase } from '#store/purchases.ts';
import { readSelection, writeSelection } from '#store/selections.ts';
import { readSettings, writeSettings } from '#store/settings.ts';
import { startWindow } from '#store/start-window.ts';
import { readView, writeView } from '#store/views.ts';
import { watchCustomers, type CustomerMove } from '#store/watch-customers.ts';
import { emptySelection } from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';
import { E3, E5, EXCHANGE, TEAMS } from '../users/merge-records.ts';
import {
  assign,
  awaitedName,
  C1,
  C2,
  clock,
  everything,
  imported,
  listPlan,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { putHandoverRows } from './handover-rows.ts';
import { putSyncRows, syncRows } from './sync-rows.ts';

const selectionOf = (members: BitSet) => ({ ...emptySelection, members, chosenAt: 7 });

/** A customer with a row in every table that can hold one. */
async function furnish(db: SeatwiseDatabase, customerId: CustomerId): Promise<void> {
  await imported(db, customerId, sampleBatch(20));
  await saved(db, customerId, [1], assign(E5));
  const { customer, revision } = await loaded(db, customerId);
  const order = { customerId, locale: 'en', sort: 'displayName' };
  await writeOrder(db, order, revision, Uint32Array.of(1));
  await writeDraft(db, { customerId, window: 'w', scope: 'selection' }, emptyDraft, 1);
  await writeSelection(db, { customerId, window: 'w', now: 1 }, selectionOf(BitSet.of([1])));
  await db.awaited.put({ ...awaitedName('change-1', 'new@contoso.com'), customerId });
  await writeListPlan(db, { customerId, window: 'w1', now: 1 }, listPlan(1));
  await writeView(
    db,
    { customerId, window: 'w', now: 1 },
    { query: everybody, page: 0, pageSize: 25 },
  );
  await putPurchase(db, { customerId, skuId: E3, count: 1, addedAt: 1 });
  await writeFirstPage(db, { customerId, version: customer.version, locale: 'en', page: [1] });
  await db.imports.put({ customerId, revision: 9, owner: 'x', expiresAt: 0 });
  await db.cloud.put({ customerId, part: '', sequence: 0, value: 'a cloud' });
  await db.deltas.put({ customerId, link: null, wholeAt: 1 });
  await db.subscriptions.put({ customerId, readAt: 1, subscriptions: null });
  await putSyncRows(db, customerId);
  await putHandoverRows(db, customerId);
  await db.leases.put(syncRows(customerId).lease);
  await writeFacts(db, [
    {
      id: 'f' as FactId,
      relation: { kind: 'excludes', pair: [TEAMS, EXCHANGE] },
      severity: 'warning',
      origin: 'sample',
      source: 'test',
      date: '2026-01-01',
      confidence: 'high',
      scope: { kind: 'customer', id: customerId },
      enabled: true,
    },
  ]);
}

describe('removing a customer', () => {
  it('deletes every row of it and none of others', async () => {
    const db = openStore();
    await furnish(db, C2);
    const others = await everything(db);
    await furnish(db, C1);
    const all = await everything(db);
    // the test reaches every table: a new one must be furnished above
    const ofTheDevice = ['catalog', 'factSwitches', 'keptLists', 'mappings', 'presets', 'settings'];
    const empty = Object.entries(all).filter(
      ([name, rows]) => !ofTheDevice.includes(name) && rows.length < 2,
    );
    expect(empty).toEqual([]);
    await removeCustomer(db, C1, clock());
    expect(await everything(db)).toEqual(others);
  });

  it('is not undone by a window that still writes to it', async () => {
    const db = openStore();
    await furnish(db, C1);
    const { revision } = await loaded(db, C1);
    await removeCustomer(db, C1, clock());
    await writeDraft(db, { customerId: C1, window: 'w', scope: 'selection' }, emptyDraft, 1);
    await writeSelection(db, { customerId: C1, window: 'w', now: 1 }, selectionOf(new BitSet()));
    await writeOrder(db, { customerId: C1, locale: 'en', sort: 'x' }, revision, Uint32Array.of(1));
    await putPurchase(db, { customerId: C1, skuId: E3, count: 1, addedAt: 1 });
    await writeFirstPage(db, { customerId: C1, version: 2, locale: 'en', page: [] });
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });
});

describe('customers', () => {
  it('are listed without what only the store needs', async () => {
    const db = openStore();
    const before = (await imported(db, C1, sampleBatch(3))).customer;
    await renameCustomer(db, C1, 'Fabrikam');
    const [customer] = await listCustomers(db);
    expect(customer).toEqual(await getCustomer(db, C1));
    expect(customer).toMatchObject({ name: 'Fabrikam', version: before.version + 1 });
    expect(Object.keys(customer!)).not.toContain('revision');
    expect(await getCustomer(db, C2)).toBeNull();
    expect(await renameCustomer(db, C2, 'x')).toEqual({ ok: false, error: { kind: 'gone' } });
  });

  it('that move are told to other windows', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    const other = openStore(db.name);
    const told: CustomerMove[] = [];
    const stop = watchCustomers(other, (moves) => told.push(...moves));
    const until = async (count: number) => {
      for (let i = 0; i < 200 && told.length < count; i++)
        await new Promise((go) => setTimeout(go, 5));
    };
    await new Promise((go) => setTimeout(go, 50));
    const first = await saved(db, C1, [1], assign(E5));
    await until(1);
    const second = await imported(db, C2, sampleBatch(1));
    await until(2);
    await removeCustomer(db, C1, clock());
    await until(3);
    stop();
    await renameCustomer(db, C2, 'unheard');
    await new Promise((go) => setTimeout(go, 50));
    expect(told).toEqual([
      { id: C1, version: first.customer.version },
      { id: C2, version: second.customer.version },
      { id: C1, version: null },
    ]);
  });
});

describe('a window', () => {
  it('remembers its own, and a new one starts from the latest', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    expect(await readSelection(db, C1, 'w1')).toBeNull();
    await writeSelection(
      db,
      { customerId: C1, window: 'w1', now: 20 },
      selectionOf(BitSet.of([1, 2])),
    );
    await writeSelection(
      db,
      { customerId: C1, window: 'w2', now: 10 },
      selectionOf(BitSet.of([3])),
    );
    expect((await readSelection(db, C1, 'w2'))?.members.members()).toEqual([3]);
    expect((await readSelection(db, C1, 'w3'))?.members.members()).toEqual([1, 2]);
    await writeView(
      db,
      { customerId: C1, window: 'w1', now: 1 },
      { query: everybody, page: 4, pageSize: 100 },
    );
    expect(await readView(db, C1, 'w9')).toMatchObject({ page: 4, pageSize: 100 });
    await writeDraft(db, { customerId: C1, window: 'w1', scope: 'user:1' }, assign(E3), 1);
    expect(await readDraft(db, { customerId: C1, window: 'w2', scope: 'user:1' })).toEqual(
      assign(E3),
    );
    expect(await readDraft(db, { customerId: C1, window: 'w1', scope: 'selection' })).toBeNull();
  });

  it('that is new gets a selection and the ticks made for it, never ticks made for other users', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    await writeSelection(
      db,
      { customerId: C1, window: 'w1', now: 10 },
      selectionOf(BitSet.of([1])),
    );
    await writeDraft(db, { customerId: C1, window: 'w1', scope: 'selection' }, assign(E3), 11);
    await writeSelection(
      db,
      { customerId: C1, window: 'w2', now: 20 },
      selectionOf(BitSet.of([2])),
    );
    const start = async (window: string) => {
      await startWindow(db, { customerId: C1, window, scope: 'selection' });
      const selection = await readSelection(db, C1, window);
      return [
        selection?.members.members(),
        await ownDraft(db, { customerId: C1, window, scope: 'selection' }),
      ];
    };
    expect(await start('w3')).toEqual([[2], null]);
    await writeDraft(db, { customerId: C1, window: 'w3', scope: 'selection' }, assign(E5), 30);
    expect(await start('w2')).toEqual([[2], null]);
    expect(await start('w1')).toEqual([[1], assign(E3)]);
    await writeSelection(
      db,
      { customerId: C1, window: 'w1', now: 40 },
      selectionOf(BitSet.of([1, 2])),
    );
    expect(await start('w4')).toEqual([[1, 2], assign(E3)]);
  });

  it('long gone is forgotten', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(3));
    for (let n = 0; n < 40; n++) {
      await writeDraft(
        db,
        { customerId: C1, window: `w${n}`, scope: 'selection' },
        n === 39 ? assign(E3) : emptyDraft,
        n,
      );
    }
    expect(await db.drafts.count()).toBe(16);
    expect(await readDraft(db, { customerId: C1, window: 'w0', scope: 'selection' })).toEqual(
      assign(E3),
    );
  });
});

describe('what is kept beside', () => {
  it('orders and the first page are given only for the state they were made for', async () => {
    const db = openStore();
    const { revision, customer } = await imported(db, C1, sampleBatch(3));
    const order = { customerId: C1, locale: 'en', sort: 'displayName' };
    await writeOrder(db, order, revision, Uint32Array.of(2, 0, 1));
    await writeFirstPage(db, {
      customerId: C1,
      version: customer.version,
      locale: 'en',
      page: ['row'],
    });
    expect(await readOrder(db, order, revision)).toEqual(Uint32Array.of(2, 0, 1));
    expect(await readFirstPage(db, C1, 'en')).toMatchObject({ page: ['row'] });
    expect(await readFirstPage(db, C1, 'zh-Hans')).toBeNull();
    await saved(db, C1, [0], assign(E5));
    expect(await readOrder(db, order, revision)).not.toBeNull();
    expect(await readFirstPage(db, C1, 'en')).toBeNull();
    const next = await imported(db, C1, sampleBatch(4));
    await writeOrder(db, order, revision, Uint32Array.of(0));
    expect(await readOrder(db, order, next.revision)).toBeNull();
    await writeOrder(db, order, next.revision, Uint32Array.of(3, 2, 1, 0));
    expect(await readOrder(db, order, revision)).toBeNull();
  });

  it('a buy list has one number per product', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(1));
    await imported(db, C2, sampleBatch(1));
    const line = { customerId: C1, skuId: E3, count: 3, addedAt: 1 };
    await putPurchase(db, line);
    await putPurchase(db, { ...line, count: 5 });
    await putPurchase(db, { ...line, customerId: C2 });
    expect(await listPurchases(db, C1)).toEqual([{ ...line, count: 5 }]);
    expect(await listPurchases(db)).toHaveLength(2);
    await putPurchase(db, { ...line, count: 0 });
    expect(await listPurchases(db, C1)).toEqual([]);
  });

  it('settings stand over their defaults', async () => {
    const db = openStore();
    const defaults = { theme: 'system', amberDays: 3, persisted: null };
    expect(await readSettings(db, defaults)).toEqual(defaults);
    await writeSettings(db, { theme: 'dark', unknown: 1 });
    await writeSettings(db, { amberDays: 5 });
    expect(await readSettings(db, defaults)).toEqual({ ...defaults, theme: 'dark', amberDays: 5 });
  });
});
