// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { UndoStep } from '#plan/undo-step.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { sendingThrough, setControl } from '#store/runs.ts';
import { direct, E3, E5 } from '../users/merge-records.ts';
import { assign, C1, imported, loaded, openStore, sampleBatch, saved } from './open-store.ts';
import { end, rejected, RUN, seenAfter, Syncing } from './stored-sync.ts';
import { stepOn } from './steps.ts';

/** E5 is planned for users 1, 2 and 3; the operation of user 1 is under way. */
async function sendingOne() {
  const db = openStore();
  await imported(db, C1, sampleBatch(10));
  await saved(db, C1, [1, 2, 3], assign(E5));
  const syncing = (await Syncing.start(db))!;
  const [one] = await syncing.operations();
  return {
    db,
    syncing,
    one: one!,
    claim: () => syncing.commit({ kind: 'claim', operation: one! }),
  };
}

/** Undo or redo of a change, as the page asks for it; `save` writes what was judged. */
async function stepped(db: SeatwiseDatabase, kind: UndoStep['kind'], id = 'change-1') {
  const data = await loaded(db, C1);
  const sent = { settledThrough: data.settledThrough, sending: await sendingThrough(db, C1) };
  const { columns, stays, save } = await stepOn(db, data, id, kind, sent);
  return {
    moved: [...columns.users],
    stays: stays.map(({ position, reason }) => [position, reason]),
    save,
  };
}

const plannedOf = async (db: SeatwiseDatabase) => {
  const { table, sets } = await loaded(db, C1);
  return [1, 2, 3].map((at) => sets.at(table.licenses.planned[at]!).map(({ skuId }) => skuId));
};

describe('undo while a user is being sent', () => {
  it('leaves that user as it is, with the reason', async () => {
    const { db, claim } = await sendingOne();
    await claim();
    const undo = await stepped(db, 'takenOut');
    expect([undo.moved, undo.stays]).toEqual([[2, 3], [[1, 'sending']]]);
    expect((await undo.save()).ok).toBe(true);
    expect(await plannedOf(db)).toEqual([[E3, E5], [E3], [E3]]);
  });

  it('is refused when the user was claimed after it was shown', async () => {
    const { db, claim } = await sendingOne();
    const undo = await stepped(db, 'takenOut');
    await claim();
    expect(await undo.save()).toMatchObject({ ok: false, error: { kind: 'stale' } });
    expect((await stepped(db, 'takenOut')).stays).toEqual([[1, 'sending']]);
  });

  it('takes out a change that was saved after the claim', async () => {
    const { db, syncing, one, claim } = await sendingOne();
    await claim();
    const revoke = { skuId: E3, action: 'revoke', servicePlans: {} } as const;
    await saved(db, C1, [1], { ...assign(E3), products: [revoke] }, 'later');
    const undo = await stepped(db, 'takenOut', 'later');
    expect(undo.moved).toEqual([1]);
    expect((await undo.save()).ok).toBe(true);
    await syncing.commit(end(one, { kind: 'applied' }, seenAfter(one, [direct(E3)])));
    expect((await plannedOf(db))[0]).toEqual([E3, E5]);
  });

  it('is told by the outcome what it may: nothing once applied, everything after a conflict', async () => {
    for (const outcome of ['applied', 'conflict'] as const) {
      const { db, syncing, one, claim } = await sendingOne();
      await claim();
      const drifts = [{ kind: 'licenseChanged', skuId: E5 }] as const;
      const told = outcome === 'applied' ? { kind: outcome } : { kind: outcome, drifts };
      const landed = seenAfter(one, [direct(E3)]);
      const seen =
        outcome === 'applied' ? landed : { ...landed, user: { ...landed.user, licenses: [] } };
      await syncing.commit(end(one, told, seen));
      const { stays, moved } = await stepped(db, 'takenOut');
      expect(stays).toEqual(outcome === 'applied' ? [[1, 'ended']] : []);
      expect(moved).toEqual(outcome === 'applied' ? [2, 3] : [1, 2, 3]);
    }
  });
});

describe('who is held back by a conflict', () => {
  const held = async () => {
    const sending = await sendingOne();
    await sending.claim();
    const { one, syncing } = sending;
    const drifts = [{ kind: 'licenseChanged', skuId: E5 }] as const;
    const { user } = seenAfter(one, [direct(E3)]);
    const seen = { user: { ...user, licenses: [] }, isWhole: true };
    await syncing.commit(end(one, { kind: 'conflict', drifts }, seen));
    const pending = async () => (await syncing.agenda()).pending.map(({ work }) => work.position);
    return { ...sending, pending };
  };

  it('stays held while a plan for that user stands, whatever is saved on top', async () => {
    const { db, pending } = await held();
    await saved(db, C1, [1], assign(E3), 'later');
    expect(await pending()).toEqual([2, 3]);
  });

  it('is not held for the old reason once nothing was planned any more', async () => {
    const { db, syncing, pending } = await held();
    expect((await (await stepped(db, 'takenOut')).save()).ok).toBe(true);
    await saved(db, C1, [1], assign(E5), 'later');
    await syncing.again();
    expect(await pending()).toEqual([1]);
  });
});

describe('redo', () => {
  it('does not bring back what was refused, and brings back what was cancelled', async () => {
    const { db, syncing, one, claim } = await sendingOne();
    await claim();
    await syncing.commit(end(one, rejected, null));
    await setControl(db, { customerId: C1, id: RUN }, 'cancel', { by: 'Ada', at: 8 });
    const { moved, save } = await stepped(db, 'putBack');
    expect(moved).toEqual([2, 3]);
    expect((await save()).ok).toBe(true);
    expect(await plannedOf(db)).toEqual([[E3], [E3, E5], [E3, E5]]);
  });

  it('of a change that was taken out before its user was sent with later ones waits, then stays out', async () => {
    const { db, syncing } = await sendingOne();
    expect((await (await stepped(db, 'takenOut')).save()).ok).toBe(true);
    const revoke = { skuId: E3, action: 'revoke', servicePlans: {} } as const;
    await saved(db, C1, [1], { ...assign(E3), products: [revoke] }, 'later');
    await syncing.again();
    const [operation] = await syncing.claim();
    expect((await stepped(db, 'putBack')).stays).toEqual([[1, 'sending']]);
    await syncing.commit(end(operation!, { kind: 'applied' }, seenAfter(operation!, [])));
    expect((await stepped(db, 'putBack')).stays).toEqual([[1, 'ended']]);
  });
});
