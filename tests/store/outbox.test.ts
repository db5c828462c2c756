// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { ChangeId } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import { countPending } from '#plan/pending.ts';
import { getChange, listChanges } from '#store/changes.ts';
import { listHeld, settleHeld } from '#store/held.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { getRun, listRuns, noteRun, setControl } from '#store/runs.ts';
import { breakLease } from '#store/sync-lease.ts';
import { writeBatch } from '#store/write-batch.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { batchOf, direct, E3, E5, graphUser, owned } from '../users/merge-records.ts';
import {
  assign,
  C1,
  clock,
  imported,
  importOptions,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { DE, end, LEASE_TIME, rejected, RUN, seenAfter, Syncing } from './stored-sync.ts';
import { startReviewed } from './start-run.ts';

const located = () => {
  const batch = sampleBatch(30);
  return { ...batch, users: batch.users!.map((user) => ({ ...user, usageLocation: DE })) };
};

/** A customer with E5 planned for users 1, 2 and 3, who hold E3. */
async function planned() {
  const db = openStore();
  await imported(db, C1, located());
  await saved(db, C1, [1, 2, 3], assign(E5));
  return db;
}

const E3_SET = [direct(E3)];
const numbersOf = async (db: Awaited<ReturnType<typeof planned>>, position: number) => {
  const { table, sets, settledThrough } = await loaded(db, C1);
  const skus = (number: number) => sets.at(number).map(({ skuId }) => skuId);
  return {
    baseline: skus(table.licenses.baseline[position]!),
    planned: skus(table.licenses.planned[position]!),
    settled: settledThrough[position],
  };
};

describe('what there is to send', () => {
  it('is what differs between the plan and what is last known, in the order of the blocks', async () => {
    const syncing = (await Syncing.start(await planned()))!;
    const { pending, open, control } = await syncing.agenda();
    expect([open, control]).toEqual([[], 'go']);
    expect(pending.map(({ work }) => work.position)).toEqual([1, 2, 3]);
    expect(pending[0]?.work).toMatchObject({
      touches: [{ skuId: E5, before: 'absent', target: [], groups: [] }],
      location: null,
    });
    expect(pending[0]?.writtenAt).toBeNull();
  });

  it('leaves out users without an object id', async () => {
    const db = openStore();
    const batch = located();
    const users = batch.users.map((user, n) => (n === 2 ? { ...user, objectId: null } : user));
    await imported(db, C1, { ...batch, users });
    await saved(db, C1, [1, 2, 3], assign(E5));
    const syncing = (await Syncing.start(db))!;
    const { pending } = await syncing.agenda();
    expect(pending.map(({ work }) => work.position)).toEqual([1, 3]);
  });

  it('is nothing while no run was started', async () => {
    const db = await planned();
    const syncing = new Syncing(db, 'w1', 1);
    expect(await syncing.outbox.take(1)).toBeNull();
  });
});

describe('a claim', () => {
  it('is refused where the plan moved since, and tells to look again', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const operations = await syncing.operations();
    await saved(db, C1, [2], { ...assign(E3), products: [revoke(E3)] }, 'later');
    const committed = await syncing.commit(
      ...operations.map((operation) => ({ kind: 'claim', operation }) as const),
    );
    expect(committed?.moved).toBe(true);
    expect([...committed!.refused]).toEqual([operations[1]?.userId]);
    const { open, pending } = await syncing.agenda();
    expect(open.map(({ position }) => position)).toEqual([1, 3]);
    // nobody has seen what is planned for that one now
    expect(pending).toEqual([]);
    await syncing.again();
    expect((await syncing.agenda()).pending.map(({ work }) => work.position)).toEqual([2]);
  });

  it('survives the window, and is what the next one begins with', async () => {
    const db = await planned();
    const first = (await Syncing.start(db))!;
    const operations = await first.claim();
    expect(await Syncing.start(openStore(db.name), 'w2', first.now + 10)).toBeNull();
    const next = (await Syncing.start(openStore(db.name), 'w2', first.now + LEASE_TIME))!;
    expect((await next.agenda()).open).toEqual(operations);
    // and who lost the lease writes nothing any more
    expect(await first.commit(end(operations[0]!, { kind: 'applied' }, null))).toBeNull();
    expect(await first.outbox.agenda(first.lease)).toBeNull();
    expect(await db.outcomes.count()).toBe(0);
  });

  it('can be taken over at once from a window that is known to be gone', async () => {
    const db = await planned();
    const first = (await Syncing.start(db))!;
    await breakLease(db, C1, 'somebody else');
    expect(await Syncing.start(db, 'w2', first.now)).toBeNull();
    await breakLease(db, C1, 'w1');
    expect(await Syncing.start(db, 'w2', first.now)).not.toBeNull();
    expect(await first.commit()).toBeNull();
  });
});

