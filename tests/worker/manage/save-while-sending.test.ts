// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#plan/change.ts';
import type { Operation } from '#plan/operation.ts';
import { openChanges } from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { readLocation } from '#users/usage-location.ts';
import { manageCommands } from '#worker/manage/manage-commands.ts';
import { saveCommands } from '#worker/manage/save-commands.ts';
import { selectionCommands } from '#worker/selection/selection-commands.ts';
import { undoCommands } from '#worker/undo/undo-commands.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import { assign, C1, imported, loaded, sampleBatch, saved } from '../../store/open-store.ts';
import { end, rejected, seenAfter, Syncing } from '../../store/stored-sync.ts';
import { direct, E3, E5, owned, VISIO } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';

const SCOPE = { kind: 'selection', window: 'w1' } as const;
const ASK = { kind: 'ask' } as const;
const said = { operator: 'Ada', reference: null, note: null };
const NL = readLocation('NL')!;
const E3_SET = [direct(E3)];

/**
 * E5 is planned for users 1 to 6 and being sent; in the window `users` are selected to get `sku`. `ends`
 * commits how an operation ended, as a sync does.
 */
async function sending(users: readonly number[], sku = VISIO) {
  const desk = openDesk();
  const { db } = desk;
  await imported(db, C1, sampleBatch(20, { products: [owned(E3), owned(E5), owned(VISIO)] }));
  await saved(db, C1, [1, 2, 3, 4, 5, 6], assign(E5));
  const syncing = (await Syncing.start(db))!;
  const operations = await syncing.claim();
  await selectionCommands(desk).editSelection(C1, 'w1', {
    kind: 'set',
    positions: users,
    selected: true,
  });
  const { save, savePreview } = saveCommands(desk);
  const preview = (onShortage: OnShortage = ASK) =>
    savePreview({ customerId: C1, scope: SCOPE, draft: assign(sku), onShortage, locale: 'en' });
  const press = ({ consequences }: Awaited<ReturnType<typeof preview>>, onShortage = ASK) =>
    save({
      customerId: C1,
      scope: SCOPE,
      request: { ...said, draft: assign(sku), consequences, onShortage },
      locale: 'en',
    });
  const applied = (one: Operation) =>
    syncing.commit(end(one, { kind: 'applied' }, seenAfter(one, E3_SET, { location: NL })));
  const refused = (one: Operation) => syncing.commit(end(one, rejected, null));
  return { desk, db, operations, preview, press, applied, refused };
}

const versionOf = async (db: SeatwiseDatabase) => (await loaded(db, C1)).customer.version;

