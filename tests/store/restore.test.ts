// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { PresetId } from '#plan/preset.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { backup } from '#store/backup.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { END_LENGTH } from '#store/backup-format.ts';
import { rowsUnder, type SeatwiseDatabase } from '#store/database.ts';
import { endHandover } from '#store/end-handover.ts';
import { refreshCustomer } from '#store/load-customer.ts';
import { listRuns, setControl } from '#store/runs.ts';
import { openBackup, restore } from '#store/restore.ts';
import { seal } from '#store/sealed-backup.ts';
import { countPending } from '#plan/pending.ts';
import { E5 } from '../users/merge-records.ts';
import { handedPlanId, handover } from './handover-rows.ts';
import {
  assign,
  C1,
  C2,
  clock,
  contentOf,
  everything,
  imported,
  loaded,
  openStore,
  sampleBatch,
  saved,
} from './open-store.ts';
import { NOW, putBack, rewritten } from './put-back.ts';
import { end, RUN, seenAfter, Syncing } from './stored-sync.ts';

/** A customer with E5 planned for users 1, 2 and 3, who hold E3. */
async function planned(): Promise<SeatwiseDatabase> {
  const db = openStore();
  await imported(db, C1, sampleBatch(30));
  await saved(db, C1, [1, 2, 3], assign(E5));
  return db;
}

const fileOf = (db: SeatwiseDatabase): Promise<Blob> => backup(db, null, 99, steady);

const textOf = async (db: SeatwiseDatabase): Promise<string> => (await fileOf(db)).text();

const open = (file: Blob | string, passphrase: string | null = null) =>
  openBackup(new Blob([file]), passphrase, NOW, steady);

describe('a backup of which one bit is another', () => {
  it('is never restored, whichever bit it is', async () => {
    const bytes = new TextEncoder().encode(await textOf(await planned()));
    for (let bit = 0; bit < bytes.length * 8; bit += 61) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const opened = await openBackup(new Blob([flipped]), null, NOW, steady);
      expect(opened.ok, `bit ${bit}`).toBe(false);
    }
  });

  it('is told as altered', async () => {
    const text = await textOf(await planned());
    const renamed = text.replace('"name":"Customer c1"', '"name":"Customer c2"');
    expect(renamed).not.toBe(text);
    expect(await open(renamed)).toEqual({ ok: false, error: { kind: 'altered' } });
  });
});