const revoke = (skuId: typeof E3) => ({ skuId, action: 'revoke', servicePlans: {} }) as const;

describe('an operation that was applied', () => {
  it('makes what the cloud returned the baseline, and moves the licenses in use', async () => {
    const db = await planned();
    const before = (await loaded(db, C1)).products.find(({ skuId }) => skuId === E5)!;
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.claim();
    await syncing.commit(end(one!, { kind: 'applied' }, seenAfter(one!, E3_SET)));
    const data = await loaded(db, C1);
    expect(await numbersOf(db, 1)).toEqual({ baseline: [E3, E5], planned: [E3, E5], settled: 1 });
    expect(data.customer.pendingCount).toBe(2);
    expect(countPending(data.table)).toBe(2);
    const { units } = data.products.find(({ skuId }) => skuId === E5)!;
    expect(units?.consumed).toBe(before.units!.consumed + 1);
    const [outcome] = await runOutcomes(db, C1, RUN);
    expect(outcome).toMatchObject({ position: 1, cause: { kind: 'applied' }, attempts: 1 });
    expect(outcome).toMatchObject({ since: 0, through: 1 });
    expect(await getRun(db, C1, null)).toMatchObject({ counts: { applied: 1, rejected: 0 } });
    expect((await syncing.agenda()).open.map(({ position }) => position)).toEqual([2, 3]);
  });

  it('believes only what it touched while the rest may be older', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.claim();
    await syncing.commit(
      end(one!, { kind: 'applied' }, seenAfter(one!, [], { isWhole: false, location: 0 })),
    );
    expect(await numbersOf(db, 1)).toMatchObject({ baseline: [E3, E5] });
    const { table } = await loaded(db, C1);
    expect(table.locations.baseline[1]).toBe(DE);
  });

  it('leaves what was saved meanwhile planned, on top of what the cloud has', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.claim();
    await saved(db, C1, [1], { ...assign(E3), products: [revoke(E3)] }, 'later');
    await syncing.commit(end(one!, { kind: 'applied' }, seenAfter(one!, E3_SET)));
    expect(await numbersOf(db, 1)).toEqual({ baseline: [E3, E5], planned: [E5], settled: 1 });
    expect((await syncing.agenda()).pending).toEqual([]);
    await syncing.again();
    const { pending } = await syncing.agenda();
    expect(pending.map(({ work }) => work.position)).toEqual([1]);
    expect(pending[0]?.writtenAt).toBe(syncing.now);
  });

  it('counts no more in the plan that an import rebuilds, and its change says that it ended', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one, two, three] = await syncing.claim();
    await syncing.commit(end(one!, { kind: 'applied' }, seenAfter(one!, E3_SET)));
    const whileRunning = await getChange(db, C1, 'change-1' as ChangeId);
    expect([...whileRunning!.standing]).toEqual([2, 0, 0]);
    await syncing.commit(end(two!, rejected, null), end(three!, { kind: 'already' }, null));
    await syncing.outbox.release(syncing.lease);
    const [head] = await listChanges(db, C1);
    expect(head?.standings).toEqual({ open: 0, takenOut: 0, ended: 3 });
    const target = { kind: 'existing', id: C1 } as const;
    await writeBatch(
      db,
      target,
      { batch: located(), options: importOptions },
      { now: clock, pace: steady },
    );
    expect((await loaded(db, C1)).customer.pendingCount).toBe(0);
  });
});