describe('a Save while a sync writes', () => {
  it('is written though others were applied since it was shown, with what was shown', async () => {
    const { db, operations, preview, press, applied } = await sending([1, 2, 10]);
    const shown = await preview();
    const before = await versionOf(db);
    for (const operation of operations.slice(0, 4)) await applied(operation);
    expect(await versionOf(db)).toBeGreaterThan(before);
    const done = await press(shown);
    if (!done.ok) throw new Error(done.error.kind);
    const change = (await openChanges(db, C1)).find(({ id }) => id === done.value);
    expect([...change!.users]).toEqual([1, 2, 10]);
    const { table, sets } = await loaded(db, C1);
    const planned = (at: number) => sets.at(table.licenses.planned[at]!).map(({ skuId }) => skuId);
    // the user who was sent meanwhile, and one who was not
    expect(planned(1).sort()).toEqual([E3, E5, VISIO].sort());
    expect(planned(10)).toEqual([VISIO]);
    expect(planned(5).sort()).toEqual([E3, E5].sort());
  });

  it('is not written where somebody of it was refused since: the numbers are shown again', async () => {
    const { db, operations, preview, press, refused } = await sending([1, 2, 10]);
    const shown = await preview();
    await refused(operations.find(({ position }) => position === 2)!);
    const before = await versionOf(db);
    expect(await press(shown)).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await versionOf(db)).toBe(before);
    // looked at again, it is
    expect((await press(await preview())).ok).toBe(true);
  });

  it('is written though somebody else was refused, unless licenses that it needs came free', async () => {
    const other = await sending([10, 11]);
    const shown = await other.preview();
    await other.refused(other.operations[0]!);
    expect((await other.press(shown)).ok).toBe(true);

    const same = await sending([10, 11], E5);
    const before = await same.preview();
    await same.refused(same.operations[0]!);
    expect(await same.press(before)).toEqual({ ok: false, error: { kind: 'stale' } });
    const after = await same.preview();
    const lineOf = ({ preview: { products } }: typeof after) =>
      products.find(({ skuId }) => skuId === E5)!.ledger;
    expect(lineOf(after).available).toBe(lineOf(before).available! + 1);
  });

  it('is refused after a new import, whatever it brought', async () => {
    const { desk, db, preview, press } = await sending([10, 11]);
    const shown = await preview();
    const row = (await db.customers.get(C1))!;
    await db.customers.put({ ...row, version: row.version + 1, dataAt: row.dataAt + 1 });
    await desk.customers.reload(C1);
    expect(await press(shown)).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it('gives up where it is never let through, and writes nothing', async () => {
    const { db, preview, press } = await sending([10, 11]);
    const shown = await preview();
    let moves = 0;
    // somebody is faster each time it is about to be written
    const { transaction } = db;
    db.transaction = ((...args: Parameters<typeof transaction>) => {
      const [mode] = args;
      if (mode !== 'rw') return transaction.apply(db, args);
      moves++;
      return db.customers
        .update(C1, { version: 1000 + moves })
        .then(() => transaction.apply(db, args));
    }) as typeof transaction;
    expect(await press(shown)).toEqual({ ok: false, error: { kind: 'stale' } });
    db.transaction = transaction;
    expect(moves).toBeGreaterThan(2);
    expect(moves).toBeLessThan(20);
    expect(await openChanges(db, C1)).toHaveLength(1);
  });

  it('says the same consequences on the page as in the dialog', async () => {
    const { desk, preview } = await sending([10, 11]);
    const view = await manageCommands(desk).manage({
      customerId: C1,
      scope: SCOPE,
      draft: assign(VISIO),
      locale: 'en',
    });
    expect((await preview()).consequences).toBe(view.consequences);
  });
});

describe('an undo while a sync writes', () => {
  /** A second change for user 10, whose undo is looked at while users 1 to 6 are sent. */
  async function looking() {
    const all = await sending([10]);
    await saved(all.db, C1, [10, 11], assign(E3), 'change-2');
    await all.desk.customers.reload(C1);
    const { stepView, moveChange } = undoCommands(all.desk);
    const name = { changeId: 'change-2' as ChangeId, kind: 'takenOut' } as const;
    const look = () => stepView({ customerId: C1, step: name, onShortage: ASK, locale: 'en' });
    const undo = ({ consequences }: Awaited<ReturnType<typeof look>>) =>
      moveChange(C1, name, { consequences, operator: 'Ada', onShortage: ASK });
    return { ...all, look, undo };
  }

  it('is done though others were applied since it was shown', async () => {
    const { operations, applied, look, undo } = await looking();
    const shown = await look();
    expect(shown.preview.moved).toBe(1);
    for (const operation of operations.slice(0, 3)) await applied(operation);
    expect(await undo(shown)).toEqual({ ok: true, value: 1 });
  });

  it('is shown again where it would do something else', async () => {
    const { db, look, undo } = await looking();
    const shown = await look();
    // a later change needs what the undo takes away no less
    await saved(db, C1, [10], assign(E5), 'change-3');
    expect(await undo(shown)).toEqual({ ok: false, error: { kind: 'stale' } });
    expect((await undo(await look())).ok).toBe(true);
  });
});