describe('what a restore puts back', () => {
  it('is a plan made anew from the changes, with counts that are counted', async () => {
    const db = await planned();
    const before = await loaded(db, C1);
    await db.licenseBlocks.toCollection().modify((row) => {
      row.licenses.planned[8] = row.licenses.planned[1]!;
      row.licenses.planned[9] = row.licenses.planned[1]!;
      row.licenses.planned[2] = row.licenses.baseline[2]!;
    });
    await db.customers.update(C1, { pendingCount: 9, userCount: 2 });
    const heads = await db.changes.toArray();
    await db.changes.toCollection().modify((row, ref) => {
      ref.value = { ...row, userCount: 9, standings: { ...row.standings, open: 1 } };
    });
    expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
    const after = await loaded(db, C1);
    expect(after.table).toEqual(before.table);
    expect(after.customer).toMatchObject({ pendingCount: 3, userCount: 30 });
    expect(countPending(after.table)).toBe(3);
    expect(await db.changes.toArray()).toEqual(heads);
  });

  it('is whole where somebody told how a handover ended', async () => {
    const db = await planned();
    await db.handovers.put(handover(C1, [1, 2]));
    const told = new Map([[1, { kind: 'applied' } as const]]);
    expect(await endHandover(db, { id: C1, handover: handedPlanId(1), now: 50 }, told)).toBe(1);
    const before = await db.outcomes.toArray();
    expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
    expect(await db.outcomes.toArray()).toEqual(before);
  });

  it('has no run that goes on, and claims only for whom a request may have left', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    const [first, second, third] = await sync.claim();
    await sync.commit(end(first!, { kind: 'applied' }, seenAfter(first!, [])));
    const state = { kind: 'waiting', until: 9_000_000, why: 'throttled' } as const;
    await sync.commit({ kind: 'update', operation: { ...third!, state } });
    expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
    expect(
      (await listRuns(db, C1)).map(({ id, endedAt, end, counts }) => [
        id,
        endedAt,
        end,
        counts.applied,
      ]),
    ).toEqual([[RUN, NOW, { kind: 'stopped' }, 1]]);
    const claimed = await db.operations.toArray();
    expect(claimed.map(({ userId }) => userId)).toEqual([second!.userId]);
  });

  it('is not sent any more by whoever waits for a token meanwhile, nor after a press on Pause', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    await sync.claim();
    const file = await fileOf(db);
    expect(await sync.outbox.isAsked(sync.lease)).toBe(true);
    await setControl(db, { customerId: C1, id: RUN }, 'pause', { by: 'Ada', at: NOW });
    expect(await sync.outbox.isAsked(sync.lease)).toBe(false);
    await setControl(db, { customerId: C1, id: RUN }, 'go', { by: 'Ada', at: NOW });
    expect(await sync.outbox.isAsked(sync.lease)).toBe(true);
    await putBack(db, file);
    expect(await sync.outbox.isAsked(sync.lease)).toBe(false);
  });

  it('has no claim that does not match the plan in the file', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    await sync.claim();
    await db.operations.toCollection().modify((row, ref) => {
      const touches = row.operation.touches.map((touch) => ({
        ...touch,
        target: 'absent' as const,
      }));
      ref.value = { ...row, operation: { ...row.operation, touches } };
    });
    expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
    expect(await db.operations.count()).toBe(0);
  });

  it('has no claim that only the plan in the file gives, and no change', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    await sync.claim();
    await db.changeColumns.toCollection().modify((row, ref) => {
      ref.value = { ...row, parts: row.parts.map((part) => ({ ...part, products: [] })) };
    });
    expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
    expect([await db.operations.count(), countPending((await loaded(db, C1)).table)]).toEqual([
      0, 0,
    ]);
  });

  it('ends the right to send of whoever had it', async () => {
    const db = await planned();
    const file = await fileOf(db);
    const sync = (await Syncing.start(db))!;
    const [operation] = await sync.operations();
    await putBack(db, file, { at: sync.now });
    const before = await everything(db);
    expect(await sync.commit({ kind: 'claim', operation: operation! })).toBeNull();
    expect(await everything(db)).toEqual(before);
    // its last request may be on its way
    const other = await Syncing.start(db, 'w2', sync.now);
    expect(other).toBeNull();
    expect((await Syncing.start(db, 'w2', sync.lease.expiresAt + 1))?.lease.epoch).toBeGreaterThan(
      sync.lease.epoch,
    );
  });

  it('takes no word of whoever sent before it, about those for whom a request may have left', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    const [first] = await sync.claim();
    await putBack(db, await fileOf(db));
    const before = await everything(db);
    expect(await sync.commit(end(first!, { kind: 'applied' }, seenAfter(first!, [])))).toBeNull();
    expect(await everything(db)).toEqual(before);
  });

  it('is read anew by whoever still holds the customer of before, also after a removal', async () => {
    const db = await planned();
    const file = await fileOf(db);
    // the revision that comes after the one of the file, with more users
    await imported(db, C1, sampleBatch(40));
    const held = await loaded(db, C1);
    await removeCustomer(db, C1, clock());
    await putBack(db, file);
    const refreshed = await refreshCustomer(db, held);
    expect(contentOf(refreshed!)).toEqual(contentOf(await loaded(db, C1)));
  });

  it('is refused where something that it replaces is not as it was shown', async () => {
    const db = await planned();
    const file = await fileOf(db);
    const { customer } = await loaded(db, C1);
    await saved(db, C1, [7], assign(E5), 'later');
    const before = await everything(db);
    const replaces = new Map<CustomerId, number>([[C1, customer.version]]);
    const moved = { ok: false, error: { kind: 'moved' } };
    expect(await putBack(db, file, { replaces })).toEqual(moved);
    expect(await putBack(db, file, { replaces: new Map() })).toEqual(moved);
    expect(await everything(db)).toEqual(before);
  });

  it('replaces no preset, rule or setting of this device, unless somebody asked for the settings', async () => {
    const there = openStore();
    const preset = {
      id: 'p' as PresetId,
      name: 'There',
      draft: assign(E5),
      products: [],
      savedAt: 1,
      operator: 'Ada',
    };
    await there.presets.bulkPut([preset, { ...preset, id: 'q' as PresetId, name: 'New' }]);
    await there.settings.put({ key: 'amberDays', value: 9 });
    await there.factSwitches.put({ id: 'f' as FactId, enabled: false });
    const file = await fileOf(there);
    const here = openStore();
    await here.presets.put({ ...preset, name: 'Here' });
    await putBack(here, file, { settings: null });
    expect((await here.presets.toArray()).map(({ name }) => name)).toEqual(['Here', 'New']);
    expect([await here.settings.count(), await here.factSwitches.count()]).toEqual([0, 0]);
    await putBack(here, file, { settings: [{ key: 'amberDays', value: 9 }] });
    expect([await here.settings.count(), await here.factSwitches.count()]).toEqual([1, 1]);
  });

  it('fits together as a whole', async () => {
    const db = await planned();
    const sync = (await Syncing.start(db))!;
    const [first] = await sync.claim();
    await sync.commit(end(first!, { kind: 'applied' }, seenAfter(first!, [])));
    const text = await textOf(db);
    expect((await open(text)).ok).toBe(true);
    const rewritings: [string, string][] = [
      ['"through":1', '"through":8'],
      ['"runId":"run-1","part":0', '"runId":"run-7","part":0'],
      ['"lastSequence":1', '"lastSequence":0'],
      ['"position":2', '"position":200'],
    ];
    for (const [from, to] of rewritings) {
      expect(text).toContain(from);
      const other = await rewritten(text, (content) => content.replaceAll(from, to));
      expect(await open(other), to).toMatchObject({ value: { damaged: new Set([C1]) } });
    }
  });
});