describe('an operation that was refused', () => {
  it('leaves the plan of its user, with what was saved later still in it', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one, two] = await syncing.claim();
    await saved(db, C1, [2], { ...assign(E3), products: [revoke(E3)] }, 'later');
    await syncing.commit(end(one!, rejected, null), end(two!, rejected, null));
    expect(await numbersOf(db, 1)).toEqual({ baseline: [E3], planned: [E3], settled: 1 });
    expect(await numbersOf(db, 2)).toEqual({ baseline: [E3], planned: [], settled: 1 });
    const [outcome] = await runOutcomes(db, C1, RUN);
    expect(outcome).toMatchObject({ cause: { raw: 'not allowed' }, requestId: 'request-1' });
  });

  it('keeps the usage location that had been set', async () => {
    const db = openStore();
    const batch = sampleBatch(5);
    const users = batch.users!.map((user) => ({ ...user, usageLocation: LOCATION_NONE }));
    await imported(db, C1, { ...batch, users });
    await saved(db, C1, [1], { ...assign(E5), usageLocation: 'DE' });
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.claim();
    expect(one?.location).toEqual({ before: LOCATION_NONE, target: DE });
    const set = { ...one!, locationSetAt: syncing.now };
    await syncing.commit(end(set, rejected, null));
    const { table } = await loaded(db, C1);
    expect([table.locations.baseline[1], table.locations.planned[1]]).toEqual([DE, DE]);
    expect(await numbersOf(db, 1)).toMatchObject({ planned: [E3] });
  });
});

describe('a conflict', () => {
  const conflict = { kind: 'conflict', drifts: [{ kind: 'licenseChanged', skuId: E5 }] } as const;
  const met = async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one, two] = await syncing.claim();
    const seen = { user: { userId: one!.userId, licenses: [], location: DE }, isWhole: true };
    await syncing.commit(end(one!, conflict, seen), end(two!, conflict, { ...seen }));
    return { db, syncing };
  };

  it('holds the user back with its plan on top of what the cloud has', async () => {
    const { db, syncing } = await met();
    expect(await numbersOf(db, 1)).toEqual({ baseline: [], planned: [E5], settled: 0 });
    expect((await syncing.agenda()).pending).toEqual([]);
    const data = await loaded(db, C1);
    const [held] = await listHeld(db, C1, data.table);
    expect(held).toMatchObject({ position: 1, drifts: conflict.drifts });
    const skus = (set: number) => data.sets.at(set).map(({ skuId }) => skuId);
    expect([skus(held!.before.licenses), skus(held!.planned.licenses)]).toEqual([[E3], [E3, E5]]);
  });

  it('is settled by a person: apply, drop, or later', async () => {
    const { db, syncing } = await met();
    expect(await settleHeld(db, C1, [1, 2, 9], 'later')).toBe(2);
    expect((await syncing.agenda()).pending).toEqual([]);
    expect(await settleHeld(db, C1, [1], 'apply')).toBe(1);
    expect(await settleHeld(db, C1, [2], 'drop')).toBe(1);
    const { pending } = await syncing.agenda();
    expect(pending.map(({ work }) => work.position)).toEqual([1]);
    expect(await numbersOf(db, 2)).toEqual({ baseline: [], planned: [], settled: 1 });
    const data = await loaded(db, C1);
    expect(data.customer.pendingCount).toBe(countPending(data.table));
    expect(await listHeld(db, C1, data.table)).toEqual([]);
  });
});

describe('a run that a person pauses or stops', () => {
  it.each(['pause', 'stop'] as const)(
    'claims nobody after %s, and stores how its last batch ended with the same commit',
    async (control) => {
      const db = await planned();
      const syncing = (await Syncing.start(db))!;
      const [one, two] = await syncing.operations();
      await syncing.commit({ kind: 'claim', operation: one! });
      await setControl(db, { customerId: C1, id: RUN }, control, { by: 'Eve', at: 77 });
      const committed = await syncing.commit(
        end(one!, { kind: 'applied' }, seenAfter(one!, E3_SET)),
        { kind: 'claim', operation: two! },
      );
      expect(committed).toMatchObject({ control, refused: new Set([two!.userId]) });
      expect(await db.operations.count()).toBe(0);
      expect((await numbersOf(db, 1)).baseline).toEqual([E3, E5]);
    },
  );
});

