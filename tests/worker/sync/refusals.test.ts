// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import { getCustomer } from '#store/customers.ts';
import { openChanges } from '#store/changes.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId } from '#users/ids.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import { assign, loaded } from '../../store/open-store.ts';
import {
  FakeLocks,
  FLOW,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  PROJECT,
  usersWhere,
  VISIO,
} from './harbor.ts';
import { HandClock } from './hand-clock.ts';

const revoke = (skuId: SkuId): Draft => ({
  swaps: [],
  usageLocation: null,
  products: [{ skuId, action: 'revoke', servicePlans: {} }],
});

type Wanted = (held: ReadonlySet<SkuId>) => boolean;

async function device(draft: Draft, isWanted: Wanted, count: number) {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(db, isWanted, count);
  await plan(db, users, draft);
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const sync = async () => {
    expect(await window.start()).toEqual({ ok: true, value: null });
    await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
    const run = await window.run();
    if (run === null) throw new Error('no run');
    return run;
  };
  const data = await loaded(db, HARBOR);
  const idOf = (position: number) => userId(data.table.texts.id[position]!);
  const customer = (await getCustomer(db, HARBOR))!;
  const cloud = graphProvider(cloudOf(window.desk, customer)!);
  return { clock, db, users, window, sync, idOf, cloud };
}

const hasVisio: Wanted = (held) => held.has(VISIO) && !held.has(PROJECT);