describe('our own backup of a damaged customer', () => {
  const damages: Readonly<Record<string, (db: SeatwiseDatabase) => Promise<unknown>>> = {
    'what is planned': (db) => rowsUnder(db.licenseBlocks, C1).delete(),
    users: (db) => rowsUnder(db.userBlocks, C1).delete(),
    'license sets': (db) => rowsUnder(db.licenseSets, C1).delete(),
    'a change': (db) => rowsUnder(db.changes, C1).delete(),
    'whom a change is for': (db) => rowsUnder(db.changeColumns, C1).delete(),
    'a run': (db) => rowsUnder(db.runs, C1).delete(),
  };
  for (const [what, lose] of Object.entries(damages)) {
    it(`that lost ${what} is put back as it stood, read by nobody, and harms no other`, async () => {
      const db = await planned();
      await imported(db, C2, sampleBatch(5));
      const good = await fileOf(db);
      const sync = (await Syncing.start(db))!;
      const [first] = await sync.claim();
      await sync.commit(end(first!, { kind: 'applied' }, seenAfter(first!, [])));
      await lose(db);
      const stood = await everything(db);
      const other = await loaded(db, C2);
      const safety = await fileOf(db);
      expect(await putBack(db, good)).toMatchObject({ ok: true });
      expect((await loaded(db, C1)).customer.pendingCount).toBe(3);

      expect(await putBack(db, safety)).toMatchObject({ ok: true, value: [C1, C2] });
      const back = await everything(db);
      for (const table of ['changes', 'changeColumns', 'licenseSets', 'outcomes', 'products'])
        expect(back[table], table).toEqual(stood[table]);
      for (const table of ['userBlocks', 'licenseBlocks'])
        expect(back[table]?.length, table).toBe(stood[table]?.length);
      expect((await loaded(db, C2)).table).toEqual(other.table);
      await expect(loaded(db, C1)).rejects.toThrow('do not add up');
      expect(await db.operations.count()).toBe(0);
      // and so on
      expect(await putBack(db, await fileOf(db))).toMatchObject({ ok: true });
      await expect(loaded(db, C1)).rejects.toThrow('do not add up');
    });
  }

  it('is refused where no digest proves that it was saved like that', async () => {
    const db = await planned();
    await db.licenseBlocks.clear();
    const text = (await textOf(db)).replace('"version":5', '"version":3');
    const third = `${text.slice(0, -END_LENGTH)}\n]}\n`;
    expect(await open(third)).toEqual({ ok: false, error: { kind: 'damaged', line: null } });
  });
});

describe('a backup under a passphrase', () => {
  it('comes back with it, and only with it', async () => {
    const db = await planned();
    const before = await loaded(db, C1);
    const sealed = await seal(await backup(db, null, 99, steady), 'correct horse', steady);
    const text = await sealed.text();
    expect(text).not.toContain('Customer c1');
    expect(text).toContain('"iterations":600000');
    expect(await open(sealed)).toEqual({ ok: false, error: { kind: 'sealed' } });
    const wrong = { ok: false, error: { kind: 'wrongPassphrase' } };
    expect(await open(sealed, 'correct horsf')).toEqual(wrong);
    const opened = await open(sealed, 'correct horse');
    if (!opened.ok) throw new Error(opened.error.kind);
    const other = openStore();
    await restore(other, opened.value, { replaces: new Map(), settings: null, at: NOW });
    const { customer, ...rest } = contentOf(await loaded(other, C1));
    expect(rest).toEqual({ ...contentOf(before), customer: undefined, revision: rest.revision });
    expect(customer.pendingCount).toBe(3);
  });

  it('is not opened where it was altered or cut off anywhere', async () => {
    const file = new Blob(['{"format":"seatwise-backup","', 'x'.repeat(2_500_000)]);
    const sealed = new Uint8Array(await (await seal(file, 'secret', steady)).arrayBuffer());
    const tries = [
      sealed.slice(0, -1),
      sealed.slice(0, 1_048_576 + 16 + 300),
      ...[5, 60, 290, 400, 1_200_000, sealed.length - 1].map((at) => {
        const other = sealed.slice();
        other[at]! ^= 4;
        return other;
      }),
    ];
    for (const other of tries) {
      const opened = await openBackup(new Blob([other]), 'secret', NOW, steady);
      expect(opened.ok).toBe(false);
      if (!opened.ok)
        expect(['altered', 'wrongPassphrase', 'notABackup']).toContain(opened.error.kind);
    }
  });
});