describe('cancelling what is not sent', () => {
  it('takes it out of the plan, each change keeps it and can be put back', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.operations();
    await syncing.commit({ kind: 'claim', operation: one! });
    // how many the run counts, and who they are
    const told = async () => [
      (await getRun(db, C1, RUN))?.counts.cancelled,
      (await runOutcomes(db, C1, RUN)).map(({ position }) => position),
    ];
    await setControl(db, { customerId: C1, id: RUN }, 'cancel', { by: 'Eve', at: 77 });
    expect(await numbersOf(db, 2)).toEqual({ baseline: [E3], planned: [E3], settled: 0 });
    expect(await told()).toEqual([2, [2, 3]]);
    const agenda = await syncing.agenda();
    expect([agenda.control, agenda.pending]).toEqual(['cancel', []]);
    expect(agenda.open.map(({ position }) => position)).toEqual([1]);
    // what is claimed and not sent is taken out too when the run ends it
    await syncing.commit(end(one!, { kind: 'cancelled' }, null));
    expect(await told()).toEqual([3, [2, 3, 1]]);
    const change = await getChange(db, C1, 'change-1' as ChangeId);
    expect([...change!.standing]).toEqual([1, 1, 1]);
    expect(change?.events.map(({ kind, operator, users }) => [kind, operator, users])).toEqual([
      ['takenOut', 'Eve', 2],
      ['takenOut', 'Ada', 1],
    ]);
    expect((await loaded(db, C1)).customer.pendingCount).toBe(0);
    expect((await syncing.agenda()).open).toEqual([]);
  });
});

describe('an import and a sync', () => {
  it('of one customer exclude each other', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db, 'w1', clock()))!;
    const target = { kind: 'existing', id: C1 } as const;
    const write = () =>
      writeBatch(
        db,
        target,
        { batch: located(), options: importOptions },
        { now: clock, pace: steady },
      );
    expect(await write()).toMatchObject({ error: { kind: 'busy' } });
    await syncing.outbox.release(syncing.lease);
    await db.imports.put({ customerId: C1, revision: 9, owner: 'x', expiresAt: clock() + 10 });
    expect(await Syncing.start(db, 'w1', clock())).toBeNull();
    await db.imports.clear();
    expect((await write()).ok).toBe(true);
  });

  it('under a claimed user do not lose the claim', async () => {
    const db = await planned();
    const syncing = (await Syncing.start(db))!;
    const [one] = await syncing.claim();
    await syncing.outbox.release(syncing.lease);
    const fresh = batchOf(
      [graphUser(40, { licenses: [] }), graphUser(1, { licenses: [direct(E3)] })],
      { products: [owned(E3), owned(E5)] },
    );
    const options = { ...importOptions, wholeCustomer: true };
    await writeBatch(
      db,
      { kind: 'existing', id: C1 },
      { batch: fresh, options },
      { now: clock, pace: steady },
    );
    const next = (await Syncing.start(db, 'w2', syncing.now))!;
    const { open, pending } = await next.agenda();
    expect(open.map(({ position }) => position).sort()).toEqual([1, 2, 3]);
    expect(pending).toEqual([]);
    await next.commit(end(one!, { kind: 'applied' }, seenAfter(one!, E3_SET)));
    expect(await numbersOf(db, 1)).toMatchObject({ baseline: [E3, E5], planned: [E3, E5] });
  });
});

describe('a run', () => {
  it('that ended is followed by another, newest first', async () => {
    const db = await planned();
    await Syncing.start(db);
    await noteRun(db, { customerId: C1, id: RUN }, { endedAt: 5, end: { kind: 'done' } });
    const syncing = new Syncing(db, 'w1', 9_000_000);
    expect(await syncing.outbox.take(9_000_000)).toBeNull();
    await startReviewed(db, C1, 'run-2' as RunId, 9_000_000, 'Eve');
    expect((await listRuns(db, C1)).map(({ id }) => id)).toEqual(['run-2', RUN]);
    expect(await syncing.outbox.take(9_000_000)).not.toBeNull();
  });
});
