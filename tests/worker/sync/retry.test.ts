// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { assignmentOf } from '#licenses/license-set.ts';
import { isPlannedFor } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { openChanges } from '#store/changes.ts';
import { runOutcomes } from '#store/outcomes.ts';
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

const both: Draft = {
  products: [...assign(PROJECT).products, ...assign(FLOW).products],
  swaps: [],
  usageLocation: null,
};

const nobody = { gone: 0, changedSince: 0, done: 0, nothingElse: 0, exchange: 0 };

/** Four users who have Visio were to get Project, which the cloud refuses them; three of them something else too. */
async function refused() {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(
    db,
    (held) => held.has(VISIO) && !held.has(PROJECT) && !held.has(FLOW),
    4,
  );
  await plan(db, users.slice(0, 3), both);
  await plan(db, users.slice(3), assign(PROJECT), 'change-2');
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const sync = async () => {
    await window.start();
    await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
    const run = await window.run();
    if (run === null) throw new Error('no run');
    return run;
  };
  return { db, window, users, sync, run: await sync() };
}

describe('what was rejected because of one product', { timeout: 60_000 }, () => {
  it('is offered without it, with numbers, and only for what was sent', async () => {
    const { window, run } = await refused();
    expect(run.counts).toMatchObject({ rejected: 4, applied: 0 });
    // Visio is named by the refusal too, but it was held all along
    expect(await window.commands.retries(HARBOR, run.id, 'en')).toMatchObject({
      all: { users: 4, stays: nobody },
      without: [{ skuId: PROJECT, users: 3, stays: { ...nobody, nothingElse: 1 } }],
    });
  });

  it('is planned again as one change, synced like any, and not offered twice', async () => {
    const { db, window, run, users, sync } = await refused();
    const { retryRefused, retries } = window.commands;
    const planned = await retryRefused({
      customerId: HARBOR,
      runId: run.id,
      without: PROJECT,
      operator: 'Ada',
    });
    expect(planned.ok).toBe(true);
    const [change, ...others] = await openChanges(db, HARBOR);
    expect(others).toEqual([]);
    expect([...change!.users].sort()).toEqual(users.slice(0, 3).sort());
    expect(change!.parts).toEqual([assign(FLOW)]);
    expect((await retries(HARBOR, run.id, 'en')).without).toEqual([]);
    expect(
      await retryRefused({ customerId: HARBOR, runId: run.id, without: PROJECT, operator: 'Ada' }),
    ).toEqual({
      ok: false,
      error: { kind: 'nothingToDo' },
    });

    expect(await sync()).toMatchObject({ counts: { applied: 3, rejected: 0 } });
    const { table, sets } = await loaded(db, HARBOR);
    for (const user of users) {
      const held = sets.at(table.licenses.baseline[user]!);
      expect(assignmentOf(held, FLOW) !== undefined).toBe(user !== users[3]);
      expect(assignmentOf(held, PROJECT)).toBeUndefined();
    }
  });

  it('leaves out whom a later Save moved, and says how many', async () => {
    const { db, window, run, users } = await refused();
    const elsewise: Draft = {
      ...both,
      products: [{ skuId: FLOW, action: 'assign', servicePlans: {} }],
    };
    const product = (await loaded(db, HARBOR)).products.find(({ skuId }) => skuId === FLOW);
    const off = product!.servicePlans!.find(({ appliesTo }) => appliesTo === 'User')!.id;
    await plan(
      db,
      users.slice(0, 1),
      { ...elsewise, products: [{ ...elsewise.products[0]!, servicePlans: { [off]: 'off' } }] },
      'change-3',
    );
    await window.desk.customers.reloadAll();
    expect((await window.commands.retries(HARBOR, run.id, 'en')).without).toMatchObject([
      { skuId: PROJECT, users: 2, stays: { ...nobody, changedSince: 1, nothingElse: 1 } },
    ]);
  });
});

describe('what was refused of licenses that did not go round', { timeout: 60_000 }, () => {
  it.each(['few', 'enough'])(
    'is planned and sent again in the order of its Save, where %s are left',
    async (left) => {
      const clock = new HandClock();
      const db = await harborOn(clock);
      const wants = (held: ReadonlySet<unknown>) => held.has(VISIO) && !held.has(PROJECT);
      const turns = (await usersWhere(db, wants, 9)).reverse();
      await plan(db, turns, assign(PROJECT));
      const window = openWindow(db, clock, new FakeLocks(), 'one');
      const sync = async () => {
        await window.start();
        await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
        return (await window.run())!;
      };
      const run = await sync();
      expect(run.counts).toMatchObject({ rejected: 9 });

      if (left === 'enough') {
        await db.products.toCollection().modify((row) => {
          const products = row.products.map((one) =>
            one.skuId === PROJECT ? { ...one, units: { ...one.units!, enabled: 999 } } : one,
          );
          Object.assign(row, { products });
        });
      }
      // what the refusals taught keeps them out until a person switches it off
      for (const { fact } of await window.rules.rules()) {
        if (fact.origin === 'learned') await window.rules.switchRule(fact.id, false);
      }
      const ask = { customerId: HARBOR, runId: run.id, without: null, operator: 'Ada' };
      expect((await window.commands.retryRefused(ask)).ok).toBe(true);
      const [change] = await openChanges(db, HARBOR);
      expect([...change!.users]).toEqual(turns);
      const getting = turns.slice(0, left === 'few' ? 7 : 9);
      expect(turns.filter((_, i) => isPlannedFor(change!, i))).toEqual(getting);

      const again = await runOutcomes(db, HARBOR, (await sync()).id);
      expect(again.map(({ position }) => position)).toEqual(getting);
    },
  );
});
