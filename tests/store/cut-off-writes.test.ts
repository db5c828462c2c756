// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { steady } from '#base/pace.ts';
import type { TenantId } from '#customers/customer.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import { removeCustomer, renameCustomer } from '#store/edit-customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { takeBack } from '#store/handovers.ts';
import { settleHeld } from '#store/held.ts';
import { setControl } from '#store/runs.ts';
import { writeBatch } from '#store/write-batch.ts';
import { writeHandover } from '#store/write-handover.ts';
import { E5 } from '../users/merge-records.ts';
import { cutOffAtEveryWrite, nothing } from './cut-off.ts';
import { handedPlanId, handover } from './handover-rows.ts';
import { assign, C1, clock, importOptions, loaded, sampleBatch, saved } from './open-store.ts';
import { stepOn } from './steps.ts';
import { RUN, Syncing } from './stored-sync.ts';
import { syncRows } from './sync-rows.ts';

const TENANT = '7a1f0c6e-2d54-4c57-9e0b-3f1f6a2b9d10' as TenantId;

const undo = async (db: SeatwiseDatabase): Promise<unknown> =>
  (await stepOn(db, await loaded(db, C1), 'change-1', 'takenOut')).save();

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

cutOffAtEveryWrite({
  'a Save': { before: nothing, act: (db) => saved(db, C1, [1, 2, 3], assign(E5)) },
  'an undo': { before: (db) => saved(db, C1, [1, 2, 3], assign(E5)), act: undo },
  'cancelling what is not sent': {
    before: running,
    act: (db) => setControl(db, { customerId: C1, id: RUN }, 'cancel', { by: 'Eve', at: 8000 }),
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
  'removing a customer': { before: nothing, act: (db) => removeCustomer(db, C1, clock()) },
  'an import': {
    before: (db) => saved(db, C1, [1, 2, 3], assign(E5)),
    act: (db) =>
      writeBatch(
        db,
        { kind: 'existing', id: C1 },
        { batch: sampleBatch(30), options: importOptions },
        { now: clock, pace: steady },
      ),
  },
});
