// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { longDigest } from '#base/content-digest.ts';
import { Cancelled, steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { customerParts, fitsTogether } from '#store/backup-check.ts';
import { readBackup } from '#store/backup-reader.ts';
import { backup } from '#store/backup.ts';
import { backupEnd, CHUNK, END_LENGTH, fromLine, lineOf } from '#store/backup-format.ts';
import { BLOCKS_AT_ONCE, blocksOf } from '#store/blocks.ts';
import { type SeatwiseDatabase, wipe } from '#store/database.ts';
import { writeDraft } from '#store/drafts.ts';
import { switchFact, widenFact } from '#store/fact-decisions.ts';
import { knownFacts, writeFacts } from '#store/facts.ts';
import { takeLease } from '#store/import-lease.ts';
import { writeListPlan } from '#store/list-plans.ts';
import { putPurchase } from '#store/purchases.ts';
import { readSelection, writeSelection } from '#store/selections.ts';
import { writeSettings } from '#store/settings.ts';
import { writeView } from '#store/views.ts';
import { emptySelection } from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';
import { E3, E5, EXCHANGE, GROUP, TEAMS } from '../users/merge-records.ts';
import {
  assign,
  awaitedName,
  C1,
  C2,
  clock,
  everything,
  imported,
  listPlan,
  loaded,
  openStore,
  reversedList,
  sampleBatch,
  saved,
} from './open-store.ts';
import { putHandoverRows } from './handover-rows.ts';
import { openBackup } from '#store/restore.ts';
import { NOW, putBack, rewritten } from './put-back.ts';
import { putSyncRows } from './sync-rows.ts';
import {
  blockAsSecond,
  columnsAsFirst,
  draftRowAsFirst,
  handoverAsFifth,
  headAsFirst,
  operationAsFifth,
} from './version-1.ts';

const fact = (id: string, customer: CustomerId | null): RuleFact => ({
  id: id as FactId,
  relation: { kind: 'excludes', pair: [TEAMS, EXCHANGE] },
  severity: 'warning',
  origin: 'documented',
  source: 'test',
  date: '2026-01-01',
  confidence: 'high',
  scope: customer === null ? { kind: 'everywhere' } : { kind: 'customer', id: customer },
  enabled: true,
});

const SWAPS = [{ from: E3, to: E5, decided: { [TEAMS]: 'off' }, ifUnknown: 'leaveOut' }] as const;
const cloudRow = { customerId: C1, part: 'a user', sequence: 1, value: { user: 'moved' } };
const endsRow = {
  ...{ customerId: C1, readAt: 7 },
  subscriptions: [
    { skuId: E5, status: 'Enabled', total: 9, isTrial: false, nextChangeAt: 1_800_000_000_000 },
  ],
};
const learned: RuleFact = { ...fact('learned', C2), origin: 'learned' };
const builtIn = fact('built in', null);

/** Two customers with everything that a backup keeps. */
async function furnished(): Promise<SeatwiseDatabase> {
  const db = openStore();
  await imported(db, C1, sampleBatch(5000, { groups: new Map([[GROUP, 'Sales “E3”']]) }));
  await imported(db, C2, sampleBatch(3));
  await saved(db, C1, [0, 1, 2, 4999], { ...assign(E5), usageLocation: 'DE' });
  await putPurchase(db, { customerId: C1, skuId: E5, count: 3, addedAt: 1 });
  const selection = {
    ...emptySelection,
    ...{ members: BitSet.of([1, 4999]), matching: everybody, seen: 5000, chosenAt: 7 },
    awaited: ['new@contoso.com'],
  };
  await writeSelection(db, { customerId: C1, window: 'w1', now: 1 }, selection);
  await writeDraft(
    db,
    { customerId: C1, window: 'w1', scope: 'selection' },
    { ...assign(E3), swaps: SWAPS },
    1,
  );
  await writeListPlan(db, { customerId: C1, window: 'w1', now: 1 }, listPlan(1, 4999));
  await writeListPlan(db, { customerId: C1, window: 'w2', now: 1 }, reversedList(1));
  await writeView(
    db,
    { customerId: C1, window: 'w1', now: 1 },
    { query: { ...everybody, holdsAny: [E3, E5] }, page: 3, pageSize: 50 },
  );
  await writeFacts(db, [fact('f1', null), fact('f2', C1), learned]);
  await widenFact(db, learned.id, 'Ada', 8);
  await switchFact(db, [builtIn], builtIn.id, false);
  await db.awaited.put({ ...awaitedName('change-1', 'new@contoso.com'), customerId: C1 });
  await db.cloud.put(cloudRow);
  await putSyncRows(db, C1);
  await putHandoverRows(db, C1);
  await db.subscriptions.put(endsRow);
  await writeSettings(db, { locale: 'zh-Hans', amberDays: 4 });
  return db;
}

/** All rows without what a restore raises. */
async function rowsOf(db: SeatwiseDatabase): Promise<Record<string, object[]>> {
  const raised = { version: 0, revision: 0 };
  const tables = Object.entries(await everything(db)).map(([name, rows]) => [
    name,
    rows.map((row) => ('revision' in row ? { ...row, ...raised } : row)),
  ]);
  return Object.fromEntries(tables) as Record<string, object[]>;
}

/** What a restore makes of these rows: no run goes on, and nobody stays claimed for whom nothing may have left. */
function asPutBack(rows: Record<string, object[]>): Record<string, object[]> {
  const end = { endedAt: NOW, end: { kind: 'stopped' }, control: 'stop', waiting: null };
  return {
    ...rows,
    operations: [],
    reviews: [],
    runs: rows['runs']!.map((run) => ({ ...run, ...end })),
  };
}

const textOf = async (db: SeatwiseDatabase, id: CustomerId | null = null): Promise<string> =>
  (await backup(db, id === null ? null : [id], 99, steady)).text();

const problemOf = async (db: SeatwiseDatabase, text: string) => {
  const result = await putBack(db, new Blob([text]));
  return result.ok ? null : result.error;
};

/** The customers of a file that come back damaged, or why it is refused. */
const damagedIn = async (text: string) => {
  const opened = await openBackup(new Blob([text]), null, NOW, steady);
  return opened.ok ? [...opened.value.damaged] : opened.error.kind;
};

type FileLine = [table: string, row: Record<string, unknown>];

/** The file as version 1 wrote it. */
function asFirst(text: string): string {
  const [head = '', ...rest] = text.replace('"version":5', '"version":1').split('\n');
  const lines = rest.flatMap((line) =>
    line.startsWith('["') ? [JSON.parse(line.replace(/,$/, '')) as FileLine] : [],
  );
  const columnsOf = ({ id, customerId }: FileLine[1]): FileLine[1] =>
    lines.find(
      ([table, row]) =>
        table === 'changeColumns' && row['id'] === id && row['customerId'] === customerId,
    )![1];
  // nobody was waited for then, no list was read, there was no cloud, and nothing was sent or pulled
  const later = [
    'awaited',
    'listPlans',
    'cloud',
    'operations',
    'runs',
    'outcomes',
    'held',
    'handovers',
    'openedPlans',
    'subscriptions',
  ];
  const known = lines.filter(([table]) => !later.includes(table));
  const first = known.map(([table, row]): FileLine => {
    if (table === 'drafts') return [table, draftRowAsFirst(row)];
    if (table === 'licenseBlocks') return [table, blockAsSecond(row)];
    if (table === 'changes') return [table, headAsFirst(row, columnsOf(row))];
    return [table, table === 'changeColumns' ? columnsAsFirst(row) : row];
  });
  const rows = first.map((line) => JSON.stringify(line)).join(',\n');
  expect(rows).not.toMatch(/swaps|standing|parts|settled/);
  return `${head}\n${rows}\n]}\n`;
}

describe('a backup', () => {
  it('of everything brings all back after a wipe', async () => {
    const db = await furnished();
    const before = await rowsOf(db);
    const file = await backup(db, null, 99, steady);
    await wipe(db, clock());
    expect(Object.values(await everything(db)).flat()).toEqual([]);
    expect(await putBack(db, file)).toEqual({ ok: true, value: [C1, C2] });
    expect(await rowsOf(db)).toEqual(asPutBack(before));
    expect((await readSelection(db, C1, 'w1'))?.members.members()).toEqual([1, 4999]);
  });

  it('of one customer leaves out the others, facts of everywhere and settings', async () => {
    const db = await furnished();
    const file = await backup(db, [C1], 99, steady);
    const other = openStore();
    await putBack(other, file);
    expect((await other.customers.toArray()).map(({ id }) => id)).toEqual([C1]);
    expect(await other.settings.count()).toBe(0);
    expect((await knownFacts(other, [])).map(({ id }) => id)).toEqual(['f2']);
    expect((await loaded(other, C1)).table).toEqual((await loaded(db, C1)).table);
  });

  it('brings back a change with more causes than 16 bits can name', async () => {
    const db = await furnished();
    await db.changeColumns.toCollection().modify((row) => {
      Object.assign(row, { causeOf: Uint32Array.from(row.causeOf) });
    });
    const before = await rowsOf(db);
    expect(await problemOf(db, await textOf(db))).toBeNull();
    expect(await rowsOf(db)).toEqual(asPutBack(before));
  });

  it('lets others have their turn within a column of very many users', async () => {
    const db = await furnished();
    const restsIn = async (): Promise<number> => {
      let rests = 0;
      // customers are counted: the digest, after all of them, is none of it
      const rest = (done: number) => Promise.resolve(void (rests += done === 0 ? 1 : 0));
      await backup(db, [C1], 99, { due: () => true, rest });
      return rests;
    };
    const few = await restsIn();
    await db.changeColumns.toCollection().modify((row) => {
      Object.assign(row, { users: new Uint32Array(200_000) });
    });
    expect(await restsIn()).toBeGreaterThan(few + 20);
  });

  it('reads the texts of few users at once', async () => {
    const db = await furnished();
    const row = (await db.userBlocks.toArray()).find(({ customerId }) => customerId === C1)!;
    const more = Array.from({ length: 40 }, (_, i) => ({ ...row, block: 100 + i }));
    await db.userBlocks.bulkPut(more);
    let [read, most] = [0, 0];
    db.userBlocks.hook('reading', (block: unknown) => (read++, block));
    const rest = () => {
      most = Math.max(most, read);
      read = 0;
      return Promise.resolve();
    };
    await backup(db, [C1], 99, { due: () => true, rest });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(BLOCKS_AT_ONCE);
  });

  it('is digested while it is made, and never read again for it', async () => {
    const db = await furnished();
    const isLong = (blob: Blob): boolean => blob.size > 1_000;
    const reads = vi.spyOn(Blob.prototype, 'arrayBuffer');
    const file = await backup(db, [C1], 99, steady);
    const read = reads.mock.contexts.filter((blob) => isLong(blob as Blob));
    reads.mockRestore();
    expect(isLong(file)).toBe(true);
    expect(read).toEqual([]);
  });

  it('has all of a customer from one moment, also where an import puts other users in place meanwhile', async () => {
    const db = await furnished();
    let imports = 0;
    const rest = async () => {
      if (imports++ === 1) await imported(db, C1, sampleBatch(6000));
    };
    const file = await backup(db, [C1], 99, { due: () => true, rest });
    const other = openStore();
    expect(await putBack(other, file)).toMatchObject({ ok: true });
    expect((await loaded(other, C1)).table).toEqual((await loaded(db, C1)).table);
  });

  it('holds arrays of any length as they are, whatever stands in texts', () => {
    const numbers = fc.constantFrom(
      new Uint8Array(CHUNK),
      new Uint16Array(CHUNK).fill(513),
      new Uint32Array(CHUNK - 1).fill(7),
      Uint32Array.from([1, 2 ** 32 - 1]).subarray(1),
      new Uint8Array(),
    );
    const row = fc.dictionary(
      fc.constantFrom('a', 'b', '"', 'base64'),
      fc.oneof(
        numbers,
        fc.json(),
        fc.constant('A'.repeat(2 * CHUNK)),
        fc.constant(`${'A'.repeat(CHUNK)}\t"`),
      ),
    );
    fc.assert(
      fc.property(row, (value) => {
        const line = [...lineOf(value)].join('');
        expect(fromLine(line)).toEqual({ ...value });
        expect(line).not.toContain('\n');
      }),
      { numRuns: 12 },
    );
  });

  it('reads all blocks that are there, however many, and where some are missing', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(1));
    const one = (await db.licenseBlocks.toArray())[0]!;
    const blocks = Array.from({ length: 40 }, (_, block) => block).filter(
      (block) => block % 7 !== 3,
    );
    await db.licenseBlocks.bulkPut(
      blocks.map((block) => ({ ...one, customerId: C2, revision: 5, block })),
    );
    const read = await blocksOf(db.licenseBlocks, { id: C2, revision: 5 });
    expect(read.map(({ block }) => block)).toEqual(blocks);
    expect(await blocksOf(db.licenseBlocks, { id: C2, revision: 6 })).toEqual([]);
  });

  it('is JSON that names its format, version and time', async () => {
    const db = await furnished();
    const content = JSON.parse(await textOf(db)) as object;
    expect(content).toMatchObject({ format: 'seatwise-backup', version: 5, madeAt: 99 });
  });

  it('of a device without customers can be restored', async () => {
    const db = openStore();
    expect(await problemOf(db, await textOf(db))).toBeNull();
  });
});

