// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assignmentOf, directPath, groupsOf } from '#licenses/license-set.ts';
import type { Draft } from '#plan/draft.ts';
import { doDeed, type AdminDeed } from '#sandbox/cloud/admin-deed.ts';
import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId } from '#users/ids.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { customerCommands } from '#worker/customers/customer-commands.ts';
import type { ConflictChoice } from '#worker/outcomes/outcome-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';
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

const revokeVisio: Draft = {
  swaps: [],
  usageLocation: null,
  products: [{ skuId: VISIO, action: 'revoke', servicePlans: {} }],
};

/** Users with something planned for each kind of drift, on a device with one window. */
async function planned() {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const holders = await usersWhere(db, (held) => held.has(VISIO) && !held.has(PROJECT), 5);
  const [product] = await usersWhere(db, (held) => !held.has(VISIO) && !held.has(PROJECT), 1);
  const { table } = await loaded(db, HARBOR);
  const located = Array.from(table.locations.baseline).indexOf(LOCATION_NONE);
  await plan(db, holders, revokeVisio);
  await plan(db, [located], { ...assign(FLOW), usageLocation: 'FR' }, 'change-2');
  await plan(db, [product!], assign(PROJECT), 'change-3');
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const { clouds } = window.desk;
  const idOf = (position: number) => table.texts.id[position]!;
  /** Somebody else does this. */
  const act = (deed: AdminDeed, position: number) =>
    clouds.change(HARBOR, (tenant, now) => {
      const user = tenant.user(idOf(position))!;
      const about = position === located ? FLOW : VISIO;
      tenant.change(doDeed(deed, { user, skuId: about }, { tenant, next: () => 0 })!, now);
    });
  const until = async (state: RunView['state']) => {
    await clock.until(async () => (await window.run())?.state === state, state);
    return (await window.run())!;
  };
  const sync = async (state: RunView['state'] = 'done') => {
    expect(await window.start()).toEqual({ ok: true, value: null });
    return until(state);
  };
  const inCloud = async (position: number) => {
    const answer = await graphProvider(clouds.wireOf(HARBOR)!).read([userId(idOf(position))]);
    const [one] = answer.ok ? answer.value : [];
    return one?.kind === 'user' ? one.user : null;
  };
  const settleOne = (position: number, choice: ConflictChoice) => {
    const which = { kind: 'users', positions: [position] } as const;
    return window.commands.settleConflicts({ customerId: HARBOR, which, choice, operator: 'Ada' });
  };
  const page = () =>
    window.commands.conflicts({
      customerId: HARBOR,
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
  const [switched, grouped, deleted, renamed, plain] = holders as [
    ...[number, number, number, number, number],
  ];
  return {
    db,
    window,
    clouds,
    act,
    sync,
    until,
    inCloud,
    settleOne,
    page,
    users: { switched, grouped, deleted, renamed, plain, located, product: product! },
  };
}

/** The same after somebody else did a thing of each kind, and a sync met it. */
async function drifted() {
  const it = await planned();
  const { act, users, clouds, sync } = it;
  await act('changesLicense', users.switched);
  await act('renames', users.switched);
  await act('givesThroughGroup', users.grouped);
  await act('deletes', users.deleted);
  await act('renames', users.renamed);
  await act('changesLocation', users.located);
  await clouds.setMood(HARBOR, { ...calmMood, endedProduct: PROJECT });
  return { ...it, run: await sync() };
}

describe('every kind of drift', { timeout: 60_000 }, () => {
  it('holds its user, with what was known, what is planned and what is there; a new name alone holds nobody', async () => {
    const { run, page, users, inCloud } = await drifted();
    expect(run.counts).toMatchObject({ conflict: 5, applied: 2, rejected: 0 });
    const { rows, counts, mixed, appliable, total } = await page();
    expect({ counts, mixed, total }).toEqual({
      counts: {
        licenseChanged: 1,
        nowThroughGroup: 1,
        userGone: 1,
        locationChanged: 1,
        productGone: 1,
      },
      mixed: 0,
      total: 5,
    });
    expect([...appliable].sort()).toEqual(['licenseChanged', 'locationChanged', 'nowThroughGroup']);
    const rowOf = (position: number) => rows.find((row) => row.position === position)!;
    const visioIn = (state: { licenses: readonly { skuId: string }[] } | null) =>
      state?.licenses.find(({ skuId }) => skuId === VISIO);

    const switched = rowOf(users.switched);
    expect(visioIn(switched.baseline)).toMatchObject({ servicePlansOff: [] });
    expect(visioIn(switched.ours)).toBeUndefined();
    expect(visioIn(switched.theirs)).toMatchObject({ servicePlansOff: [{}] });
    const { from, to } = switched.renamed!;
    expect(from.displayName).toBe(switched.displayName);
    expect(to.displayName).not.toBe(from.displayName);
    expect(to.userPrincipalName).toMatch(/@/);

    expect(visioIn(rowOf(users.grouped).theirs)).toMatchObject({ direct: true, groups: [{}] });
    expect(rowOf(users.deleted)).toMatchObject({ theirs: null, canApply: false });
    expect(rowOf(users.located)).toMatchObject({
      baseline: { usageLocation: null },
      ours: { usageLocation: 'FR' },
      theirs: { usageLocation: 'SE' },
      renamed: null,
    });
    expect(rowOf(users.product)).toMatchObject({ canApply: false });
    // matched by the id, whatever the name
    const plain = (await inCloud(users.renamed))!;
    expect(assignmentOf(plain.licenses, VISIO)).toBeUndefined();
  });

  it('goes as the person says: applied upon what is there now, dropped, or left for later', async () => {
    const { db, window, users, settleOne, sync, page, inCloud } = await drifted();
    expect(await settleOne(users.switched, 'apply')).toBe(1);
    expect(await settleOne(users.grouped, 'apply')).toBe(1);
    expect(await settleOne(users.located, 'drop')).toBe(1);
    expect(await settleOne(users.product, 'later')).toBe(1);
    const all = { kind: 'all', drift: 'userGone' } as const;
    expect(
      await window.commands.settleConflicts({
        customerId: HARBOR,
        which: all,
        choice: 'drop',
        operator: 'Ada',
      }),
    ).toBe(1);
    expect((await page()).rows.map(({ position }) => position)).toEqual([users.product]);

    const run = await sync();
    expect(run.counts).toMatchObject({ applied: 2, conflict: 0, rejected: 0 });
    expect(assignmentOf((await inCloud(users.switched))!.licenses, VISIO)).toBeUndefined();
    const grouped = assignmentOf((await inCloud(users.grouped))!.licenses, VISIO);
    expect(directPath(grouped)).toBeUndefined();
    expect(groupsOf(grouped)).toHaveLength(1);
    expect(assignmentOf((await inCloud(users.located))!.licenses, FLOW)).toBeUndefined();
    // what is left for later stays pending, and is not sent
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(1);
    expect(await window.commands.pending()).toMatchObject([{ held: 1, pending: 1 }]);
    expect(await customerCommands(window.desk).attentionOf(HARBOR)).toMatchObject({ conflicts: 1 });
  });
});

describe('an access that has ended', { timeout: 60_000 }, () => {
  it('stops the run, keeps who was held and who was not sent, and goes on when it is back', async () => {
    const { act, users, clouds, sync, until, window, page } = await planned();
    await act('changesLicense', users.switched);
    await clouds.setMood(HARBOR, { ...calmMood, accessEnded: true });
    const run = await sync('noAccess');
    expect(run.endedAt).toBeNull();
    expect(run.refusal).toMatch(/Insufficient privileges/);
    expect(run.counts).toMatchObject({ applied: 0, rejected: 0, conflict: 0, left: 7 });
    await clouds.setMood(HARBOR, calmMood);
    await window.commands.controlSync(HARBOR, 'go', 'Ada');
    expect((await until('done')).counts).toMatchObject({ conflict: 1, left: 0 });
    expect((await page()).total).toBe(1);
  });
});
