// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { steady } from '#base/pace.ts';
import type { TenantId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { Planner } from '#plan/planner.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import { removeCustomer, renameCustomer } from '#store/customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { takeBack } from '#store/handovers.ts';
import { settleHeld } from '#store/held.ts';
import { setControl } from '#store/runs.ts';
import { saveStep } from '#store/save-step.ts';
import { writeBatch } from '#store/write-batch.ts';
import { writeHandover } from '#store/write-handover.ts';
import { E5 } from '../users/merge-records.ts';
import { FailingWrites } from './failing-writes.ts';
import { handedPlanId, handover } from './handover-rows.ts';
import {
  assign,
  C1,
  clock,
  everything,
  imported,
  importOptions,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { RUN, Syncing } from './stored-sync.ts';
import { syncRows } from './sync-rows.ts';

const nothing = async (): Promise<void> => {};
const TENANT = '7a1f0c6e-2d54-4c57-9e0b-3f1f6a2b9d10' as TenantId;

/** Takes the users of the first change out of the plan. */
async function undo(db: SeatwiseDatabase): Promise<unknown> {
  const data = await loaded(db, C1);
  const { customer, table, sets, products } = data;
  const planner = new Planner({ customerId: C1, table, sets, products, facts: [] });
  const change = (await getChange(db, C1, 'change-1' as ChangeId))!;
  const step = planner.takeOut(await standingChanges(db, C1), change);
  const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
  const event = { kind: 'takenOut', at: 7000, operator: 'Ben' } as const;
  return saveStep(db, data, change, planner.stepColumns(step, choice), event, customer.version);
}

async function holdOne(db: SeatwiseDatabase): Promise<void> {
  await saved(db, C1, [1, 2, 3], assign(E5));
  await db.held.put({ ...syncRows(C1).held, position: 2 });
}

async function running(db: SeatwiseDatabase): Promise<void> {
  await saved(db, C1, [1, 2, 3], assign(E5));
  await Syncing.start(db);
}

const handOver = async (db: SeatwiseDatabase): Promise<unknown> =>
  writeHandover(db, handover(C1, [1, 3]), (await loaded(db, C1)).customer.version);

/** Something that writes, and what has to be there before, beside ten users. */
interface Deed {
  readonly before: (db: SeatwiseDatabase) => Promise<unknown>;
  readonly act: (db: SeatwiseDatabase) => Promise<unknown>;
}

const deeds: Readonly<Record<string, Deed>> = {
  'a Save': { before: nothing, act: (db) => saved(db, C1, [1, 2, 3], assign(E5)) },
  'an undo': { before: (db) => saved(db, C1, [1, 2, 3], assign(E5)), act: undo },
  'cancelling what is not sent': {
    before: running,
    act: (db) => setControl(db, C1, RUN, 'cancel', 'Eve', 8000),
  },
  'settling a conflict by dropping': {
    before: holdOne,
    act: (db) => settleHeld(db, C1, [2], 'drop'),
  },
  'settling a conflict by applying': {
    before: holdOne,
    act: (db) => settleHeld(db, C1, [2], 'apply'),
  },
  'handing over': { before: nothing, act: handOver },
  'taking back': { before: handOver, act: (db) => takeBack(db, C1, handedPlanId(1)) },
  'binding to a tenant': { before: nothing, act: (db) => bindTenant(db, C1, TENANT, null) },
  renaming: { before: nothing, act: (db) => renameCustomer(db, C1, 'Another name') },
  'removing a customer': { before: nothing, act: (db) => removeCustomer(db, C1) },
  'an import': {
    before: (db) => saved(db, C1, [1, 2, 3], assign(E5)),
    act: (db) =>
      writeBatch(db, { kind: 'existing', id: C1 }, sampleBatch(30), importOptions, clock, steady),
  },
};

describe.each(Object.entries(deeds))('%s that is cut off', (_, { before, act }) => {
  const ready = async () => {
    const db = openStore();
    const writes = new FailingWrites(db);
    await imported(db, C1, sampleBatch(10));
    await before(db);
    return { db, writes, was: await everything(db) };
  };

  it.each([
    ['an error', () => new Error('the disk is gone')],
    ['a full disk', () => new Dexie.QuotaExceededError('full')],
  ])('by %s at any write leaves all as it was, and can be done again', async (_how, error) => {
    let points = 0;
    for (let n = 1; ; n++) {
      const { db, writes, was } = await ready();
      writes.failAt(n, error);
      const failed = await act(db).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!writes.stop()) break;
      points++;
      expect(failed, `write ${n}`).not.toBeNull();
      expect(await everything(db), `write ${n}`).toEqual(was);
      await act(db);
      expect(await everything(db), `after write ${n}`).not.toEqual(was);
    }
    expect(points).toBeGreaterThan(0);
  });
});