describe('restoring', () => {
  it('lets others have their turn while one long line is read', async () => {
    // it is read part by part
    const parts = Array.from({ length: 40 }, () => new Blob(['x'.repeat(10_000)]));
    const start = '{"format":"seatwise-backup","version":5,"madeAt":1,"rows":[\n';
    const rows = new Blob([`${start}["settings",{"key":"x","value":"`, ...parts, '"}]']);
    const file = new Blob([rows, backupEnd(await longDigest(rows, steady))]);
    let rests = 0;
    const rest = () => Promise.resolve(void rests++);
    expect(await readBackup(file, null, { due: () => true, rest })).toMatchObject({ ok: true });
    expect(rests).toBeGreaterThan(parts.length);
  });

  it('lets others have their turn while columns of very many users are looked at', async () => {
    const db = await furnished();
    await db.changeColumns.toCollection().modify((row) => {
      const many = new Uint32Array(200_000);
      const ofUsers = { users: many, partOf: many, causeOf: new Uint16Array(many.length) };
      const state = { licenses: many, locations: new Uint16Array(many.length) };
      const standing = new Uint8Array(many.length);
      const eventOf = new Uint16Array(many.length);
      Object.assign(row, { ...ofUsers, before: state, after: state, standing, eventOf });
    });
    const read = await readBackup(await backup(db, [C1], 99, steady), null, steady);
    const [part] = read.ok ? customerParts(read.value.content) : [];
    const steps = fitsTogether(part!);
    let turns = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) turns++;
    expect(step.value).toBe(true);
    // a turn is over well before a column ends
    expect(turns).toBeGreaterThan(7 * 10 * part!.rows.changeColumns.length);
  });

  it('lets others have their turn within a column of very many users', async () => {
    const db = await furnished();
    const restsIn = async (): Promise<number> => {
      const file = await backup(db, [C1], 99, steady);
      let rests = 0;
      const rest = () => Promise.resolve(void rests++);
      await readBackup(file, null, { due: () => true, rest });
      return rests;
    };
    const few = await restsIn();
    await db.changeColumns.toCollection().modify((row) => {
      Object.assign(row, { users: new Uint32Array(200_000) });
    });
    expect(await restsIn()).toBeGreaterThan(few + 20);
  });

  it('replaces the customer, under a version and revision that no window has seen', async () => {
    const db = await furnished();
    const text = await textOf(db, C1);
    const kept = await loaded(db, C1);
    await saved(db, C1, [7], assign(E5), 'later');
    await imported(db, C1, sampleBatch(6000));
    const present = await loaded(db, C1);
    expect(await problemOf(db, text)).toBeNull();
    const back = await loaded(db, C1);
    expect(back.table).toEqual(kept.table);
    expect(back.customer.version).toBeGreaterThan(present.customer.version);
    expect(back.revision).toBeGreaterThan(present.revision);
    expect(await db.changes.count()).toBe(1);
    expect((await loaded(db, C2)).table.count).toBe(3);
  });

  it('ends an import that runs', async () => {
    const db = await furnished();
    const text = await textOf(db, C1);
    const lease = await takeLease(db, C1, 0);
    expect(await problemOf(db, text)).toBeNull();
    expect(await db.imports.count()).toBe(0);
    expect((await loaded(db, C1)).revision).toBeGreaterThan(lease?.revision ?? Infinity);
  });

  it('takes a backup of version 1', async () => {
    const db = await furnished();
    await saved(db, C2, [2, 0], assign(E5), 'another');
    const before = await rowsOf(db);
    expect(await problemOf(db, asFirst(await textOf(db)))).toBeNull();
    // drafts had no swaps yet, nobody was waited for, and no list was read
    await writeListPlan(db, { customerId: C1, window: 'w1', now: 1 }, listPlan(1, 4999));
    await writeListPlan(db, { customerId: C1, window: 'w2', now: 1 }, reversedList(1));
    await db.awaited.put({ ...awaitedName('change-1', 'new@contoso.com'), customerId: C1 });
    await writeDraft(
      db,
      { customerId: C1, window: 'w1', scope: 'selection' },
      { ...assign(E3), swaps: SWAPS },
      1,
    );
    await db.cloud.put(cloudRow);
    await putSyncRows(db, C1);
    await putHandoverRows(db, C1);
    await db.subscriptions.put(endsRow);
    expect(await rowsOf(db)).toEqual(before);
  });

  it('takes a backup of version 4: of a claim and of a handover one word was another, and a filter had single products', async () => {
    const db = await furnished();
    const before = await rowsOf(db);
    const rename: Readonly<Record<string, (row: FileLine[1]) => FileLine[1]>> = {
      operations: operationAsFifth,
      handovers: handoverAsFifth,
    };
    const fourth = await rewritten(await textOf(db), (content) =>
      content
        .replace('"version":5', '"version":4')
        .replace(`"holdsAny":["${E3}","${E5}"]`, `"holds":"${E3}","holdsOr":"${E5}"`)
        .replaceAll(/"holds(Any|All|None)":\[\],/g, '')
        .split('\n')
        .map((line) => {
          const asFifth = rename[/^\["(\w+)"/.exec(line)?.[1] ?? ''];
          if (asFifth === undefined) return line;
          const [table, row] = JSON.parse(line.replace(/,$/, '')) as FileLine;
          return JSON.stringify([table, asFifth(row)]) + (line.endsWith(',') ? ',' : '');
        })
        .join('\n'),
    );
    expect(fourth.match(/"standing"/g)).toHaveLength(3);
    expect(fourth).not.toMatch(/holdsA/);
    expect(fourth).toContain('"holdsOr"');
    expect(await problemOf(db, fourth)).toBeNull();
    expect(await rowsOf(db)).toEqual(asPutBack(before));
  });

  it('takes a backup of version 2: nothing was ever sent', async () => {
    const db = await furnished();
    const before = await rowsOf(db);
    const lines = (await textOf(db)).replace('"version":5', '"version":2').split('\n');
    const second = lines.map((line) => {
      if (!line.startsWith('["licenseBlocks"')) return line;
      const [table, row] = JSON.parse(line.replace(/,$/, '')) as FileLine;
      return `${JSON.stringify([table, blockAsSecond(row)])},`;
    });
    second.splice(-2, 2, ']}', '');
    expect(second.join()).not.toMatch(/settled|digest/);
    expect(await problemOf(db, second.join('\n'))).toBeNull();
    expect(await rowsOf(db)).toEqual(asPutBack(before));
  });

  it('refuses a backup of version 1 that lost the head of a change', async () => {
    const db = await furnished();
    const lines = asFirst(await textOf(db)).split('\n');
    const without = lines.filter((line) => !line.startsWith('["changes"')).join('\n');
    expect(await problemOf(db, without)).toMatchObject({ kind: 'damaged' });
  });

  it('refuses what is no backup', async () => {
    const db = await furnished();
    const before = await everything(db);
    const files = ['', '{}', '{"format":"other","rows":[]}', 'PK\u0003\u0004', '[1,2'];
    for (const text of files) expect(await problemOf(db, text)).toEqual({ kind: 'notABackup' });
    const newer = (await textOf(db)).replace('"version":5', '"version":6');
    expect(await problemOf(db, newer)).toEqual({ kind: 'newerFormat', version: 6 });
    expect(await everything(db)).toEqual(before);
  });

  it('refuses a file that was cut off, wherever', async () => {
    const db = await furnished();
    const text = await textOf(db);
    const before = await everything(db);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const cut = text.slice(0, Math.floor(text.length * part));
      expect(await problemOf(db, cut)).toMatchObject({ kind: 'damaged' });
    }
    const withoutEnd = text.slice(0, -END_LENGTH);
    expect(await problemOf(db, withoutEnd)).toMatchObject({ kind: 'damaged' });
    const lines = text.split('\n');
    for (let missing = 1; missing < lines.length - 2; missing++) {
      const line = lines[missing] ?? '';
      const [, table] = /^\["(\w+)"/.exec(line) ?? [];
      const [, customer] = /"customerId":"(\w+)"/.exec(line) ?? [];
      if (!['customers', 'userBlocks', 'licenseBlocks', 'licenseSets', 'changes'].includes(table!))
        continue;
      const without = lines.filter((_, i) => i !== missing).join('\n');
      expect(await problemOf(db, without)).toEqual({ kind: 'altered' });
      const withDigest = await rewritten(without, (content) => content.replace(/,$/, ''));
      // what stands in the store of a device may lack it: only of nobody there is never a row
      const end = table === 'customers' ? 'damaged' : [customer];
      expect(await damagedIn(withDigest), line.slice(0, 60)).toEqual(end);
    }
    expect(await everything(db)).toEqual(before);
  });

  it('believes no customer whose numbers point nowhere', async () => {
    const db = await furnished();
    const text = await textOf(db);
    const afterAltering = async (alter: (altered: SeatwiseDatabase) => Promise<unknown>) => {
      const altered = openStore();
      expect(await problemOf(altered, text)).toBeNull();
      await alter(altered);
      return damagedIn(await textOf(altered));
    };
    const inPlan = ({ licenseBlocks }: SeatwiseDatabase) =>
      licenseBlocks.toCollection().modify((row) => {
        row.licenses.planned[0] = 999;
      });
    expect(await afterAltering(inPlan)).toContain(C1);
    for (const column of ['partOf', 'causeOf', 'standing', 'eventOf'] as const) {
      const inChange = ({ changeColumns }: SeatwiseDatabase) =>
        changeColumns.toCollection().modify((row) => {
          row[column][0] = 3;
        });
      expect(await afterAltering(inChange)).toContain(C1);
    }
  });

  it('never reaches a prototype, and drops what it does not know', async () => {
    const db = await furnished();
    const text = await rewritten(await textOf(db), (content) =>
      content.replace(
        '["customers",{',
        '["customers",{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"extra":1,',
      ),
    );
    expect(await problemOf(db, text)).toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const row = await db.customers.get(C1);
    expect(Object.keys(row ?? {})).not.toContain('extra');
    expect((row as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    const table = await rewritten(await textOf(db), (content) =>
      content.replace('["customers",', '["__proto__",'),
    );
    expect(await problemOf(db, table)).toMatchObject({ kind: 'damaged' });
  });

  it('that fails or is cancelled changes nothing', async () => {
    const db = await furnished();
    const file = await backup(db, [C1], 99, steady);
    const before = await everything(db);
    const cancelled = { due: () => true, rest: () => Promise.reject(new Cancelled()) };
    await expect(putBack(db, file, { pace: cancelled })).rejects.toThrow(Cancelled);
    db.views.hook('creating', () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    await expect(putBack(db, file)).rejects.toThrow('disk full');
    expect(await everything(db)).toEqual(before);
  });
});

it('takes a line that is nested without end for a broken one', () => {
  const depth = 200_000;
  expect(() => fromLine('['.repeat(depth) + ']'.repeat(depth))).toThrow(SyntaxError);
});