describe('what the cloud refuses', { timeout: 60_000 }, () => {
  it('is said by product and Save, and becomes a fact of the customer, once', async () => {
    const { window, sync, users } = await device(assign(PROJECT), hasVisio, 3);
    const run = await sync();
    expect(run).toMatchObject({ counts: { rejected: 3, applied: 0 }, learned: 1 });
    const { rows, counts } = await window.commands.outcomes({
      customerId: HARBOR,
      runId: run.id,
      filter: 'rejected',
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    expect(counts.rejected).toBe(3);
    expect(rows.map(({ position }) => position).sort()).toEqual([...users].sort());
    expect(rows[0]).toMatchObject({
      sent: [{ skuId: PROJECT, isCause: true, change: { id: 'change-1' } }],
      refusal: {
        kind: 'conflict',
        code: 'Request_BadRequest',
        issue: { code: 'conflict' },
      },
    });
    const learned = (await window.rules.rules()).filter(({ fact }) => fact.origin === 'learned');
    expect(learned).toMatchObject([{ home: { id: HARBOR }, fact: { severity: 'blocking' } }]);
  });

  it('is not planned again where the fact that it taught forbids it', async () => {
    const { window, sync } = await device(assign(PROJECT), hasVisio, 3);
    const run = await sync();
    await window.desk.customers.reloadAll();
    expect(
      await window.commands.retryRefused({
        customerId: HARBOR,
        runId: run.id,
        without: null,
        operator: 'Ada',
      }),
    ).toEqual({
      ok: false,
      error: { kind: 'nothingToDo' },
    });
  });

  it('is planned again for those who failed, and only for them, where nothing forbids it', async () => {
    const taken: Wanted = (held) => !held.has(VISIO) && !held.has(PROJECT);
    const { db, window, sync, users } = await device(assign(PROJECT), taken, 10);
    // seven are left
    const run = await sync();
    expect(run.counts).toMatchObject({ applied: 7, rejected: 3 });
    const { rows } = await window.commands.outcomes({
      customerId: HARBOR,
      runId: run.id,
      filter: 'rejected',
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    expect(rows[0]?.refusal).toMatchObject({
      code: 'Request_BadRequest',
      issue: { code: 'shortage' },
    });
    expect(
      await window.commands.retryRefused({
        customerId: HARBOR,
        runId: run.id,
        without: null,
        operator: 'Ada',
      }),
    ).toMatchObject({ ok: false });
    const giveBack = users.filter((user) => !rows.some(({ position }) => position === user));
    await plan(db, giveBack.slice(0, 2), revoke(PROJECT), 'change-2');
    await window.desk.customers.reloadAll();
    const retried = await window.commands.retryRefused({
      customerId: HARBOR,
      runId: run.id,
      without: null,
      operator: 'Ada',
    });
    expect(retried.ok).toBe(true);
    const [, again] = await openChanges(db, HARBOR);
    expect(again?.users.length).toBe(3);
    expect(await sync()).toMatchObject({ counts: { applied: 4, rejected: 0 }, differs: [] });
  });
});

describe('what differs from the cloud', { timeout: 60_000 }, () => {
  /** Three users are to lose Visio; somebody else has switched a service plan off for two of them. */
  async function drifted() {
    const it = await device(revoke(VISIO), (held) => held.has(VISIO), 3);
    const { db, users, idOf, cloud } = it;
    const product = (await loaded(db, HARBOR)).products.find(({ skuId }) => skuId === VISIO);
    const off = product!.servicePlans!.find(({ appliesTo }) => appliesTo === 'User')!.id;
    const theirs = users.slice(0, 2).map((user) => ({
      kind: 'licenses' as const,
      userId: idOf(user),
      remove: [],
      add: [{ skuId: VISIO, disabledPlans: [off] }],
    }));
    await cloud.send(theirs, () => true);
    return { ...it, run: await it.sync() };
  }

  it('is held back with all three states, and counted', async () => {
    const { window, run, users } = await drifted();
    expect(run.counts).toMatchObject({ conflict: 2, applied: 1 });
    const page = await window.commands.conflicts({
      customerId: HARBOR,
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    expect(page).toMatchObject({ total: 2, mixed: 0, counts: { licenseChanged: 2 } });
    const [row] = page.rows;
    const states = [row!.baseline, row!.ours, row!.theirs!].map(({ licenses }) =>
      licenses.find(({ skuId }) => skuId === VISIO),
    );
    expect(states[0]).toMatchObject({ direct: true, servicePlansOff: [] });
    expect(states[1]).toBeUndefined();
    expect(states[2]?.servicePlansOff).toHaveLength(1);
    expect(users).toContain(row!.position);
    const [pending] = await window.commands.pending();
    expect(pending).toMatchObject({ held: 2, open: 0 });
  });

  it('is sent all the same when our change is applied, at the next sync, over what is there now', async () => {
    const { window, db, sync, idOf, cloud, users } = await drifted();
    const all = { kind: 'all', drift: 'licenseChanged' } as const;
    expect(
      await window.commands.settleConflicts({
        customerId: HARBOR,
        which: all,
        choice: 'apply',
        operator: 'Ada',
      }),
    ).toBe(2);
    expect(
      (
        await window.commands.conflicts({
          customerId: HARBOR,
          text: '',
          page: 0,
          pageSize: 25,
          locale: 'en',
        })
      ).total,
    ).toBe(0);
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(2);
    expect(await sync()).toMatchObject({ counts: { applied: 2, conflict: 0 }, differs: [] });
    const read = await cloud.read(users.map(idOf));
    const held = read.ok ? read.value.map((one) => one.kind === 'user' && one.user.licenses) : [];
    expect(held).toHaveLength(3);
    for (const licenses of held) {
      expect(licenses && licenses.some(({ skuId }) => skuId === VISIO)).toBe(false);
    }
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
  });

  it('is left alone when our change is dropped', async () => {
    const { window, db } = await drifted();
    const all = { kind: 'all', drift: 'licenseChanged' } as const;
    expect(
      await window.commands.settleConflicts({
        customerId: HARBOR,
        which: all,
        choice: 'drop',
        operator: 'Ada',
      }),
    ).toBe(2);
    expect(
      (
        await window.commands.conflicts({
          customerId: HARBOR,
          text: '',
          page: 0,
          pageSize: 25,
          locale: 'en',
        })
      ).total,
    ).toBe(0);
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
  });
});

describe('licenses in use', { timeout: 60_000 }, () => {
  it('that the cloud counts differently after the run are told, and taken over', async () => {
    const { db, sync, idOf, cloud, users } = await device(
      assign(FLOW),
      (held) => !held.has(FLOW),
      4,
    );
    // somebody else gives it to one whom this plan does not concern
    const [other, ...ours] = users;
    const product = async () =>
      (await loaded(db, HARBOR)).products.find(({ skuId }) => skuId === FLOW);
    const before = (await product())!.units!.consumed;
    const add = [{ skuId: FLOW, disabledPlans: [] }];
    await cloud.send([{ kind: 'licenses', userId: idOf(other!), add, remove: [] }], () => true);
    const run = await sync();
    expect(run.counts.applied + run.counts.already).toBe(users.length);
    expect((await product())!.units!.consumed).toBe(before + users.length);
    expect(ours).toHaveLength(3);
    expect(run.differs).toEqual([]);
    // by then the counts agree; somebody who is in no plan takes one more
    const bystander = (await usersWhere(db, (held) => !held.has(FLOW), 1))[0]!;
    await plan(db, [bystander], assign(FLOW), 'change-2');
    const stranger = (await usersWhere(db, (held) => !held.has(FLOW), 2))[1]!;
    await cloud.send([{ kind: 'licenses', userId: idOf(stranger), add, remove: [] }], () => true);
    const again = await sync();
    const cloudCount = before + users.length + 2;
    expect(again.differs).toMatchObject([
      { skuId: FLOW, planned: cloudCount - 1, cloud: cloudCount },
    ]);
    expect((await product())!.units!.consumed).toBe(cloudCount);
  });
});
