// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { SkuId } from '#licenses/ids.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { writeView } from '#store/views.ts';
import { withPositions } from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';
import { endReached, runOfHandover } from '#store/end-handover.ts';
import { usersHandedOver } from '#store/handovers.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { writeBatch } from '#store/write-batch.ts';
import { handoverCommands } from '#worker/handover/handover-commands.ts';
import type { Desk } from '#worker/desk.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import type { OpenPlanValue } from '#worker/handover/handover-types.ts';
import { openPlan } from '#worker/handover/open-plan.ts';
import {
  C1,
  clock,
  imported,
  importOptions,
  loaded,
  sampleBatch,
  saved,
} from '../../store/open-store.ts';
import { Syncing } from '../../store/stored-sync.ts';
import { direct, E3, E5, objectId } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';
import { handed, outcomesFile, planned, readOutcomes, skusOf } from './handing.ts';

const revoke = (skuId: SkuId): Draft => ({
  ...emptyDraft,
  products: [{ skuId, action: 'revoke', servicePlans: {} }],
});

describe('handing over', () => {
  it('names everybody in the file, with its hash, and sends nobody of them from here', async () => {
    const desk = await planned();
    const { text, bytes, row } = await handed(desk);
    for (const n of [1, 2, 3]) expect(text).toContain(objectId(n));
    expect(text).not.toContain(objectId(4));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    expect(row).toMatchObject({ users: 3, out: 3, fileHash: Buffer.from(digest).toString('hex') });
    const { pending } = await (await Syncing.start(desk.db))!.agenda();
    expect(pending).toEqual([]);
    expect(await handoverCommands(desk).canBeHandedOver(C1, 'w')).toEqual({
      all: 0,
      selected: 0,
      matching: null,
    });
  });

  it('takes only who was chosen: selected in the window, or shown by a filter', async () => {
    const desk = await planned();
    const { canBeHandedOver } = handoverCommands(desk);
    await desk.selections.edit(C1, 'w', (before) => withPositions(before, [2, 7], true, 1));
    expect(await canBeHandedOver(C1, 'w')).toEqual({ all: 3, selected: 1, matching: null });
    const { table } = await loaded(desk.db, C1);
    const byName = { ...everybody, text: table.texts.userPrincipalName[3]! };
    const view = { query: byName, page: 0, pageSize: 25 } as const;
    await writeView(desk.db, { customerId: C1, window: 'w', now: 1 }, view);
    expect((await canBeHandedOver(C1, 'w')).matching).toEqual({ query: byName, users: 1 });

    const { row, text } = await handed(desk, 'planFile', { kind: 'selected', window: 'w' });
    expect(row.users).toBe(1);
    expect(text).toContain(objectId(2));
    await handed(desk, 'planFile', { kind: 'matching', query: byName });
    expect(await usersHandedOver(desk.db, C1)).toEqual([2, 3]);
    const { pending } = await (await Syncing.start(desk.db))!.agenda();
    expect(pending.map(({ work }) => work.position)).toEqual([1]);
  });

  it('writes revocations before assignments, as sync sends them', async () => {
    const desk = await planned();
    await saved(desk.db, C1, [5], revoke(E3), 'change-2');
    const { text } = await handed(desk);
    const ids = [...text.matchAll(/^ {2}, @\('([^']+)'/gm)].map(([, id]) => id);
    expect(ids).toEqual([5, 1, 2, 3].map(objectId));
  });

  it('sends them again once they are taken back', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    expect(await handoverCommands(desk).takeBack(C1, row.id)).toBe(3);
    const { pending } = await (await Syncing.start(desk.db))!.agenda();
    expect(pending.map(({ work }) => work.position)).toEqual([1, 2, 3]);
  });

  it('does not take who was claimed by a sync meanwhile', async () => {
    const desk = await planned();
    const syncing = (await Syncing.start(desk.db))!;
    const [first] = await syncing.operations();
    await syncing.commit({ kind: 'claim', operation: first! });
    const { row } = await handed(desk);
    expect(row.users).toBe(2);
    expect(await usersHandedOver(desk.db, C1)).toEqual([2, 3]);
  });
});

