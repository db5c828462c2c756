// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { listChanges, openChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { foldedPlan } from '#store/replan.ts';
import { sendingThrough } from '#store/runs.ts';
import { saveChange } from '#store/save-change.ts';
import { runs } from '../runs.ts';
import { direct, E3, E5 } from '../users/merge-records.ts';
import {
  assign,
  C1,
  changeOf,
  imported,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { stepOn } from './steps.ts';
import { end, LEASE_TIME, RUN, seenAfter, Syncing } from './stored-sync.ts';

/** How many turns of the database in memory one may begin before the other. */
const MOST_TURNS = runs({ quick: 4, all: 14 });

const after = async <T>(turns: number, work: () => Promise<T>): Promise<T> => {
  for (let n = 0; n < turns; n++) await new Promise((resolve) => setImmediate(resolve));
  return work();
};

/**
 * Lets two windows write so many turns apart, either of them first: each of their steps falls between every two
 * of the other. `look` gives what came of it, and every different one is given once.
 */
async function raced<W, A, B>(
  open: () => Promise<W>,
  one: (world: W) => Promise<A>,
  other: (world: W) => Promise<B>,
  look: (world: W, one: A, other: B) => Promise<string>,
): Promise<string[]> {
  const seen = new Set<string>();
  for (let turns = -MOST_TURNS; turns <= MOST_TURNS; turns++) {
    const world = await open();
    const ends = await Promise.all([
      after(Math.max(0, turns), () => one(world)),
      after(Math.max(0, -turns), () => other(world)),
    ]);
    seen.add(await look(world, ...ends));
  }
  return [...seen].sort();
}

/** E5 is planned for users 1 and 2. A window is about to send user 1, and another window is open. */
async function twoWindows() {
  const db = openStore();
  await imported(db, C1, sampleBatch(10));
  await saved(db, C1, [1, 2], assign(E5));
  const syncing = (await Syncing.start(db))!;
  const [operation] = await syncing.operations();
  const claim = { kind: 'claim', operation: operation! } as const;
  const other = openStore(db.name);
  return { db, syncing, claim, operation: operation!, other, seen: await loaded(other, C1) };
}
type World = Awaited<ReturnType<typeof twoWindows>>;

/** Takes E5 away from user 1 again, as it was planned on what that window saw. */
const saveOther = ({ other, seen }: World, id = 'later') => {
  const revoke = {
    ...assign(E5),
    products: [{ skuId: E5, action: 'revoke', servicePlans: {} }],
  } as const;
  const change = changeOf(seen, [1], revoke, id);
  return saveChange(other, seen, change, { expectedVersion: seen.customer.version });
};

/** What must be so whoever was first: the plan is what the open changes make of what is known. */
async function expectWhole(db: SeatwiseDatabase): Promise<void> {
  const data = await loaded(db, C1);
  const { licenses } = atOnce(
    foldedPlan({ ...data, columns: data.table }, await openChanges(db, C1)),
  );
  expect(data.table.licenses.planned).toEqual(licenses.planned);
  const changes = await listChanges(db, C1);
  expect(new Set(changes.map(({ sequence }) => sequence)).size).toBe(changes.length);
}

const plannedFor = async (db: SeatwiseDatabase, position: number) => {
  const { table, sets } = await loaded(db, C1);
  return sets.at(table.licenses.planned[position]!).map(({ skuId }) => skuId);
};

describe('two windows that write at the same moment', () => {
  it('claim and save: what is claimed is what was planned then, and the Save is on top of it', async () => {
    const ends = await raced(
      twoWindows,
      ({ syncing, claim }) => syncing.commit(claim),
      (world) => saveOther(world),
      async ({ db, syncing, operation }, committed, later) => {
        expect(later.ok).toBe(true);
        await expectWhole(db);
        expect(await plannedFor(db, 1)).toEqual([E3]);
        const through = (await sendingThrough(db, C1)).get(1);
        const { open, unwanted } = await syncing.agenda();
        expect(committed?.refused.has(operation.userId)).toBe(through === undefined);
        if (through === undefined) return 'refused';
        expect([through, open.length]).toEqual([1, 1]);
        expect(unwanted.has(operation.userId)).toBe(true);
        return 'claimed';
      },
    );
    expect(ends).toEqual(['claimed', 'refused']);
  });

  it('end and save: a user ends once, and what was saved stays, or is asked again', async () => {
    const ends = await raced(
      async () => {
        const world = await twoWindows();
        await world.syncing.commit(world.claim);
        return world;
      },
      ({ syncing, operation }) =>
        syncing.commit(end(operation, { kind: 'applied' }, seenAfter(operation, [direct(E3)]))),
      (world) => saveOther(world),
      async ({ db }, committed, later) => {
        expect(committed).not.toBeNull();
        await expectWhole(db);
        expect(await runOutcomes(db, C1, RUN)).toHaveLength(1);
        expect(await plannedFor(db, 1)).toEqual(later.ok ? [E3] : [E3, E5]);
        expect(await listChanges(db, C1)).toHaveLength(later.ok ? 2 : 1);
        return later.ok ? 'saved' : later.error.kind;
      },
    );
    expect(ends).toEqual(['saved', 'stale']);
  });

  it('claim and undo: nobody is sent whose change was taken back', async () => {
    const ends = await raced(
      async () => {
        const world = await twoWindows();
        const undo = await stepOn(world.other, world.seen, 'change-1', 'takenOut');
        return { ...world, undo };
      },
      ({ syncing, claim }) => syncing.commit(claim),
      ({ undo }) => undo.save(),
      async ({ db }, _, undone) => {
        await expectWhole(db);
        const isClaimed = (await sendingThrough(db, C1)).has(1);
        expect(await plannedFor(db, 1)).toEqual(undone.ok ? [E3] : [E3, E5]);
        expect(isClaimed).toBe(!undone.ok);
        return isClaimed ? 'claimed' : 'undone';
      },
    );
    expect(ends).toEqual(['claimed', 'undone']);
  });

  it('two Saves of the same numbers: one is written, the other is asked again', async () => {
    const ends = await raced(
      async () => {
        const world = await twoWindows();
        return { mine: { ...world, other: world.db }, world };
      },
      ({ mine }) => saveOther(mine, 'mine'),
      ({ world }) => saveOther(world),
      async ({ world: { db } }, mine, later) => {
        await expectWhole(db);
        expect(mine.ok).toBe(!later.ok);
        expect(await listChanges(db, C1)).toHaveLength(2);
        return mine.ok ? 'mine' : 'later';
      },
    );
    expect(ends).toEqual(['later', 'mine']);
  });

  it('a claim and the window that takes over: one of them sends the user, and the other knows', async () => {
    const ends = await raced(
      async () => {
        const world = await twoWindows();
        const heir = new Syncing(world.other, 'w2', world.syncing.now + LEASE_TIME + 1_000);
        return { ...world, heir };
      },
      // it stood still with its time in hand
      ({ syncing, claim }) => syncing.commit(claim),
      ({ heir }) => heir.outbox.take(heir.now),
      async ({ db, syncing, heir }, committed, lease) => {
        await expectWhole(db);
        expect(lease).not.toBeNull();
        heir.lease = lease!;
        const { open, pending } = await heir.agenda();
        expect(
          [...open, ...pending.map(({ work }) => work)].map(({ position }) => position),
        ).toEqual([1, 2]);
        expect(open).toHaveLength(committed === null ? 0 : 1);
        // whoever was first, only the heir goes on
        expect(await syncing.commit()).toBeNull();
        return committed === null ? 'lost' : 'claimed';
      },
    );
    expect(ends).toEqual(['claimed', 'lost']);
  });
});
