// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { Draft } from '#plan/draft.ts';
import { writeBatch } from '#store/write-batch.ts';
import { freedCommands } from '#worker/freed/freed-commands.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import { C1, clock, importOptions, saved } from '../../store/open-store.ts';
import { direct, E3, E5, graphUser, owned, batchOf } from '../../users/merge-records.ts';
import { DRAFT, SCOPE, short } from '../manage/short-save.ts';

const REVOKE: Draft = {
  ...DRAFT,
  products: [{ skuId: E5, action: 'revoke', servicePlans: {} }],
};
const ASK = { kind: 'ask' } as const;

/** The Save of which 5, 6, 7, 9 and 1 wait for E5, and how many licenses of it there are is moved then. */
async function waiting() {
  const { desk, save } = await short();
  const changeId = await save();
  const { freedOffers, planFreed } = freedCommands(desk);
  const offers = async (id: typeof C1 | null = C1) =>
    (await freedOffers(id, 'en')).map(({ waiting: all, served }) => [served, all]);
  /** An import that says how many licenses of E5 there are. */
  const owning = async (units: number) => {
    const products = [owned(E3), owned(E5, units)];
    const batch = batchOf([graphUser(15, { licenses: [direct(E3)] })], { products });
    const target = { kind: 'existing', id: C1 } as const;
    const done = await writeBatch(
      desk.db,
      target,
      { batch, options: importOptions },
      { now: clock, pace: steady },
    );
    if (!done.ok) throw new Error(done.error.kind);
    await desk.customers.reload(C1);
  };
  const plan = () => planFreed({ customerId: C1, window: 'w1', changeId, part: 0 });
  return { desk, changeId, offers, owning, plan };
}

describe('licenses that are free for users who wait', () => {
  it('are offered once there are some, to so many as there are, and no longer', async () => {
    const { offers, owning } = await waiting();
    expect(await offers()).toEqual([]);
    await owning(8);
    expect(await offers()).toEqual([[3, 5]]);
    expect(await offers(null)).toEqual([[3, 5]]);
    await owning(50);
    expect(await offers()).toEqual([[5, 5]]);
    await owning(5);
    expect(await offers()).toEqual([]);
  });

  it('go to those who stand first, by the usual Save, and are offered no more then', async () => {
    const { desk, offers, owning, plan } = await waiting();
    await owning(8);
    expect(await plan()).toBe(3);
    const { members } = await desk.selections.get(C1, 'w1');
    expect([...members.members()].sort()).toEqual([5, 6, 7]);
    expect(await manageCommands(desk).draft(C1, SCOPE)).toEqual(DRAFT);
    // nothing is planned by that
    expect(await offers()).toEqual([[3, 5]]);
    await saved(desk.db, C1, [5, 6, 7], DRAFT, 'taken');
    await desk.customers.reload(C1);
    expect(await offers()).toEqual([]);
  });

  it('are offered when a Save or an undo frees them, and not while their Save is undone', async () => {
    const { desk, changeId, offers } = await waiting();
    await saved(desk.db, C1, [3], REVOKE, 'frees');
    await desk.customers.reload(C1);
    expect(await offers()).toEqual([[1, 5]]);
    const { stepView, moveChange } = undoCommands(desk);
    const step = { changeId, kind: 'takenOut' } as const;
    const asked = { customerId: C1, step, onShortage: ASK, locale: 'en' } as const;
    const { consequences } = await stepView(asked);
    await moveChange(C1, step, { consequences, operator: 'Ada', onShortage: ASK });
    expect(await offers()).toEqual([]);
  });
});