describe('the outcomes of a script', () => {
  it('end each user as sync would: known, refused with the reason, or pending again', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    const told = await readOutcomes(
      desk,
      outcomesFile(row.id, [
        [1, 'applied'],
        [2, 'rejected', 'none left'],
        [3, 'skipped'],
        [9, 'applied'],
      ]),
    );
    const counts = { applied: 1, already: 0, rejected: 1, skipped: 1, failed: 0, ignored: 1 };
    expect(told.plans).toMatchObject([counts]);
    expect(await skusOf(desk, 1)).toEqual({ known: [E3, E5].sort(), planned: [E3, E5].sort() });
    expect(await skusOf(desk, 2)).toEqual({ known: [E3], planned: [E3] });
    expect(await skusOf(desk, 3)).toEqual({ known: [E3], planned: [E3, E5].sort() });
    const { customer, products } = await loaded(desk.db, C1);
    expect(customer.pendingCount).toBe(1);
    const { units } = products.find(({ skuId }) => skuId === E5)!;
    const before = sampleBatch(1).products!.find(({ skuId }) => skuId === E5)!.units!;
    expect(units!.consumed).toBe(before.consumed + 1);
    const kept = await runOutcomes(desk.db, C1, runOfHandover(row.id));
    expect(kept.map(({ position, cause }) => [position, cause.kind])).toEqual([
      [1, 'applied'],
      [2, 'rejected'],
    ]);
  });

  it('are followed once: the same file again changes nothing', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    const file = outcomesFile(row.id, [[1, 'applied']]);
    await readOutcomes(desk, file);
    const before = await skusOf(desk, 1);
    expect((await readOutcomes(desk, file)).plans).toMatchObject([{ applied: 0, ignored: 1 }]);
    expect(await skusOf(desk, 1)).toEqual(before);
  });

  it('leave who has failed in doubt, and handed over', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    await readOutcomes(desk, outcomesFile(row.id, [[1, 'failed', 'no answer']]));
    expect(await usersHandedOver(desk.db, C1)).toEqual([1, 2, 3]);
  });

  it('of plans that were not made here are counted and not followed', async () => {
    const desk = await planned();
    await handed(desk);
    const file = outcomesFile(crypto.randomUUID(), [[1, 'applied']]);
    expect(await readOutcomes(desk, file)).toMatchObject({ plans: [], unknown: 1 });
  });
});

describe('new data', () => {
  it('ends as already done whoever has what was handed over, and nobody else', async () => {
    const desk = await planned();
    await handed(desk);
    const batch = sampleBatch(20);
    const users = batch.users!.map((user, n) =>
      n === 2 ? { ...user, licenses: [direct(E3), direct(E5)] } : user,
    );
    const again = { ...batch, users };
    await writeBatch(
      desk.db,
      { kind: 'existing', id: C1 },
      { batch: again, options: importOptions },
      { now: clock, pace: steady },
    );
    expect(await endReached(desk.db, C1, 9000)).toBe(1);
    expect(await usersHandedOver(desk.db, C1)).toEqual([1, 3]);
    expect((await loaded(desk.db, C1)).settledThrough[2]).toBe(1);
  });
});

describe('a plan file', () => {
  const openedAt = (desk: Desk, file: File, customerId: typeof C1 | null = C1, window = 'w1') =>
    openPlan(desk, { file, customerId, window });

  /** What comes of Save in the window that reviews it. */
  async function savedAs(desk: Desk, opened: OpenPlanValue, window: string) {
    if (opened.kind !== 'planOpened') throw new Error(JSON.stringify(opened));
    const scope = { kind: 'list', window, listId: opened.listId } as const;
    const { consequences } = await manageCommands(desk).manage({
      customerId: C1,
      scope,
      draft: emptyDraft,
      locale: 'en',
    });
    const request = {
      draft: emptyDraft,
      consequences,
      operator: 'Bo',
      reference: null,
      note: null,
      onShortage: { kind: 'ask' } as const,
    };
    return saveCommands(desk).save({ customerId: C1, scope, request, locale: 'en' });
  }

  it('is reviewed and saved on another device, and makes the same plan there', async () => {
    const { file } = await handed(await planned(), 'planFile');
    const other = openDesk();
    await imported(other.db, C1, sampleBatch(20));
    const opened = await openedAt(other, file);
    expect(opened).toMatchObject({ kind: 'planOpened', matched: 3, missing: 0 });
    const save = await savedAs(other, opened, 'w1');
    expect(save.ok).toBe(true);
    expect(await skusOf(other, 2)).toEqual({ known: [E3], planned: [E3, E5].sort() });
    expect(await openedAt(other, file)).toMatchObject({
      kind: 'planRefused',
      why: { kind: 'savedHere', customerId: C1, at: 5000 },
    });
  });

  it('that two windows review is saved by one of them', async () => {
    const { file } = await handed(await planned(), 'planFile');
    const other = openDesk();
    await imported(other.db, C1, sampleBatch(20));
    const [one, two] = [await openedAt(other, file), await openedAt(other, file, C1, 'w2')];
    expect((await savedAs(other, one, 'w1')).ok).toBe(true);
    // what the plan wanted is taken out again: saving it once more would change something
    await saved(other.db, C1, [1, 2, 3], revoke(E5), 'change-2');
    await other.customers.reloadAll();
    expect(await savedAs(other, two, 'w2')).toEqual({ ok: false, error: { kind: 'planSaved' } });
  });

  it('is refused where it was made', async () => {
    const desk = await planned();
    const { file } = await handed(desk, 'planFile');
    expect(await openedAt(desk, file)).toMatchObject({ why: { kind: 'madeHere', at: 5000 } });
  });

  it('asks for the customer where none is bound to its tenant', async () => {
    const { file } = await handed(await planned(), 'planFile');
    const other = openDesk();
    await imported(other.db, C1, sampleBatch(2));
    expect(await openedAt(other, file, null)).toMatchObject({ why: { kind: 'chooseCustomer' } });
    expect(await openedAt(other, file)).toMatchObject({
      kind: 'planOpened',
      matched: 1,
      missing: 2,
    });
  });
});
