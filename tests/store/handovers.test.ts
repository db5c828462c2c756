import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SeatwiseDatabase } from '../../src/store/database.ts';
import { readHandovers, takeBack, usersHandedOver, usersOut } from '../../src/store/handovers.ts';
import { knownPlan } from '../../src/store/opened-plans.ts';
import { writeHandover } from '../../src/store/write-handover.ts';
import { handedPlanId, handover, openedPlan } from './handover-rows.ts';
import { C1, imported, loaded, openStore, sampleBatch } from './open-store.ts';
import { syncRows } from './sync-rows.ts';

let db: SeatwiseDatabase;
beforeEach(async () => {
  db = openStore();
  await imported(db, C1, sampleBatch(10));
});

const versionOf = async (): Promise<number> => (await loaded(db, C1)).customer.version;

describe('users who are handed over', () => {
  it('are out until they are taken back, and windows that knew better are told', async () => {
    const version = await versionOf();
    expect((await writeHandover(db, handover(C1, [1, 3]), version)).ok).toBe(true);
    expect(await usersHandedOver(db, C1)).toEqual([1, 3]);
    expect(await versionOf()).toBe(version + 1);
    expect(await takeBack(db, C1, handedPlanId(1))).toBe(2);
    expect(await usersHandedOver(db, C1)).toEqual([]);
    expect(await versionOf()).toBe(version + 2);
    expect((await readHandovers(db, C1)).map((row) => usersOut(row).length)).toEqual([0]);
  });

  it('are not handed over on old numbers', async () => {
    const end = await writeHandover(db, handover(C1, [1]), (await versionOf()) - 1);
    expect(end).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await db.handovers.count()).toBe(0);
  });

  it('are never also sent from here: neither claimed, nor held back, nor handed over twice', async () => {
    const { operation, held } = syncRows(C1);
    const user = operation.operation.position;
    await db.operations.put(operation);
    expect((await writeHandover(db, handover(C1, [user]), await versionOf())).ok).toBe(false);
    await db.operations.clear();
    await db.held.put(held);
    expect((await writeHandover(db, handover(C1, [held.position]), await versionOf())).ok).toBe(
      false,
    );
    await db.held.clear();
    expect((await writeHandover(db, handover(C1, [4]), await versionOf())).ok).toBe(true);
    const again = handover(C1, [4], handedPlanId(3));
    expect((await writeHandover(db, again, await versionOf())).ok).toBe(false);
  });
});

describe('a plan file', () => {
  it('is known where it was made and where it was saved, with the date', async () => {
    expect(await knownPlan(db, handedPlanId(1))).toBeNull();
    await db.handovers.put(handover(C1, [1]));
    await db.openedPlans.put(openedPlan(C1));
    expect(await knownPlan(db, handedPlanId(1))).toEqual({
      ...{ kind: 'madeHere', customerId: C1, at: 9 },
    });
    expect(await knownPlan(db, handedPlanId(2))).toMatchObject({
      ...{ kind: 'savedHere', customerId: C1, at: 7 },
    });
  });
});
