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
import { handoverCommands } from '#worker/commands/handover.ts';
import type { Desk } from '#worker/commands/commands.ts';
import { manageCommands } from '#worker/commands/manage.ts';
import { saveCommands } from '#worker/commands/save.ts';
import type { ExportedUsers } from '#worker/export-types.ts';
import type { HandoverValue, HandoverView } from '#worker/handover-types.ts';
import { handOverAgain } from '#worker/jobs/hand-over-again.ts';
import { handOver } from '#worker/jobs/hand-over.ts';
import { openPlan } from '#worker/jobs/open-plan.ts';
import { scriptOutcomes } from '#worker/jobs/script-outcomes.ts';
import {
  assign,
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

const revoke = (skuId: SkuId): Draft => ({
  ...emptyDraft,
  products: [{ skuId, action: 'revoke', servicePlans: {} }],
});

/** A customer with twenty users, E5 planned for 1, 2 and 3. */
async function planned(): Promise<Desk> {
  const desk = openDesk();
  await imported(desk.db, C1, sampleBatch(20));
  await saved(desk.db, C1, [1, 2, 3], assign(E5));
  return desk;
}

async function handed(
  desk: Desk,
  as: HandoverView['kind'] = 'script',
  whom: ExportedUsers = { kind: 'all' },
) {
  const { version } = (await loaded(desk.db, C1)).customer;
  const request = { customerId: C1, as, to: 'Bo', operator: 'Ada', whom, version } as const;
  const value = await handOver(desk, { kind: 'handOver', ...request }, steady);
  if (value.kind !== 'handedOver') throw new Error(JSON.stringify(value));
  const [row] = await handoverCommands(desk).handovers(C1);
  const bytes = await value.blob.arrayBuffer();
  return { file: new File([bytes], value.name), bytes, text: await value.blob.text(), row: row! };
}

const skusOf = async ({ db }: Desk, position: number) => {
  const { table, sets } = await loaded(db, C1);
  const skus = (number: number) => sets.at(number).map(({ skuId }) => skuId);
  return {
    known: skus(table.licenses.baseline[position]!),
    planned: skus(table.licenses.planned[position]!),
  };
};

const outcomesFile = (id: string, rows: readonly (readonly [number, string, string?])[]): File =>
  new File(
    [
      'PlanId,UserId,UserPrincipalName,Outcome,Detail,At\r\n',
      ...rows.map(
        ([n, outcome, detail = '']) => `${id},${objectId(n)},u,${outcome},${detail},\r\n`,
      ),
    ],
    'outcomes.csv',
  );

const readOutcomes = async (desk: Desk, file: File) => {
  const value = await scriptOutcomes(desk, { kind: 'scriptOutcomes', file }, steady);
  if (value.kind !== 'scriptOutcomes') throw new Error(value.kind);
  return value;
};

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
      ...{ all: 0, selected: 0, matching: null },
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
    await writeView(desk.db, C1, 'w', view, 1);
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
    const draft = {
      ...emptyDraft,
      products: [{ skuId: E3, action: 'revoke', servicePlans: {} }],
    } as const;
    await saved(desk.db, C1, [5], draft, 'change-2');
    const { text } = await handed(desk);
    const ids = [...text.matchAll(/^ {2}, @\('([^']+)'/gm)].map(([, id]) => id);
    expect(ids).toEqual([5, 1, 2, 3].map(objectId));
  });

  it.each(['script', 'planFile'] as const)('makes a lost %s again, byte for byte', async (as) => {
    const desk = await planned();
    const { row, bytes } = await handed(desk, as);
    const again = () => handOverAgain(desk, { kind: 'handOverAgain', customerId: C1, id: row.id });
    const value = await again();
    if (value.kind !== 'handedOver') throw new Error(value.kind);
    expect(new Uint8Array(await value.blob.arrayBuffer())).toEqual(new Uint8Array(bytes));
    expect(value.name).toBe(row.fileName);

    // another name, and the file would be another
    const batch = sampleBatch(20);
    const users = batch.users.map((user, i) =>
      i === 1
        ? { ...user, userPrincipalName: 'married@contoso.com', displayName: 'Married' }
        : user,
    );
    await imported(desk.db, C1, { ...batch, users });
    await desk.customers.reload(C1);
    expect(await again()).toEqual({ kind: 'notTheSame' });
  });

  it('makes no file again of whom somebody is taken back', async () => {
    const desk = await planned();
    const { row } = await handed(desk);
    await readOutcomes(desk, outcomesFile(row.id, [[1, 'skipped']]));
    const request = { kind: 'handOverAgain', customerId: C1, id: row.id } as const;
    expect(await handOverAgain(desk, request)).toEqual({ kind: 'notTheSame' });
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
    await writeBatch(desk.db, { kind: 'existing', id: C1 }, again, importOptions, clock, steady);
    expect(await endReached(desk.db, C1, 9000)).toBe(1);
    expect(await usersHandedOver(desk.db, C1)).toEqual([1, 3]);
    expect((await loaded(desk.db, C1)).settledThrough[2]).toBe(1);
  });
});

describe('a plan file', () => {
  const openedAt = (desk: Desk, file: File, customerId: typeof C1 | null = C1, window = 'w1') =>
    openPlan(desk, { kind: 'openPlan', file, customerId, window });

  /** What comes of Save in the window that reviews it. */
  async function savedAs(desk: Desk, opened: HandoverValue, window: string) {
    if (opened.kind !== 'planOpened') throw new Error(JSON.stringify(opened));
    const scope = { kind: 'list', window, listId: opened.listId } as const;
    const { consequences } = await manageCommands(desk).manage(C1, scope, emptyDraft, 'en');
    const request = {
      ...{ draft: emptyDraft, consequences, operator: 'Bo', reference: null, note: null },
      onShortage: { kind: 'ask' } as const,
    };
    return saveCommands(desk).save(C1, scope, request, 'en');
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
      ...{ kind: 'planRefused', why: { kind: 'savedHere', at: 5000 } },
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
